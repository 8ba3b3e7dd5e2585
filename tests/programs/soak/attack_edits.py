"""Attacks on a store and its corrections while pages of them are open."""

import asyncio
import csv
import io
import json
import random
import shutil
import sys
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from attack_logins import REVIEW, try_to_save
from attack_server import Server
from attack_tables import good_page
from attacks import UNREADABLE, Attack, Variant, said
from visitor import Visitor

from dashboard.cli.importing import import_files
from dashboard.practices.corrections import corrections_csv
from dashboard.practices.edits import UNSIGNED
from dashboard.store import open_store
from dashboard.store.backup import copy_file

PAGES = ("", "pokrycie", "analiza", "jakosc", "wybrane", "o-danych")
NUMBERS = ("999999999", "123456789", "100000000")
UNKNOWN = "Link zawiera wartości, których nie ma w danych"
FORMULA = "=+-@"


@asynccontextmanager
async def as_it_was(server: Server):
    """Put the store back as it was, once the attack is over."""
    before = server.folder / "before.sqlite"
    copy_file(server.table, before)
    try:
        yield
    finally:
        for path in server.table.parent.iterdir():
            path.unlink()
        copy_file(before, server.table)


def long_reasons(dice: random.Random, count: int) -> list[Variant]:
    """Reasons of corrections that are longer than what a CSV file may hold."""
    lengths = [140_000, 131_073, *(dice.randint(1_000, 900_000) for _ in range(count))]
    made = []
    for length in lengths[:count]:
        unit = dice.choice(("x", 'ż"', "a, ", "=1"))
        text = (unit * length)[:length]
        made.append(Variant(name=f"{length} of {unit!a}", bring=_save_reason(text)))
    return made


def _save_reason(text: str) -> Callable[[Server], Awaitable[str]]:
    async def bring(server: Server) -> str:
        async with as_it_was(server):
            async with Visitor(server.address) as visitor:
                await visitor.open(*REVIEW)
                await try_to_save(server, visitor, text)
            return await _all_pages(server)

    return bring


async def _all_pages(server: Server) -> str:
    """Which pages a new visitor cannot see; empty where all are shown."""
    shut = []
    for page in PAGES:
        async with Visitor(server.address) as visitor:
            await visitor.open(page)
            if UNREADABLE in said(visitor):
                shut.append(f"/{page}")
    return f"not shown any more: {', '.join(shut)}" if shut else ""


def formulas(dice: random.Random, count: int) -> list[Variant]:
    """Reasons that a spreadsheet would take for a formula."""
    texts = [
        '=HYPERLINK("http://evil.example","tu")',
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "+48 600 100 200",
        "-2+3",
        "\t=1+1",
        "＝1+1",
    ]
    return [
        Variant(name=text[:20], bring=_save_formula(text))
        for text in [texts[0], *dice.sample(texts[1:], min(max(count - 1, 0), 5))]
    ]


def _save_formula(text: str) -> Callable[[Server], Awaitable[str]]:
    async def bring(server: Server) -> str:
        async with as_it_was(server):
            async with Visitor(server.address) as visitor:
                await visitor.open(*REVIEW)
                if not await try_to_save(server, visitor, text.strip()):
                    return "the reason is not saved at all"
            file = corrections_csv(open_store(str(server.table)).corrections())
            rows = csv.DictReader(io.StringIO(file.decode("utf-8-sig"), newline=""))
            cells = [row.get("reason") or "" for row in rows]
            found = [each for each in cells if each.lstrip()[:1] in tuple(FORMULA)]
            return f"overrides.csv holds {found[0][:30]!r}" if found else ""

    return bring


