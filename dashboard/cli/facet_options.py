"""The options of a command that filter by values: one for each such filter of the pages."""

import inspect
from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Annotated, Final

import typer

from dashboard import url

FacetValues = Mapping[str, Sequence[str] | None]
"""By the name of a filter's parameter, its values as the user wrote them; None for none given."""

_CHOSEN: Final = "chosen"
_OPTIONS: Final = {param.option.removeprefix("--").replace("-", "_"): param for param in url.FACETS}


def with_facet_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command an option for each of `url.FACETS` in place of its parameter `chosen`.

    Typer reads the options of a command off its signature, so that is what is changed.

    Args:
        command: Takes FacetValues as `chosen`, among other options.
    """

    @wraps(command)
    def with_options(**given: object) -> None:
        chosen = {param.name: given.pop(option) for option, param in _OPTIONS.items()}
        command(**{_CHOSEN: chosen}, **given)

    parameters: list[inspect.Parameter] = []
    for own in inspect.signature(command).parameters.values():
        parameters += _facet_parameters() if own.name == _CHOSEN else [own]
    with_options.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    with_options.__annotations__ = {each.name: each.annotation for each in parameters}
    return with_options


def _facet_parameters() -> list[inspect.Parameter]:
    """Give one parameter an option."""
    return [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=None,
            annotation=Annotated[
                list[str] | None, typer.Option(param.option, help=f"help-facet-{param.option[2:]}")
            ],
        )
        for name, param in _OPTIONS.items()
    ]
