"""`python -m dashboard`: the same as the command `mapa-praktyk`."""

from dashboard.cli import main

main()
