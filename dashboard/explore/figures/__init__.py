"""Figures of one's own, such as those of GUS's local data bank, joined to units by TERYT code."""
