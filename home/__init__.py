"""The pages of the site around the FAQ: home, content and contact."""
