"""Pages and cards as HTML: one environment for all templates, which escapes every text."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import jinja2

_ENVIRONMENT: Final = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def render(template: str, values: Mapping[str, object]) -> str:
    """Return the HTML of a file in templates/, its gaps filled with the values.

    Raises:
        UndefinedError: The template names a value that was not given.
    """
    return _ENVIRONMENT.get_template(template).render(values)
