"""What deserves a look: contradictions, missing fields, uncertain places."""
