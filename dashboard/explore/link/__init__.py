"""The address of a page: read and written."""
