"""What stands in a page's head, and the page's frame: headings, pictures."""
