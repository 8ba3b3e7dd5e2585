"""No text makes a regular expression slow: each takes time by the length of the text alone.

The expressions of both packages are found by themselves, in the syntax of the modules. From the
parsed form of each, texts are made that are bad for it: what it repeats, again and again, alone
and mixed, after what may stand before it and with an end that does not match.
"""

import ast
import importlib
import random
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice, product
from pathlib import Path
from re import _constants as sre  # Python has no public form of a parsed expression
from re import _parser as parser
from typing import Any, NamedTuple

import pytest

from dashboard.practices.fields import FIELDS
from geocoding.address_points import street_names

CHARACTERS = 100_000
LONGEST_S = 0.2
ROOT = Path(__file__).parents[2]
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for package in ("dashboard", "geocoding")
    for path in sorted((ROOT / package).rglob("*.py"))
}
DRAWN = (
    *("dashboard.app", "dashboard.app_pages", "dashboard.__main__", "geocoding.__main__"),
    *("dashboard.store.migrations.env", "dashboard.export.print.typesetter"),
)
"""Modules of programs, which do something or load much when they are imported: only their syntax
is read."""

USES = {
    "compile": (),
    "match": ("match",),
    "fullmatch": ("fullmatch",),
    **dict.fromkeys(("search", "sub", "subn", "split", "findall", "finditer"), ("search",)),
}
"""Function of `re` -> whether it looks at one place of a text or at each."""

SERIES = {
    "match": "match",
    "fullmatch": "fullmatch",
    **dict.fromkeys(("contains", "extract", "extractall", "findall", "count"), "search"),
    **dict.fromkeys(("replace", "split", "rsplit"), "search"),
}
LITERAL_BY_DEFAULT = {"replace"}
NOT_BACKTRACKING = {
    *("replace_substring_regex", "match_substring_regex", "count_substring_regex"),
    *("split_pattern_regex", "extract_regex", "find_substring_regex"),
}
"""Functions of pyarrow: its engine, RE2, takes time by the length of a text in any case."""

NO_EXPRESSION = {"match_substring"}
"""Functions with an argument `pattern` that is a plain text."""

MADE_OF_ARGUMENTS = {
    ("dashboard.practices.address_lines", "read_street_line"): [
        r"1\s*2\s*\-\s*1\s*4",
        r"1\s*1\s*1\s*2",
    ],
    ("dashboard.practices.schema", "_unsure_texts"): sorted(
        {field.type.quickly_valid for field in FIELDS} - {""}
    ),
    ("dashboard.practices.value_types", "_line"): [r"^[^\r\n]*$"],  # each of its callers is tried
    ("geocoding.address_points.street_names", ""): [
        synonym.pattern
        for synonym, _ in street_names._SYNONYMS  # noqa: SLF001
    ],
}
"""Expressions that a function makes of its arguments, as it makes them: by module and function."""

ON_SHORT_TEXTS = {("geocoding.text.patterns", "_ready")}
"""Functions whose expressions see short texts alone, as tests of theirs show."""


@cache
def tree_of(name: str) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(MODULES[name].read_text(encoding="utf-8"))


class Expression(NamedTuple):
    """An expression as text, its flags and what is asked of it."""

    where: str
    pattern: str
    flags: int
    uses: tuple[str, ...]


class NotKnownError(Exception):
    """A value that follows from arguments of a function."""


