"""The practices as open data: what programs read of the running server, without any contact."""
