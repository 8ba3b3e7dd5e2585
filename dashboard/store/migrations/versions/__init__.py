"""The migrations, numbered; none is changed once a version of the program had it."""