class Reader:
    """Finds the expressions of one module."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.tree = tree_of(name)
        self.parents = {
            child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)
        }
        is_drawn = any(name == each or name.startswith(f"{each}.") for each in DRAWN)
        self.values = {} if is_drawn else vars(importlib.import_module(name))

    def expressions(self) -> Iterator[Expression]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield from self._of_call(node)

    def _of_call(self, node: ast.Call) -> Iterator[Expression]:
        function = node.func
        name = function.attr if isinstance(function, ast.Attribute) else ""
        of = ast.unparse(function.value) if isinstance(function, ast.Attribute) else ""
        named = {each.arg: each.value for each in node.keywords}
        if name in NOT_BACKTRACKING:
            return
        if of == "re" and name in USES:
            flags = (
                named.get("flags") or (node.args[1:2] or [None])[0]
                if name == "compile"
                else (named.get("flags"))
            )
            uses = self._uses_of(node) if name == "compile" else USES[name]
            yield from self._read(node, node.args[0], flags, uses)
        elif (of == "str" or of.endswith(".str")) and name in SERIES:
            is_regex = name not in LITERAL_BY_DEFAULT
            if "regex" in named:
                is_regex = ast.literal_eval(named["regex"])
            if is_regex and (node.args or "pat" in named):
                pattern = node.args[0] if node.args else named["pat"]
                yield from self._read(node, pattern, named.get("flags"), (SERIES[name],))
        elif "pattern" in named and name not in NO_EXPRESSION:
            yield from self._read(node, named["pattern"], None, ("search",))

    def _read(
        self, node: ast.Call, pattern: ast.expr, flags: ast.expr | None, uses: tuple[str, ...]
    ) -> Iterator[Expression]:
        where = f"{self.name}:{node.lineno}"
        flag = int(self._value(flags, node)[0]) if flags else 0
        try:
            patterns = self._value(pattern, node)
        except NotKnownError:
            function = self._function_of(node)
            if (self.name, function.name if function else "") in ON_SHORT_TEXTS:
                return
            known = MADE_OF_ARGUMENTS.get((self.name, function.name if function else ""))
            assert known, f"{where}: say in MADE_OF_ARGUMENTS what {ast.unparse(pattern)} may be"
            patterns = known
        for each in patterns:
            compiled = re.compile(each, flag)
            text = compiled.pattern
            if isinstance(text, bytes):
                yield Expression(where, text.decode("latin-1"), compiled.flags | re.ASCII, uses)
            else:
                yield Expression(where, text, compiled.flags, uses)

    def _value(self, node: ast.expr, call: ast.AST) -> list[Any]:
        """All values that an expression of Python may have here."""
        if isinstance(node, ast.IfExp):
            return [*self._value(node.body, call), *self._value(node.orelse, call)]
        try:
            return [eval(ast.unparse(node), dict(self.values))]  # noqa: S307 - our own source
        except NameError:
            pass
        if isinstance(node, ast.Subscript):
            return list(self._value(node.value, call)[0].values())
        function = self._function_of(call)
        if isinstance(node, ast.Name) and function:
            for each in ast.walk(function):
                if isinstance(each, ast.Assign) and ast.unparse(each.targets[0]) == node.id:
                    return self._value(each.value, call)
        raise NotKnownError(ast.unparse(node))

    def _function_of(self, node: ast.AST) -> ast.FunctionDef | None:
        while node in self.parents:
            node = self.parents[node]
            if isinstance(node, ast.FunctionDef):
                return node
        return None

    def _uses_of(self, node: ast.Call) -> tuple[str, ...]:
        """How a compiled expression with a name is used; any use where that is not plain."""
        parent = self.parents[node]
        target = (
            parent.targets[0]
            if isinstance(parent, ast.Assign)
            else (parent.target if isinstance(parent, ast.AnnAssign) else None)
        )
        everything = ("match", "fullmatch", "search")
        if not isinstance(target, ast.Name):
            return everything
        if function := self._function_of(node):
            users = users_in(function)[target.id]
        elif target.id.startswith("_"):
            users = users_in(self.tree)[target.id]
        else:
            users = [user for module in MODULES for user in users_in(tree_of(module))[target.id]]
        uses = {use for user in users for use in USES.get(user, everything)}
        return tuple(sorted(uses)) or everything


@cache
def users_in(scope: ast.AST) -> dict[str, list[str]]:
    """By each name that is used: the methods that are called of it; '' for any other use."""
    called = {each.value: each.attr for each in ast.walk(scope) if isinstance(each, ast.Attribute)}
    users: dict[str, list[str]] = defaultdict(list)
    for each in ast.walk(scope):
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load):
            users[each.id].append(called.get(each, ""))
        elif isinstance(each, ast.Attribute):
            users[each.attr].append(called.get(each, ""))
    return users


@cache
def expressions_of(name: str) -> list[Expression]:
    """The expressions of a module."""
    return list(Reader(name).expressions())


def options(operation: Any, value: Any) -> list[str]:
    """Some texts that one piece of an expression may match, the plainest first."""
    single = {
        sre.LITERAL: lambda: [chr(value)],
        sre.NOT_LITERAL: lambda: ["y" if value == ord("x") else "x"],
        sre.ANY: lambda: ["x", "1", " "],
        sre.IN: lambda: members(value),
    }
    if operation in single:
        return single[operation]()
    texts = [text for sequence in inner(operation, value) for text in samples(sequence)]
    if operation in REPEATS:
        least = value[0]
        return [text * max(least, 1) for text in texts] + [""] * (least == 0)
    return texts or [""]


def inner(operation: Any, value: Any) -> list[Any]:
    """The sequences that a piece of an expression is made of."""
    if operation is sre.BRANCH:
        return list(value[1])
    if operation in REPEATS:
        return [value[2]]
    if operation is sre.SUBPATTERN:
        return [value[-1]]
    return [value] if operation is sre.ATOMIC_GROUP else []


REPEATS = {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}
CATEGORIES = {
    sre.CATEGORY_DIGIT: "1",
    sre.CATEGORY_SPACE: " ",
    sre.CATEGORY_WORD: "a1",
    sre.CATEGORY_NOT_DIGIT: "a ",
    sre.CATEGORY_NOT_SPACE: "a1",
    sre.CATEGORY_NOT_WORD: " -",
}
SPARE = "a1 x-.,;/\"'\n\t=@:_!ąZ0\\<>&"


def members(items: list[tuple[Any, Any]]) -> list[str]:
    """Some characters of a set."""
    kinds = [item for item in items if item[0] is not sre.NEGATE]
    inside = re.compile("".join(set_text(kind) for kind in kinds).join(("[", "]")))
    if len(kinds) < len(items):
        return [each for each in SPARE if not inside.match(each)][:4] or [""]
    listed = []
    for operation, value in kinds:
        if operation is sre.LITERAL:
            listed.append(chr(value))
        elif operation is sre.RANGE:
            listed.append(chr(value[0]))
        else:
            listed.extend(CATEGORIES[value])
    return list(dict.fromkeys(listed))[:6] or [""]


def set_text(item: tuple[Any, Any]) -> str:
    operation, value = item
    if operation is sre.LITERAL:
        return re.escape(chr(value))
    if operation is sre.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    letter = str(value).rsplit("_", 1)[-1][0].lower()
    return f"\\{letter.upper() if '_NOT_' in str(value) else letter}"


def samples(sequence: Iterable[tuple[Any, Any]]) -> list[str]:
    """Some texts that a sequence may match: the plainest, and each with one piece of another."""
    pieces = [options(*item) for item in sequence]
    plain = [piece[0] for piece in pieces]
    texts = ["".join(plain)]
    for place, piece in enumerate(pieces):
        texts += ["".join([*plain[:place], other, *plain[place + 1 :]]) for other in piece[1:]]
    return list(dict.fromkeys(texts))[:24]


def repeated(sequence: Iterable[tuple[Any, Any]], before: str) -> Iterator[tuple[str, str]]:
    """What may stand before each long repeat, and what it repeats."""
    for operation, value in sequence:
        if operation in REPEATS and value[1] > 20:
            yield from ((before, text) for text in samples(value[2]) if text)
        for each in inner(operation, value):
            yield from repeated(each, before)
        before += options(operation, value)[0]


def tokens(sequence: Iterable[tuple[Any, Any]]) -> Iterator[str]:
    """The characters and the short words that an expression speaks of."""
    word = ""
    for operation, value in sequence:
        if operation is sre.LITERAL:
            word += chr(value)
            continue
        if word:
            yield word
        word = ""
        if operation in {sre.IN, sre.ANY, sre.NOT_LITERAL}:
            yield from options(operation, value)
        for each in inner(operation, value):
            yield from tokens(each)
        if operation in {sre.ASSERT, sre.ASSERT_NOT}:
            yield from tokens(value[1])
    if word:
        yield word


@cache
def bad_texts(pattern: str, flags: int) -> list[tuple[str, str, str]]:
    """What stands before, what is repeated, and what stands after it."""
    parsed = parser.parse(pattern, flags)
    by_prefix: dict[str, list[str]] = defaultdict(list)
    for before, text in repeated(parsed, ""):
        by_prefix[before].append(text)
    words = list(dict.fromkeys(tokens(parsed)))[:12]
    chance = random.Random(1)  # noqa: S311 - no secret
    repeats = list(dict.fromkeys(text for texts in by_prefix.values() for text in texts))
    mixed = ["".join(pair) for pair in product(words, repeat=2)]
    pool = [*words, *repeats, " ", "12 / ", "1"]
    mixed += ["".join(chance.choices(pool, k=chance.randint(2, 4))) for _ in range(60)]
    pumped = [(before, text) for before, texts in by_prefix.items() for text in texts]
    pumped += [("", text) for text in (*words, *repeats, *mixed, "12 / ", "12/", " ", "a")]
    pumped += [(before, text) for before in islice(by_prefix, 4) for text in (*words, *mixed[:60])]
    ends = ("", "\0", "x\n!", " x")
    return [(before, text, end) for before, text in dict.fromkeys(pumped) if text for end in ends]


def taken_s(call: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    call(text)
    return time.process_time() - start


def searched(compiled: re.Pattern[str]) -> Callable[[str], object]:
    """Look at every place of a text, as `sub` and `split` do."""
    return lambda text: compiled.sub("", text)


def lengthened(before: str, text: str, end: str, characters: int) -> str:
    return before + text * (characters // len(text) + 1) + end


@cache
def slow_text(pattern: str, flags: int, use: str) -> tuple[str, str, str, int] | None:
    """A text on which an expression takes too long three times; None where there is none."""
    compiled = re.compile(pattern, flags)
    asked = {
        "match": compiled.match,
        "fullmatch": compiled.fullmatch,
        "search": searched(compiled),
    }[use]
    bad = bad_texts(pattern, flags)
    timed = [(taken_s(asked, lengthened(*each, 1000)), each) for each in bad]
    for _, each in sorted(timed, reverse=True)[:6]:
        for characters in (3_000, 12_000, 40_000, CHARACTERS):
            whole = lengthened(*each, characters)
            if all(taken_s(asked, whole) > LONGEST_S for _ in range(3)):
                return *each, characters
    return None


@pytest.mark.slow
@pytest.mark.parametrize("name", MODULES)
def test_an_expression_takes_time_by_the_length_of_a_text_alone(name):
    for each in expressions_of(name):
        for use in each.uses:
            assert slow_text(each.pattern, each.flags, use) is None, (each.where, use)


@pytest.mark.slow
def test_expressions_are_found():
    found = [each for name in MODULES for each in expressions_of(name)]
    assert len({each[1:] for each in found}) > 90
    assert {"match", "fullmatch", "search"} == {use for each in found for use in each.uses}


@pytest.mark.parametrize("name", MODULES)
def test_no_module_has_another_way_to_expressions(name):
    """Such as `from re import compile`, or another engine."""
    for node in ast.walk(tree_of(name)):
        if isinstance(node, ast.ImportFrom):
            assert node.module not in {"re", "regex", "re2", "fnmatch"}
        elif isinstance(node, ast.Import):
            names = {(each.name, each.asname) for each in node.names}
            assert not {each for each, _ in names} & {"regex", "re2", "fnmatch"}
            assert ("re", None) in names or not any(each == "re" for each, _ in names)
