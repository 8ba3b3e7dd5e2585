"""python -m geocoding.build: fetch the sources and write the tables into the data folder."""

import argparse
import sys
from pathlib import Path

from geocoding.build.data import build
from geocoding.build.packages import Wheels
from geocoding.errors import GeocodingError
from geocoding.locale import message
from geocoding.resources import data_dir


def main() -> int:
    """Build everything; 0 if it went well, 1 with a message if not."""
    default = data_dir()
    parser = argparse.ArgumentParser(
        prog="python -m geocoding.build",
        description=message("build-help"),
    )
    parser.add_argument("--output", type=Path, default=default, help=message("build-help-output"))
    parser.add_argument(
        "--cache",
        type=Path,
        default=default.parent / ".cache" / "packages",
        help=message("build-help-cache"),
    )
    options = parser.parse_args()
    try:
        written = build(options.output, Wheels(options.cache))
    except GeocodingError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.writelines(f"{path}\n" for path in written)
    return 0


if __name__ == "__main__":
    sys.exit(main())
