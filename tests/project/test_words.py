"""What commands and errors say stands in Polish and English, and in one place."""

import ast
import re
from pathlib import Path
from types import ModuleType

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent

import dashboard
import geocoding
from dashboard.errors import (
    CorrectionError,
    EditConflictError,
    PageError,
    PracticeDataError,
    UploadError,
    Violation,
    WorkerError,
)
from dashboard.locale import texts_in
from geocoding.errors import TableFileError, TranslatedError
from geocoding.locale import Text

PACKAGES = (dashboard, geocoding)
PATHS = [
    path
    for package in PACKAGES
    for path in sorted(Path(str(package.__file__)).parent.rglob("*.py"))
]
ENGLISH = re.compile(
    r"\b(?:the|and|of|that|which|with|where|from|this|these|only|what|expected|cannot|file|row|"
    r"line|column|answer|found|more|read|written|missing|unknown|name|at most|each|there|is|are)\b"
)
SAME_IN_BOTH = re.compile(r"--[\w-]+|`[^`]*`|\w+://\S+|\{[^}]*\}|\b\w+_\w+\b|'[^']*'|name@\S+")
"""Options, commands, addresses and values, which are the same in every language."""
KINDS = {
    "PageError": "rule",
    "Problem": "rule",
    "TableFileError": "refused",
    "UploadError": "refused",
    "Violation": "table",
    "WorkerError": "worker",
}
"""The findings that go by a rule, and how the names of their messages begin."""


def messages(language: str) -> dict[str, str]:
    """The messages of both packages: their names and what stands there."""
    found = {}
    for package in PACKAGES:
        folder = Path(str(package.__file__)).parent / "locale" / language
        for path in folder.glob("*.ftl"):
            text = path.read_text(encoding="utf-8")
            for entry in FluentParser().parse(text).body:
                if isinstance(entry, fluent.Message) and entry.span is not None:
                    found[entry.id.name] = text[entry.span.start : entry.span.end]
    return found


MESSAGES = messages("pl")


def test_no_polish_message_has_an_english_word() -> None:
    found = {
        name: ENGLISH.findall(SAME_IN_BOTH.sub("", text.partition("=")[2]))
        for name, text in MESSAGES.items()
        if not name.startswith("about-english")  # names of sources, as they are
    }
    assert {name: words for name, words in found.items() if words} == {}


def kinds_of_errors() -> set[str]:
    """The names of all errors that both packages raise on purpose."""
    kinds, todo = set(), [TranslatedError]
    while todo:
        kind = todo.pop()
        kinds.add(kind.__name__)
        todo += kind.__subclasses__()
    return kinds


def called(node: ast.AST) -> str:
    """The name of what a call calls; empty for anything else."""
    if not isinstance(node, ast.Call):
        return ""
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def literals(node: ast.AST) -> list[str]:
    """The texts in an expression that no message is named by."""
    if called(node) in {"message", "texts", "Text", "repr", "join", "get"}:
        return []
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    return [text for child in ast.iter_child_nodes(node) for text in literals(child)]


def calls(*names: str) -> list[tuple[Path, ast.Call]]:
    """Every call of some functions or classes in both packages."""
    return [
        (path, node)
        for path in PATHS
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and called(node) in names
    ]


def test_no_error_and_no_output_is_worded_where_it_comes_up() -> None:
    worded = [
        f"{path}:{node.lineno}: {text!r}"
        for path, node in calls("echo", "error", "warning", *kinds_of_errors() - {*KINDS})
        for text in literals(node)
        if called(node) != "warning" or isinstance(node.func, ast.Attribute)  # of a log
        if re.search(r"[a-z]{3,} [a-z]{2,}", text)
    ]
    assert worded == []


def test_no_finding_of_the_doctor_is_worded_where_it_comes_up() -> None:
    worded = [
        f"{path}:{node.lineno}: {text!r}"
        for path, node in calls("ok", "warning", "problem")
        for each in node.keywords
        for text in literals(each.value)
        if re.search(r"[a-z]{2,} [a-z]{2,}", text)
    ]
    assert worded == []


def test_every_rule_that_is_broken_has_its_words() -> None:
    without = []
    for path, node in calls(*KINDS):
        rules = [each.value for each in node.keywords if each.arg == "rule"]
        rules += node.args[:1] if called(node) == "WorkerError" else []
        for rule in [each.value for each in rules if isinstance(each, ast.Constant)]:
            name = f"{KINDS[called(node)]}-{str(rule).replace('_', '-')}"
            if name not in MESSAGES:
                without.append(f"{path}:{node.lineno}: {name}")
    assert without == []


def test_every_rule_of_a_field_has_words_for_tables_and_for_visitors() -> None:
    rules = {each.type.rule.replace("_", "-") for each in dashboard_fields().FIELDS}
    assert {f"{kind}-{rule}" for rule in rules for kind in ("rule", "table")} <= {*MESSAGES}


def dashboard_fields() -> ModuleType:
    """The registry of fields."""
    from dashboard.practices import fields  # noqa: PLC0415  the test above alone needs it

    return fields


@pytest.mark.parametrize(
    ("error", "polish", "english"),
    [
        pytest.param(
            PracticeDataError("t.csv", [Violation(row=7, column="art", value="x", rule="exists")]),
            "t.csv: w tabeli praktyk jest 1 błąd\n  wiersz 7, kolumna art: 'x' – powinno być: "
            "plik, który istnieje",
            "t.csv: the practices table has 1 fault\n  row 7, column art: 'x' - expected a file "
            "that exists",
            id="table",
        ),
        pytest.param(
            PageError("5.txt", line=3, rule="title"),
            "5.txt:3: powinno być: tytuł praktyki pod nagłówkiem",
            "5.txt:3: expected the practice's title under the heading",
            id="page",
        ),
        pytest.param(
            UploadError("t.csv", rule="unpacked", limit=40 * 2**20),
            "t.csv: po rozpakowaniu plik jest za duży; może mieć do 40 MB.",
            "t.csv: the file is too large once unpacked; 40 MB is the most.",
            id="upload",
        ),
        pytest.param(
            TableFileError("t.csv", rule="rows", limit=20000),
            "t.csv: tabela jest za długa; wczytujemy do 20\xa0000 wierszy. Podziel ją na mniejsze.",
            "t.csv: the table is too long; up to 20,000 rows are read. Split it.",
            id="table file",
        ),
        pytest.param(
            WorkerError("time", limit=3),
            "proces odczytu trwał za długo",
            "the process for reading took too long",
            id="worker",
        ),
        pytest.param(
            EditConflictError("5/1"),
            "miejsce 5/1: ktoś inny zmienił w międzyczasie jego poprawkę; niczego nie zapisano",
            "place 5/1: somebody else changed its correction meanwhile; nothing was saved",
            id="conflict",
        ),
        pytest.param(
            CorrectionError(Text("edit-refused", {"place": "5/1"})),
            "miejsce 5/1: ten czytelnik nie może zapisywać poprawek",
            "place 5/1: this reader may not save corrections",
            id="text of its own",
        ),
    ],
)
def test_an_error_is_worded_in_either_language(
    error: TranslatedError, polish: str, english: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert error.worded(texts_in("pl")) == polish
    assert error.worded(texts_in("en")) == english
    monkeypatch.setenv("MAPA_PRAKTYK_LANG", "pl")
    assert str(error) == polish
