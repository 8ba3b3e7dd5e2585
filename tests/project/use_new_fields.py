"""Uses a copy of the program that has further fields; run by test_new_field.py.

Prints as JSON what became of them, and writes a file of every format.
"""

import io
import json
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import numpy as np

from dashboard.cli import main
from dashboard.explore.catalog.catalog import build_catalog
from dashboard.explore.filters.filters import Filters, select
from dashboard.explore.quality.quality import FIELDS
from dashboard.locale import texts_in
from dashboard.practices import locate, read_page
from dashboard.practices.edits import Signature
from dashboard.practices.merging import merge
from dashboard.practices.personal import may_name_a_person
from dashboard.practices.reading import guess_mapping
from dashboard.store import SqlStore, open_store
from dashboard.views.practice.card import card_html
from dashboard.views.quality.history import edit_html
from geocoding import GazetteerGeocoder

NUMBER = 150


def use_fields(folder: Path, formats: Sequence[str]) -> dict[str, object]:
    """Import a page with the fields, correct them, and show and export them."""
    store = open_store(str(folder / "store.sqlite"))
    assert isinstance(store, SqlStore)
    before = store.load()
    page = (folder / "150.txt").read_text(encoding="utf-8")
    store.save(merge(before, [read_page(page, source="150.txt")]).table)
    by = Signature(who="a@example.org", reason="x")
    edits = [
        store.edit_field(NUMBER, name, value, by)
        for name, value in (
            *(("guardian", "Jan Kos"), ("award", "Medal")),
            *(("guardian", "Zenobia Wzorowa"), ("award", "Złota Wieża")),
        )
    ]
    practices, texts = store.load(), texts_in("pl")
    catalog = build_catalog(practices, locate(practices, GazetteerGeocoder()))
    found = {
        word: int(np.count_nonzero(select(catalog, Filters(search=word)).mask))
        for word in ("wieża", "zenobia")
    }
    exports = [("csv", []), *((name, ["--contacts"]) for name in formats)]
    return {
        "before": before["award"].tolist(),
        "award": practices["award"].tolist(),
        "award_day": [str(day.date()) for day in practices["award_day"]],
        "guardian": practices["guardian"].tolist(),
        "by_name": guess_mapping(["Dzień X", "Opiekun praktyki"]),
        "by_alias": guess_mapping(["Wyróżnienie"]),
        "quality": list(FIELDS),
        "found": found,
        "card": card_html(catalog, 0, texts),
        "history": [edit_html(each, texts) for each in edits if each],
        "is_hidden": may_name_a_person("guardian", "x"),
        "exports": {
            "-".join([name, *more]): export(store, folder / "files", name, more)
            for name, more in exports
        },
    }


def export(store: SqlStore, folder: Path, name: str, more: Sequence[str]) -> list[object]:
    """Write a file; give the exit code of the command and what it printed."""
    path = folder / "-".join([name, *more])
    output = io.StringIO()
    slides = ["--practice-slides"] if name == "pptx" else []
    arguments = ["--data", str(store.path), "--format", name, "--output", str(path), *more, *slides]
    with redirect_stdout(output), redirect_stderr(output):
        try:
            main(["export", *arguments])
        except SystemExit as end:
            return [end.code or 0, output.getvalue()]
    return [0, output.getvalue()]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(use_fields(Path(sys.argv[1]), sys.argv[2:])))
