"""Each module says what it is for, exports what it means to, and stays small enough to read."""

import ast
import subprocess
import sys
from pathlib import Path

LONGEST_MODULE = 300
LONGEST_FUNCTION = 50


def test_each_module_says_what_it_is_for(modules: dict[str, ast.Module]) -> None:
    silent = [path for path, tree in modules.items() if not ast.get_docstring(tree)]
    assert silent == []


def test_all_names_exactly_what_a_package_takes_in(modules: dict[str, ast.Module]) -> None:
    """`__all__` of a package that re-exports holds its public imports, each once."""
    wrong = {}
    for path, tree in modules.items():
        if not path.endswith("__init__.py"):
            continue
        taken_in = {
            alias.asname or alias.name
            for node in _with_deferred(tree)
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(_package(path))
            for alias in node.names
            if not (alias.asname or alias.name).startswith("_")
        }
        exported = _exported(tree)
        defined = {
            node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)
        }
        if sorted(set(exported)) != sorted(exported) or set(exported) - defined != taken_in:
            wrong[path] = sorted(taken_in ^ set(exported))
    assert wrong == {}


def test_geocoding_exports_its_interface_in_order(modules: dict[str, ast.Module]) -> None:
    tree = modules["geocoding/__init__.py"]
    exported = _exported(tree)
    assert "GazetteerGeocoder" in exported
    assert exported == sorted(exported)
    statements = {type(node) for node in tree.body if not _is_for_types(node)}
    assert statements <= {ast.Expr, ast.ImportFrom, ast.Assign}, "an interface has no logic"


def test_geocoding_imports_no_tables_until_they_are_asked_for() -> None:
    program = """
import sys
import geocoding, dashboard.cli
heavy = {"pandas", "pyarrow", "shapely", "geopy", "sqlalchemy", "streamlit"} & set(sys.modules)
assert not heavy, f"imported at once: {heavy}"
for name in geocoding.__all__:
    assert getattr(geocoding, name).__module__.startswith("geocoding."), name
assert not hasattr(geocoding, "no_such_name")
"""
    subprocess.run([sys.executable, "-P", "-c", program], check=True)


def test_modules_and_functions_stay_readable(
    modules: dict[str, ast.Module], repository: Path
) -> None:
    too_long = [
        f"{path}: {count} lines"
        for path in modules
        if (count := len((repository / path).read_text(encoding="utf-8").splitlines()))
        > LONGEST_MODULE
    ]
    too_long += [
        f"{path}:{node.lineno} {node.name}: {count} lines"
        for path, tree in modules.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and (count := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert too_long == []


def _is_for_types(node: ast.stmt) -> bool:
    """Whether a statement imports for type checkers what is otherwise imported when asked for."""
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def _with_deferred(tree: ast.Module) -> list[ast.stmt]:
    """The statements of a package, those that only type checkers read among them."""
    deferred = [
        each
        for node in tree.body
        if isinstance(node, ast.If) and _is_for_types(node)
        for each in node.body
    ]
    return [*tree.body, *deferred]


def _package(path: str) -> str:
    return path.removesuffix("/__init__.py").replace("/", ".")


def _exported(tree: ast.Module) -> list[str]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return list(ast.literal_eval(node.value))
    return []


VERBS = frozenset(
    [
        "Add",
        "Allow",
        "Answer",
        "Ask",
        "Begin",
        "Bound",
        "Bring",
        "Build",
        "Cancel",
        "Carry",
        "Change",
        "Check",
        "Choose",
        "Close",
        "Compare",
        "Complete",
        "Copy",
        "Correct",
        "Count",
        "Cut",
        "Delay",
        "Do",
        "Download",
        "Draw",
        "Drop",
        "End",
        "Enter",
        "Fill",
        "Find",
        "Fit",
        "Flush",
        "Forget",
        "Geocode",
        "Give",
        "Go",
        "Group",
        "Guess",
        "Hand",
        "Have",
        "Hold",
        "Ignore",
        "Index",
        "Insert",
        "Keep",
        "Know",
        "Lead",
        "Leave",
        "Let",
        "List",
        "Load",
        "Locate",
        "Log",
        "Look",
        "Make",
        "Move",
        "Name",
        "Note",
        "Offer",
        "Open",
        "Order",
        "Pass",
        "Prepare",
        "Print",
        "Put",
        "Raise",
        "Rank",
        "Read",
        "Record",
        "Refuse",
        "Register",
        "Remember",
        "Remove",
        "Replace",
        "Return",
        "Run",
        "Save",
        "Say",
        "Schedule",
        "Search",
        "Select",
        "Send",
        "Serve",
        "Set",
        "Shorten",
        "Show",
        "Sleep",
        "Stand",
        "Start",
        "Store",
        "Suggest",
        "Switch",
        "Take",
        "Tell",
        "Turn",
        "Undo",
        "Use",
        "Wait",
        "Watch",
        "Weigh",
        "Wrap",
        "Write",
        "Yield",
    ]
)
"""What the docstring of a function may begin with; a further verb joins the list."""


def test_docstrings_of_functions_begin_with_a_verb(modules: dict[str, ast.Module]) -> None:
    found = [
        f"{path}:{node.lineno} {text.splitlines()[0]}"
        for path, tree in modules.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not _is_attribute(node)
        if (text := ast.get_docstring(node)) and text.split()[0].strip(".,:;") not in VERBS
    ]
    assert found == []


def _is_attribute(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    names = {ast.unparse(each).rpartition(".")[2] for each in function.decorator_list}
    return bool(names & {"property", "cached_property", "setter"})
