"""Feeds made-up input to the project's properties for as long as one likes.

    make soak ARGS="fuzz [--inputs 1000000] [--seconds 30] [--folder PATH] [-k WORDS]"

A property is a Hypothesis test in a file test_*_properties.py. Its input is made by libFuzzer
(atheris), which is led by the lines of `dashboard` and `geocoding` that an input reaches and begins
with the SEEDS of the property's module. A property of one `text: str` or `content: bytes` gets the
bytes as they are; any other gets what its strategy makes of them. The properties take turns of some
seconds, each in a process of its own, until there were enough inputs.

Reported are crashes (an error that the property does not allow), lost fields (an assertion that
failed) and hangs (more than a second of processor time); of each the smallest input is kept in the
folder, with its traceback. Ends with 1 where there is any.
"""

import argparse
import hashlib
import inspect
import json
import os
import re
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

import atheris
import pytest

ROOT = Path(__file__).parents[3]
KINDS = ("crash", "lost field", "hang")
HANG_S = 1.0
FOR_EVER_S = 120
LONGEST_INPUT = 20_000
LONGEST_WORD = 40
PYTEST = ["-q", "-s", "--no-header", "--no-summary", "-p", "no:cacheprovider", f"--rootdir={ROOT}"]


class Round:
    """A pytest plugin that gives each property that is run its turn, in a process of its own."""

    def __init__(self, folder: Path, seconds: float) -> None:
        self.folder = folder
        self.seconds = seconds
        self.total: Counter[str] = Counter()

    @pytest.hookimpl(tryfirst=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> bool:
        """Let a property have its turn, and tell what came of it."""
        name = pyfuncitem.name.removeprefix("test_")
        if not hasattr(pyfuncitem.obj, "hypothesis"):
            return True
        folder = self.folder / name
        (folder / "corpus").mkdir(parents=True, exist_ok=True)
        result = folder / "turn.json"
        result.unlink(missing_ok=True)
        sys.stdout.flush()
        child = os.fork()
        if not child:
            Turn(folder, self.seconds).take(pyfuncitem)
        os.waitpid(child, 0)
        if result.exists():
            counts = Counter(json.loads(result.read_text(encoding="utf-8")))
        else:
            print(f"  the turn did not come to its end: see {folder / 'log.txt'}")
            counts = Counter({"hang" if [*folder.glob("endless-*")] else "crash": 1})
        self.total += counts
        print(line(counts, name), flush=True)
        return True


class Turn:
    """What happens in the process of a turn."""

    def __init__(self, folder: Path, seconds: float) -> None:
        self.folder = folder
        self.seconds = seconds
        self.counts: Counter[str] = Counter()

    def take(self, item: pytest.Function) -> None:
        """Feed a property for some seconds; ends the process."""
        log = os.open(self.folder / "log.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(log, sys.__stdout__.fileno())
        os.dup2(log, sys.__stderr__.fileno())
        seeds = seeds_of(item.module)
        corpus = self.folder / "corpus"
        for seed in seeds:
            (corpus / hashlib.sha256(seed).hexdigest()).write_bytes(seed)
        words = self.folder / "words.txt"
        words.write_text(dictionary(seeds), encoding="ascii")
        call = caller(item)
        end = time.process_time() + self.seconds

        def feed(given: bytes) -> None:
            self.try_one(call, given)
            if time.process_time() > end:
                (self.folder / "turn.json").write_text(json.dumps(self.counts), encoding="utf-8")
                os._exit(0)

        options = [f"-max_len={LONGEST_INPUT}", f"-timeout={FOR_EVER_S}", f"-dict={words}"]
        options += [f"-artifact_prefix={self.folder}/endless-", "-reload=0", str(corpus)]
        atheris.Setup([sys.argv[0], *options], feed)
        atheris.Fuzz()

    def try_one(self, call: Callable[[bytes], object], given: bytes) -> None:
        """Count an input, and keep it where it shows a fault."""
        self.counts["input"] += 1
        begin = time.process_time()
        try:
            call(given)
        except Exception as error:  # noqa: BLE001  any is a find
            kind = "lost field" if isinstance(error, AssertionError) else "crash"
            self.keep(kind, place_of(error), given, "".join(traceback.format_exception(error)))
        taken = time.process_time() - begin
        if taken > HANG_S:
            self.keep("hang", "", given, f"{taken:.1f} s of processor time\n")

    def keep(self, kind: str, place: str, given: bytes, report: str) -> None:
        """Count a fault and keep its smallest input: one file per kind and place."""
        self.counts[kind] += 1
        name = f"{kind} {place}".strip().replace(" ", "-")
        path = self.folder / f"{name}.bin"
        if not path.exists() or len(given) < path.stat().st_size:
            path.write_bytes(given)
            path.with_suffix(".txt").write_text(f"{given!r}\n\n{report}", encoding="utf-8")


def caller(item: pytest.Function) -> Callable[[bytes], object]:
    """What runs a property on some bytes, with its fixtures."""
    handle = item.obj.hypothesis
    fixtures = {
        name: item.funcargs[name]
        for name in inspect.signature(item.obj).parameters
        if name in item.funcargs
    }
    bare = partial(handle.inner_test, **fixtures)
    (name, kind), *others = (
        (each.name, each.annotation)
        for each in inspect.signature(handle.inner_test).parameters.values()
        if each.name not in fixtures
    )
    if not others and kind is bytes:
        return lambda given: bare(**{name: given})
    if not others and kind is str:
        return lambda given: bare(**{name: given.decode("utf-8", "replace")})
    if fixtures:
        raise TypeError(f"{item.name}: a property with a fixture has one text or content beside it")
    return handle.fuzz_one_input


def seeds_of(module: object) -> list[bytes]:
    """The inputs that a module of properties begins with."""
    listed = [each for name, each in vars(module).items() if name.endswith("SEEDS")]
    found = [seed for seeds in listed for seed in seeds]
    texts = [seed.encode() for seed in found if isinstance(seed, str)]
    return [*texts, *(seed for seed in found if isinstance(seed, bytes))]


def dictionary(seeds: list[bytes]) -> str:
    """The words of the seeds and the marks between them, as libFuzzer reads them."""
    words = {
        word.encode()
        for seed in seeds
        for word in re.findall(r"\w+|\W", seed.decode("utf-8", "replace"))
    }
    lines = [
        '"' + "".join(f"\\x{byte:02x}" for byte in word) + '"'
        for word in sorted(words)
        if len(word) <= LONGEST_WORD
    ]
    return "\n".join(lines) + "\n"


def place_of(error: Exception) -> str:
    """The kind of an error, and the last line of ours that it went through."""
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).is_relative_to(ROOT) and ".venv" not in frame.filename
    ]
    last = frames[-1]
    return f"{type(error).__name__} {Path(last.filename).stem} {last.lineno}"


