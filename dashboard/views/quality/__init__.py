"""The quality of the data: contradictions, missing fields, the review of a place."""
