#!/bin/sh
# Starts Mapa praktyk: ./start.sh [the options and commands of mapa-praktyk]
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 1
if [ ! -f "$here/program/installed.txt" ]; then
    echo "Najpierw uruchom: ./install.sh" >&2
    echo "First run: ./install.sh" >&2
    exit 1
fi
exec "$here/program/bin/python" -P -m dashboard "$@"
