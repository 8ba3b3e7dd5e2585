"""One module a migration, numbered; none of them is changed once a version with it was published."""
