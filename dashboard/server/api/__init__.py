"""The open, read-only interface under `/api/`, after OGC API - Features, part 1: core."""