def changed_tables(dice: random.Random, count: int) -> list[Variant]:
    """Stores that change, or break, under a page that is open."""
    made = [
        Variant(name="an import of 1 page", bring=_change_under(_import_pages(1))),
        Variant(
            name="a store cut in half",
            bring=_break_under(lambda content: content[: len(content) // 2]),
        ),
        Variant(name="an empty file", bring=_break_under(lambda _: b"")),
        Variant(name="no store", bring=_break_under(None)),
        Variant(name="noise in place of a store", bring=_break_under(lambda _: b"\xff\x00" * 500)),
    ]
    for _ in range(count - len(made)):
        number = dice.randint(2, 6)
        made.append(
            Variant(name=f"an import of {number} pages", bring=_change_under(_import_pages(number)))
        )
    dropped = Variant(name="rows removed", bring=_change_under(_remove_rows))
    return [made[0], dropped, *made[1:]][: max(count, 3)]


def _import_pages(number: int) -> Callable[[Server], Awaitable[None]]:
    async def change(server: Server) -> None:
        folder = server.folder / "pages"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for at in range(number):
            name, content = good_page(900 + at)
            (folder / name).write_bytes(content)
        program = [sys.executable, "-m", "dashboard", "import", str(folder)]
        process = await asyncio.create_subprocess_exec(
            *program, "--output", str(server.table), stdout=asyncio.subprocess.DEVNULL
        )
        if await process.wait():
            raise OSError(f"the import ends with {process.returncode}")
        numbers = set(open_store(str(server.table)).load()["art"])
        if missing := {900 + at for at in range(number)} - numbers:
            raise OSError(f"the import lacks {len(missing)} of {number} practices")

    return change


async def _remove_rows(server: Server) -> None:
    store = open_store(str(server.table))
    await asyncio.to_thread(store.change_practices, lambda practices: practices.iloc[:-2])


def _clicked(number: int) -> dict[str, str]:
    """A click on the map, on the mark of a practice."""
    properties = {"properties": {"practice": number}}
    return {"json_value": json.dumps({"last_active_drawing": properties})}


def _change_under(
    change: Callable[[Server], Awaitable[None]],
) -> Callable[[Server], Awaitable[str]]:
    async def bring(server: Server) -> str:
        async with as_it_was(server), Visitor(server.address) as visitor:
            await visitor.open()
            await visitor.put("map", **_clicked(150))
            await change(server)
            for number in (42, 150):
                await visitor.put("map", **_clicked(number))
            await visitor.open()
            return ""

    return bring


def _break_under(
    change: Callable[[bytes], bytes] | None,
) -> Callable[[Server], Awaitable[str]]:
    async def bring(server: Server) -> str:
        async with as_it_was(server), Visitor(server.address) as visitor:
            await visitor.open()
            await visitor.put("map", **_clicked(150))
            content = server.table.read_bytes()
            server.table.unlink()
            if change:
                server.table.write_bytes(change(content))
            await visitor.put("map", **_clicked(42))
            if "map" in visitor.elements:
                await visitor.put("map", **_clicked(150))
            server.table.write_bytes(content)
            await visitor.open()
            is_back = "map" in visitor.elements and UNREADABLE not in said(visitor)
            return "" if is_back else "the page does not come back with its store"

    return bring


def long_numbers(dice: random.Random, count: int) -> list[Variant]:
    """Links to practices whose numbers have nine digits, which the tables may hold."""
    forms = ("p={}", "p={}&lang=en", "wybrane={}&p={}", "p=0{}")
    return [
        Variant(name=form.format(number, number), bring=_follow(number, form))
        for number in dice.sample(NUMBERS, min(count, len(NUMBERS)))
        for form in [forms[0] if number == NUMBERS[1] else dice.choice(forms[:3])]
    ]


def _follow(number: str, form: str) -> Callable[[Server], Awaitable[str]]:
    async def bring(server: Server) -> str:
        async with as_it_was(server), Visitor(server.address) as visitor:
            await asyncio.to_thread(_add_practice, server.table, number)
            await visitor.open("", form.format(number, number))
            page = said(visitor)
            if UNKNOWN in page or "values that are not in the data" in page:
                return "the page says that the data has no such practice"
            return "" if f"Praktyka {number}" in page else "the practice is not shown"

    return bring


def _add_practice(path: Path, number: str) -> None:
    """Add a practice to a store, from a table that is imported."""
    with TemporaryDirectory(prefix="attack-") as folder:
        row = {"section": "Kultura", "title": f"Praktyka {number}", "locality": "Bochnia"}
        table = Path(folder) / "further.csv"
        with table.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, ["art", *row])
            writer.writeheader()
            writer.writerow({"art": number, **row})
        import_files([table], open_store(str(path)), UNSIGNED)


EDITS = [
    Attack(
        mark="A2",
        name="long reasons of corrections",
        must="refused or saved; every page is shown afterwards",
        server="edit",
        make=long_reasons,
    ),
    Attack(
        mark="B1",
        name="a store that changes under an open page",
        must="the next clicks show the new practices, or the page's own words",
        server="edit",
        make=changed_tables,
    ),
    Attack(
        mark="B4",
        name="links to numbers of nine digits",
        must="the practice",
        server="edit",
        make=long_numbers,
    ),
    Attack(
        mark="D2",
        name="formulas as reasons",
        must="saved, and no cell of the downloaded file begins a formula",
        server="edit",
        make=formulas,
    ),
]
