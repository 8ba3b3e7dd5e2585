"""What is wrong with a value that pydantic refuses, in the language that the commands speak."""

from collections.abc import Mapping
from typing import Any, Final

from geocoding.locale import message

_NAMES: Final = {
    "date_from_datetime_parsing": "value-no-day",
    "date_parsing": "value-no-day",
    "bool_type": "value-no-switch",
    "enum": "value-none-of",
    "extra_forbidden": "value-not-known",
    "float_parsing": "value-no-number",
    "greater_than": "value-too-small",
    "greater_than_equal": "value-too-small",
    "int_type": "value-no-whole-number",
    "int_parsing": "value-no-whole-number",
    "less_than_equal": "value-too-great",
    "literal_error": "value-none-of",
    "missing": "value-missing",
    "model_type": "value-no-table",
    "string_type": "value-no-text",
    "string_too_long": "value-too-long",
    "string_too_short": "value-missing",
    "too_long": "value-too-many",
    "tuple_type": "value-no-list",
}
"""pydantic's name of what is wrong -> our message; what is not here stays in pydantic's words."""
_BOUNDS: Final = ("gt", "ge", "le", "max_length", "expected")


def refusal(error: Mapping[str, Any]) -> str:
    """Return why a value is refused.

    Args:
        error: One of `ValidationError.errors()`.
    """
    context = error.get("ctx", {})
    if error["type"] == "value_error":
        return str(context["error"])
    name = _NAMES.get(error["type"])
    if name is None:
        return str(error["msg"])
    bound = next((f"{context[each]}" for each in _BOUNDS if each in context), "")
    return message(name, bound=bound.replace("' or '", "', '").replace(" or ", ", "))
