"""Collects the pages of the practice database from its site, into a folder that can be imported."""
