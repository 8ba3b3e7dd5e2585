"""Files written whole or not at all, and cells that a spreadsheet must not run as formulas."""
