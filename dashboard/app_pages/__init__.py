"""The pages, one short script each: controls, then what they leave, then its views."""
