"""What holds of every page and every record card: `make soak ARGS=fuzz` runs these long."""

import io
import re
from html import escape
from pathlib import Path

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.errors import PageError
from dashboard.locale import LANGUAGES, texts_in
from dashboard.practices import read_page
from dashboard.practices.article import find_article
from dashboard.practices.card_lines import Line, fields_from_json, fields_to_json, split_fields
from dashboard.practices.markup import is_markup, read_markup
from dashboard.practices.metryka import read_metryka
from dashboard.practices.page_reading import read_contents
from dashboard.practices.reading import convert_pages
from dashboard.practices.table import practices_csv, read_practices
from geocoding import fold
from geocoding.tables.encodings import decode_text

REAL = Path(__file__).parents[3].joinpath("data", "pages", "150.txt").read_text(encoding="utf-8")
LINES = REAL.split("\n")
HTML = "<!DOCTYPE html>\n<html><body><!-- saved from url=(0014)about:x --><table>{}</table></body>"
SEEDS = (
    REAL,
    HTML.format("".join(f"<tr><td>{escape(line)}</td></tr>\n" for line in LINES)),
    "\n".join(LINES[22:])
    .replace("30.000", "96 tys. (2012)")
    .replace("2009-11-23", "23.11.2009 r."),
    "\n".join(line for line in LINES if len(line) < 100).replace("\n", "\r\n"),
)
PAGES = st.lists(
    st.sampled_from([line for line in LINES if len(line) < 100])
    | st.sampled_from(["Powiat", "tel.", ":", " ", "<td>", "</p>", "&nbsp;", "http://a.pl/?art=5"])
    | st.text(max_size=12),
    max_size=40,
).flatmap(
    lambda added: st.integers(0, len(LINES)).map(
        lambda at: "\n".join([*LINES[20:at], *added, *LINES[max(at, 20) :]])
    )
)
BYTES = st.tuples(PAGES, st.sampled_from(["utf-8", "cp1250", "utf-16", "iso8859_2"])).map(
    lambda page: page[0].encode(page[1], "replace")
)


def tokens(text):
    """The characters of a text that are no space and no colon, in their order."""
    return re.sub(r"[\s:\x1c-\x1f\x85]+", "", text)


def cut(lines):
    """Summary and record card of a page whose card ends with the second line of tabs."""
    tabs = [
        at
        for at, line in enumerate(lines)
        if "skrot i metryka" in fold(line) and "pelna prezentacja" in fold(line)
    ]
    card = next(
        at
        for at, line in enumerate(lines)
        if at > tabs[0] and fold(line).rstrip(" :") == "metryka praktyki"
    )
    end = next((at for at in tabs if at > card), None)
    return lines[tabs[0] + 1 : card], None if end is None else lines[card + 1 : end]


@given(PAGES)
def test_a_page_is_read_or_refused_and_keeps_its_lines(text: str) -> None:
    try:
        practice = read_page(text, source="7.txt")
    except PageError as refusal:
        error = refusal
    else:
        check_page(text, practice)
        return
    assert error.rule
    assert all(error.worded(texts_in(each)) for each in LANGUAGES)
    assert str(error).startswith("7.txt")


def check_page(text, practice):
    assert practice == read_page(text, source="7.txt")
    assert practice.title
    if is_markup(text):
        lines = [line.text for line in read_markup(text).lines]
    else:
        lines = re.split(r"\r\n|\r|\n", text)
    summary, card = cut(lines)
    assert tokens("".join(practice.summary)) == tokens("".join(summary))
    if card is not None:
        printed = "".join(field.label + field.text for field in practice.fields)
        assert tokens(printed) == tokens("".join(card))


@given(PAGES)
def test_a_record_card_keeps_its_lines(text: str) -> None:
    lines = [Line(at, line.strip()) for at, line in enumerate(text.split("\n"))]
    fields = split_fields(lines)
    printed = "".join(field.label + field.text for field in fields)
    assert tokens(printed) == tokens("".join(line.text for line in lines))
    card, remarks = read_metryka(fields)
    assert card.fields == fields
    assert all(remark.field in fields and remark.column for remark in remarks)
    assert fields_from_json(card.cells()["metryka"]) == fields
    assert fields_from_json(fields_to_json(fields)) == fields


@given(PAGES)
def test_an_article_is_found_or_not(text: str) -> None:
    lines = text.split("\n")
    article = find_article(lines[:1], text=lines, source=lines[-1])
    assert article is None or 0 < article.number < 10**9


@given(BYTES)
def test_bytes_are_decoded_and_shown(content: bytes) -> None:
    text = decode_text(content)
    shown = read_markup(text)
    assert all(line.text == line.text.strip() for line in shown.lines)
    assert all(0 <= line.number <= text.count("\n") + 1 for line in shown.lines)


@settings(max_examples=30)
@given(BYTES)
def test_a_page_file_is_a_row_or_a_problem(content: bytes) -> None:
    pages = [("folder/7.txt", content)]
    read = read_contents(pages)
    assert len(read.practices) + len(read.faults) == 1
    assert all(fault.file == "folder/7.txt" and str(fault) for fault in read.faults)
    brought = convert_pages(pages)
    assert brought.row_count == 1
    left_out = [each for each in brought.problems if each.effect == "left-out"]
    assert len(brought.practices) + len(left_out) == 1
    saved = practices_csv(brought.practices, name="t.csv")
    loaded = read_practices(io.BytesIO(saved), name="t.csv")
    pd.testing.assert_frame_equal(loaded, brought.practices)
    assert practices_csv(loaded, name="t.csv") == saved
