"""`python -m geocoding IN.csv --output OUT.csv`."""

from geocoding.cli import main

main()
