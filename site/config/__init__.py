"""The settings, urls and servers of this one site."""
