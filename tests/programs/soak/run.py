"""Looks for what only long runs show: `make soak`.

    python tests/programs/soak/run.py [PART ...] [arguments of a part]

A part is a script beside this one, soak_PART.py, that prints its figures and ends with 1 where one
of them is not what it has to be; without a name all parts run, one after another, each in a
process of its own. Further arguments go to the only part that was named.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PREFIX = "soak_"


def parts() -> list[str]:
    """The names of all parts."""
    return sorted(path.stem.removeprefix(PREFIX) for path in HERE.glob(f"{PREFIX}*.py"))


def main(arguments: list[str]) -> int:
    """Run the parts that are asked for; the number of those that failed."""
    known = parts()
    count = next((at for at, word in enumerate(arguments) if word not in known), len(arguments))
    chosen, further = arguments[:count] or known, arguments[count:]
    if further and count != 1:
        print(f"{further[0]}: no part of that name. Parts: {', '.join(known)}", file=sys.stderr)
        return 2
    failed = [
        part
        for part in chosen
        if subprocess.run(
            [sys.executable, HERE / f"{PREFIX}{part}.py", *further], check=False
        ).returncode
    ]
    print(f"failed: {', '.join(failed)}" if failed else f"held: {', '.join(chosen)}")
    return len(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
