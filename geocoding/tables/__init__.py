"""Tables in files of all kinds that people have: read with each oddity named, and written."""
