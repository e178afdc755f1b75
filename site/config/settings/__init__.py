"""One module for each way to run the site."""
