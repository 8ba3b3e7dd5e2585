"""`python -m geocoding IN.csv --output OUT.csv`."""

from geocoding.batch.cli import main

main()
