"""Tables, texts and pages that mean harm: slow patterns, many places, deep markup."""

import asyncio
import csv
import io
import random
import zipfile
from collections.abc import Awaitable, Callable, Sequence

from attack_server import Server
from attacks import UNREADABLE, Attack, Bounds, Variant, add, answered_or_refused, said
from visitor import Visitor

PIECES = (
    "12 / ", "12/", "1a ", "1 i 2 ", "12-", "m. 3 ", "lok. 1/", "ul. ", "al. 3 Maja ", "nr ",
    "(", "a, ", "00-000 ", "; ", "os. 5 ", "- ", "1,", "pow. ", "gm. ", "ż", "tel. 6 ", "@",
    "a@b.", "  ",
)  # fmt: skip
"""What a slow pattern may go back and forth over."""

FIELDS = (
    ("jakosc", "przeglad=150", "review-words"),
    ("", "", "home-place"),
    ("", "", "filter-szukaj"),
    ("jakosc", "przeglad=150", "review-reason"),
)
"""A page, its parameters, and a field for text on it."""

COLUMNS = (
    "street", "number", "locality", "postal_code", "places", "contacts", "phones", "emails",
    "website",
    "county", "voivodeship", "population", "introduced", "unit", "summary", "metryka",
    "url", "title",
)  # fmt: skip
WORST = "12 / "


def csv_of(rows: Sequence[Sequence[str]]) -> bytes:
    """A CSV file."""
    made = io.StringIO()
    csv.writer(made, delimiter=";").writerows(rows)
    return made.getvalue().encode()


