#!/bin/sh
# Installs Mapa praktyk into program/ beside this file, without a network: ./install.sh [--extras]
# PYTHON=/path/of/python3 ./install.sh takes a Python of your choice.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 1
if [ -n "${PYTHON:-}" ]; then
    exec "$PYTHON" "$here/install.py" "$@"
fi
for version in @PYTHONS@; do
    if "python$version" -c '' 2>/dev/null; then
        exec "python$version" "$here/install.py" "$@"
    fi
done
if command -v python3 >/dev/null; then
    exec python3 "$here/install.py" "$@"
fi
echo "Potrzebny jest Python (jedna z wersji: @PYTHONS@), na przykład: sudo apt install python3" >&2
echo "Python is needed (one of @PYTHONS@), for example: sudo apt install python3" >&2
exit 1
