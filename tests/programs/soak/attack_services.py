"""Attacks on `python -m geocoding`: services with odd answers, long addresses."""

import copy
import csv
import json
import random
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from attack_runs import GEOCODING, run, within
from attack_tables import PIECES, WORST
from attacks import Attack, Bounds, Variant

ROWS = 24
"""Addresses of one run; every other one gets an odd answer."""

NOMINATIM = [
    {
        "place_id": 1, "osm_type": "way", "osm_id": 5, "lat": "49.97", "lon": "20.43",
        "type": "yes", "addresstype": "building", "display_name": "x", "importance": 0.5,
        "address": {
            "house_number": "2", "road": "Kazimierza Wielkiego", "town": "Bochnia",
            "postcode": "32-700", "county": "powiat bocheński", "state": "małopolskie",
        },
    }
]  # fmt: skip
UUG = {
    "type": "address",
    "found objects": 1,
    "results": {
        "1": {
            "city": "Bochnia",
            "code": "32-700",
            "street": "K",
            "number": "2",
            "x": "20.43",
            "y": "49.97",
        }
    },
}
ODD = (None, 7, -1.5, True, [], {}, [None], {"a": 1}, "", "x" * 5000, "\u0000", 10**30, "NaN")
SOME_OPEN = 3
"""The exit code where some rows got no answer, and the column 'error' says why."""


@contextmanager
def service(answers: Sequence[bytes]):
    """The address of a service that gives each of some answers in turn."""
    left = list(answers)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = left.pop() if left else answers[0]
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *words: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def fields_of(answer: object, path: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    """The ways to each value of an answer."""
    items = answer.items() if isinstance(answer, dict) else ()
    items = enumerate(answer) if isinstance(answer, list) else items
    for name, value in items:
        yield (*path, name)
        yield from fields_of(value, (*path, name))


def altered(answer: object, path: Sequence[object], value: object) -> bytes:
    """An answer with another value at one place."""
    made = copy.deepcopy(answer)
    at = made
    for name in path[:-1]:
        at = at[name]
    at[path[-1]] = value
    return json.dumps(made).encode()


def odd_answers(dice: random.Random, count: int) -> list[Variant]:
    """Services whose answers hold null, a number, or a list where a text should be."""
    first = {
        "nominatim": [
            (0, "address", "house_number"),
            (0, "address", "road"),
            (0, "address", "town"),
        ],
        "uug": [("results", "1", "city"), ("results", "1", "street")],
    }
    made = []
    for number in range(max(count, 2)):
        name, answer = (("nominatim", NOMINATIM), ("uug", UUG))[number % 2]
        places = sorted(fields_of(answer), key=str)
        odd = [altered(answer, each, None) for each in first[name] if number < 2]
        odd += [
            altered(answer, dice.choice(places), dice.choice(ODD))
            for _ in range(ROWS // 2 - len(odd))
        ]
        made.append(
            Variant(
                name=f"{name}, {len(odd)} odd answers",
                bring=within(lambda folder, name=name, odd=odd: _geocode(folder, name, odd)),
            )
        )
    return made


def _geocode(folder: Path, name: str, odd: Sequence[bytes]) -> str:
    """Have addresses answered by a service; what is wrong with the end."""
    good = json.dumps({"nominatim": NOMINATIM, "uug": UUG}[name]).encode()
    answers = [each for pair in zip(odd, [good] * len(odd), strict=True) for each in pair]
    rows = [["Bochnia", "Kazimierza Wielkiego", str(number)] for number in range(len(answers))]
    _write(folder / "in.csv", ["city", "street", "number"], rows)
    with service(answers) as address:
        command = [*GEOCODING, str(folder / "in.csv"), "--output", str(folder / "out.csv")]
        further = ["--server", address, "--user-agent", "test", "--interval", "0.001"]
        ran = run([*command, "--geocoder", name, *further, "--attempts", "1"])
    if ran.fault:
        return ran.fault
    if ran.code not in {0, SOME_OPEN}:
        return f"exit code {ran.code}: {ran.said.strip()[-100:]}"
    with (folder / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        count = sum(1 for _ in csv.reader(file)) - 1
    return "" if count == len(rows) else f"{count} of {len(rows)} rows are answered"


def _write(path: Path, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([columns, *rows])


def long_addresses(dice: random.Random, count: int) -> list[Variant]:
    """Tables of addresses with one long cell."""

    def attack(column: str, text: str, folder: Path) -> str:
        rows = [["Bochnia", text], ["Kraków", "1"]]
        columns = ["city", column]
        if column == "address":
            columns, rows = ["note", column], [["1", text], ["2", "Kraków"]]
        _write(folder / "in.csv", columns, rows)
        ran = run([*GEOCODING, str(folder / "in.csv"), "--output", str(folder / "out.csv")])
        if ran.code == SOME_OPEN and not ran.fault:
            with (folder / "out.csv").open(encoding="utf-8-sig", newline="") as file:
                is_open = [bool(row["error"]) for row in csv.DictReader(file)]
            return "" if is_open == [True, False] else "another row than the long one is open"
        return ran.fault or ("" if ran.code in {0, 2} else f"exit code {ran.code}")

    made = []
    for number in range(count):
        column = (
            dice.choice(("street", "number", "address", "postal_code")) if number else "address"
        )
        piece = dice.choice(PIECES) if number else WORST
        length = dice.choice((12_500, 60_000)) if number else 40_000
        text = piece * (length // len(piece))
        bring = within(lambda folder, column=column, text=text: attack(column, text, folder))
        made.append(Variant(name=f"{column}: {piece!a} to {length}", bring=bring))
    return made


SERVICES = [
    Attack(
        mark="B5",
        name="services with odd answers",
        must="status error for the row, the run goes on",
        server="",
        make=odd_answers,
        bounds=Bounds(seconds=30.0),
    ),
    Attack(
        mark="A5",
        name="long addresses, python -m geocoding",
        must="an answer or a refusal within 15 s",
        server="",
        make=long_addresses,
        bounds=Bounds(seconds=15.0),
    ),
]
