"""`mapa-praktyk doctor`: looks for what would keep the dashboard from working, and says what helps.

Each check is a function of what it looks at; `examination` calls them all on this machine.
"""