def line(counts: Counter[str], name: str) -> str:
    """A line of the table of figures."""
    return f"{counts['input']:>10}" + "".join(f"{counts[kind]:>12}" for kind in KINDS) + f"  {name}"


def fuzz(inputs: int, seconds: float, folder: Path, words: str) -> int:
    """Let the properties take turns; 1 where any of them shows a fault."""
    files = sorted(map(str, (ROOT / "tests").rglob("test_*_properties.py")))
    total: Counter[str] = Counter()
    print(f"{'inputs':>10}" + "".join(f"{kind:>12}" for kind in KINDS) + "  property", flush=True)
    with atheris.instrument_imports(include=["dashboard", "geocoding"]):
        while total["input"] < inputs:
            turns = Round(folder, seconds)
            pytest.main([*files, *PYTEST, "-k", words], plugins=[turns])
            if not turns.total:
                break
            total += turns.total
            print(line(total, "in all"), flush=True)
    print(f"what was found is in {folder}")
    return int(not total or any(total[kind] for kind in KINDS))


def main() -> int:
    """Read the options and run."""
    parser = argparse.ArgumentParser(description="Feed made-up input to the properties.")
    parser.add_argument("--inputs", type=int, default=1_000_000, help="at least so many in all")
    parser.add_argument("--seconds", type=float, default=30, help="of processor time for a turn")
    parser.add_argument("--folder", type=Path, help="for the finds; else a temporary one")
    parser.add_argument("-k", dest="words", default="", help="only properties so named (pytest)")
    options = parser.parse_args()
    folder = options.folder or Path(tempfile.mkdtemp(prefix="fuzz-"))
    return fuzz(options.inputs, options.seconds, folder.resolve(), options.words)


if __name__ == "__main__":
    sys.exit(main())
