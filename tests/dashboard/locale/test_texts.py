import datetime as dt
import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

import dashboard
import geocoding
from dashboard.locale import LANGUAGES, texts_in

PACKAGES = [Path(each.__file__).parent for each in (dashboard, geocoding)]


def messages(language):
    names = []
    for path in [file for each in PACKAGES for file in (each / "locale" / language).glob("*.ftl")]:
        entries = FluentParser().parse(path.read_text(encoding="utf-8")).body
        assert not [entry for entry in entries if isinstance(entry, ast.Junk)], path
        names += [entry.id.name for entry in entries if isinstance(entry, ast.Message)]
    return names


def in_order(path):
    return re.findall(r"^([a-z][\w-]*) =", path.read_text(encoding="utf-8"), re.MULTILINE)


def test_both_languages_hold_the_same_messages_in_the_same_order():
    for package in PACKAGES:
        for path in (package / "locale" / "pl").glob("*.ftl"):
            assert in_order(path) == in_order(package / "locale" / "en" / path.name), path
    assert sorted(messages("pl")) == sorted(messages("en"))
    assert len(set(messages("pl"))) == len(messages("pl"))


def test_every_message_is_used():
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for package in PACKAGES
        for path in package.rglob("*")
        if path.suffix in {".py", ".html"}
    )
    named = set(re.findall(r"[\"'(]([a-z][\w-]+)[\"')]", code))
    prefixes = set(re.findall(r"[\"']([a-z]+(?:-[a-z]+)*-)\{", code))
    unused = [
        name
        for name in messages("pl")
        if name not in named and not any(name.startswith(prefix) for prefix in prefixes)
    ]
    assert unused == []


def test_a_message_that_is_missing_or_lacks_a_value_is_an_error():
    texts = texts_in("pl")
    with pytest.raises(KeyError):
        texts("no-such-message")
    with pytest.raises(KeyError, match="total"):
        texts("count", shown=1)


def test_a_value_of_any_length_stands_in_its_message():
    title = "Bochnia " * 2000
    assert texts_in("pl")("card-matched", label=title) == f"Dopasowano: {title}"


@pytest.mark.parametrize("word", ["\U000f0000", "\U000f0001", "{$label}", ""])
def test_no_word_is_taken_for_another(word):
    texts = texts_in("pl")
    assert texts("card-matched", label=word) == f"Dopasowano: {word}"
    cell = texts("analysis-cell", row=word, column="x", count=2)
    assert cell == texts("analysis-cell", row="?", column="x", count=2).replace("?", word)


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        pytest.param(1, "1 z 1 praktyki", id="one"),
        pytest.param(2, "2 z 2 praktyk", id="few"),
        pytest.param(12345, "12\xa0345 z 12\xa0345 praktyk", id="thousands"),
    ],
)
def test_polish_plurals(count, expected):
    assert texts_in("pl")("count", shown=count, total=count) == expected


@pytest.mark.parametrize(
    ("metres", "pl", "en"),
    [
        pytest.param(14, "10\xa0m", "10\xa0m", id="tens of metres"),
        pytest.param(949, "950\xa0m", "950\xa0m", id="metres"),
        pytest.param(951, "1\xa0km", "1\xa0km", id="a kilometre"),
        pytest.param(2449, "2,4\xa0km", "2.4\xa0km", id="kilometres"),
        pytest.param(25499, "25\xa0km", "25\xa0km", id="far"),
    ],
)
def test_distances(metres, pl, en):
    assert texts_in("pl").distance(metres) == pl
    assert texts_in("en").distance(metres) == en


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_are_in_words(language):
    assert "2009" in texts_in(language).date(dt.date(2009, 11, 23))