def pasted(dice: random.Random, count: int) -> list[Variant]:
    """Long texts pasted into the pages' fields."""
    made = []
    for number in range(count):
        field = FIELDS[number % len(FIELDS)]
        piece = WORST if number < len(FIELDS) else dice.choice(PIECES)
        length = dice.randint(7_000, 12_500)
        text = piece * (length // len(piece))
        name = f"{field[2]}: {piece!a} to {length}"
        made.append(Variant(name=name, bring=_paste(*field, text)))
    return made


def _paste(page: str, query: str, key: str, text: str) -> Callable[[Server], Awaitable[str]]:
    async def bring(server: Server) -> str:
        async with Visitor(server.address) as visitor:
            await visitor.open(page, query)
            await visitor.write(key, text)
            return f"the page says {UNREADABLE!r}" if UNREADABLE in said(visitor) else ""

    return bring


def slow_cells(dice: random.Random, count: int) -> list[Variant]:
    """Tables with one long cell of the same piece again and again."""
    made = []
    for number in range(count):
        column = "street" if not number else dice.choice(COLUMNS)
        piece = WORST if number < 2 else dice.choice(PIECES)
        length = dice.choice((12_500, 30_000)) if number else 12_500
        cells = {"title": "T", "locality": "Bochnia"} | {column: piece * (length // len(piece))}
        content = csv_of([list(cells), list(cells.values())])
        name = f"{column}: {piece!a} to {length}"
        made.append(Variant(name=name, bring=answered_or_refused("praktyki.csv", content)))
    return made


def many_places(dice: random.Random, count: int) -> list[Variant]:
    """Tables whose cells name many places."""
    made = []
    for number in range(count):
        rows, places = dice.choice(((1, 32_000), (5, 9_000), (100, 1_500), (1, 16_000)))
        if not number:
            rows, places = 1, 32_000
        separator = dice.choice(("; ", ";", " ; "))
        place = dice.choice(("Ab", "Bochnia", "1"))[: max(2, 120_000 // places - len(separator))]
        cell = separator.join([place] * places)
        content = csv_of([["title", "places"], *[["T", cell]] * rows])
        name = f"{rows} x {places} places, {separator!a}"
        made.append(Variant(name=name, bring=answered_or_refused("praktyki.csv", content)))
    return made


def odd_values(dice: random.Random, count: int) -> list[Variant]:
    """Tables with dates and numbers out of range; each page must still be drawn soon."""
    dates = ("0209-11-23", "9999-12-31", "0001-01-01", "1009-01-01", "2999-01-01")
    made = []
    for date in dice.sample(dates, min(count, len(dates))):
        number = dice.choice(("1", "999999999", "123456789"))
        rows = [["art", "section", "title", "locality", "introduced", "population"]]
        rows += [[number, "Kultura", "A", "Bochnia", date, "999999999"]]
        rows += [["2", "Kultura", "B", "Bochnia", "2009-11-23", "30000"]]
        made.append(Variant(name=f"{number} of {date}", bring=_look_around(csv_of(rows))))
    return made


def _look_around(content: bytes) -> Callable[[Server], Awaitable[str]]:
    async def bring(server: Server) -> str:
        async with Visitor(server.address) as visitor:
            await visitor.open("dodaj")
            await visitor.upload("add-files", "praktyki.csv", content)
            await visitor.press("add-read")
            slow = []
            for page in ("", "pokrycie", "analiza", "jakosc"):
                before = visitor.received_bytes
                seconds = await visitor.open(page)
                sent = visitor.received_bytes - before
                if seconds > 3 or sent > 1_000_000:
                    slow.append(f"/{page}: {seconds:.1f} s, {sent / 1e6:.1f} MB")
            return "; ".join(slow)

    return bring


def page(body: str) -> bytes:
    """A saved page."""
    return f"<html><body>{body}</body></html>".encode()


def hostile_bodies(dice: random.Random) -> dict[str, str]:
    """Bodies of pages that are hard to read, by what is in them."""
    size, digits = dice.randint(900_000, 2_000_000), dice.randint(4_400, 9_000)
    return {
        "character reference": f"<p>&#{'9' * digits};</p>",
        "hexadecimal reference": f"<p>&#x{'f' * digits};</p>",
        "reference out of range": "<p>&#1114112;&#xD800;&#-1;&#;</p>",
        "<b> again and again": "<b>" * (size // 3),
        "<div> again and again": "<div>" * (size // 5),
        "<table><tr> again and again": "<table><tr>" * (size // 11),
        "attributes": f"<p {' '.join(f'a{number}=1' for number in range(size // 9))}>",
        "ampersands": "&" * size,
        "comments": "<!--" * (size // 4),
        "mis-nested": "<a><b></a></b>" * (size // 14),
    }


def hostile_pages(dice: random.Random, count: int) -> list[Variant]:
    """Saved pages that are hard to read, alone and many in an archive."""
    bodies = hostile_bodies(dice)
    first = ["character reference", "<b> again and again"]
    names = [*first, *dice.sample(sorted(bodies.keys() - set(first)), max(0, count - 3))]
    made = [
        Variant(name=name, bring=_with_good_page(page(bodies[name]), f"15{at}.html"))
        for at, name in enumerate(names)
    ]
    return [
        *made,
        Variant(name="48 pages of <b>", bring=_many(page(bodies["<b> again and again"]))),
    ]


def good_page(number: int) -> tuple[str, bytes]:
    """The name and content of a page that can be read."""
    text = (
        "Rozwój instytucjonalny : Zarządzanie strategiczne\nPromocja kultury\n\n"
        ".:   Skrót i Metryka -> Pełna prezentacja -> Załączniki   :.\n\nTekst.\n\n"
        "Metryka praktyki\nData wprowadzenia do BDP:  2009-11-23\nNazwa JST:  Bochnia\n"
    )
    return f"{number}.txt", text.encode()


def archive(files: Sequence[tuple[str, bytes]]) -> bytes:
    """A ZIP archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files:
            packed.writestr(name, content)
    return made.getvalue()


def _with_good_page(content: bytes, name: str) -> Callable[[Server], Awaitable[str]]:
    """Bring a page beside a good one, which must be read."""

    async def bring(server: Server) -> str:
        brought = archive([good_page(999), (name, content)])
        words, told = await add(server, "strony.zip", brought)
        is_read = "Wczytano 1 praktyk" in told
        return "" if words or is_read else "neither refused by name nor the good page read"

    return bring


def _many(content: bytes) -> Callable[[Server], Awaitable[str]]:
    async def bring(server: Server) -> str:
        noise = random.Random(1).randbytes(200_000).hex().encode()  # noqa: S311  else it is a bomb
        files = [(f"{number}.html", content + noise) for number in range(1, 49)]
        packed = await asyncio.to_thread(archive, files)
        return await answered_or_refused("strony.zip", packed)(server)

    return bring


ANSWER = "an answer, others not held up"
TABLES = [
    Attack(
        mark="A5",
        name="long texts in the pages' fields",
        must="an answer within 3 s, others not held up",
        server="edit",
        make=pasted,
        bounds=Bounds(seconds=3.0, wait_s=3.0),
    ),
    Attack(
        mark="A5",
        name="long cells in a table",
        must=ANSWER,
        server="open",
        make=slow_cells,
        bounds=Bounds(seconds=10.0, wait_s=3.0),
    ),
    Attack(
        mark="A6",
        name="many places in a cell",
        must="a problem or a refusal, under 300 MB",
        server="open",
        make=many_places,
    ),
    Attack(
        mark="B2/B9",
        name="hostile pages in an archive",
        must="the good page read, or a refusal",
        server="open",
        make=hostile_pages,
        bounds=Bounds(seconds=30.0),
    ),
    Attack(
        mark="B3",
        name="dates and numbers out of range",
        must="each page within 3 s and 1 MB",
        server="open",
        make=odd_values,
    ),
]
