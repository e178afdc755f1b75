"""The app's own screens in Wagtail's admin."""
