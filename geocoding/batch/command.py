"""The one adapter to what Typer says by itself: its words in the language of the command.

The texts of a command (its help, and the help, placeholder and default of each option) are names of
messages in `locale`. Typer's own words have no translation in the library: PHRASES lists them as it
writes them, and a message for each.
"""

import io
import re
import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar, Final, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from geocoding.locale import message

PHRASES: Final = (
    (re.compile(r"^Error: ", re.MULTILINE), "typer-error"),
    (re.compile(r"^Usage: ", re.MULTILINE), "typer-usage"),
    (re.compile(r"^Aborted!$", re.MULTILINE), "typer-aborted"),
    (re.compile(r"^Try '(?P<command>[^']*)' for help\.", re.MULTILINE), "typer-try"),
    (re.compile(r"^Options$", re.MULTILINE), "typer-options"),
    (re.compile(r"^Arguments$", re.MULTILINE), "typer-arguments"),
    (re.compile(r"^Commands$", re.MULTILINE), "typer-commands"),
    (re.compile(r"^Show this message and exit\.", re.MULTILINE), "typer-help"),
    (re.compile(r"\[OPTIONS\]"), "typer-options-metavar"),
    (re.compile(r"\bCOMMAND \[ARGS\]\.\.\."), "typer-command-metavar"),
    (re.compile(r"(?<=\[)env var: (?P<name>\w{1,100})"), "typer-variable"),
    (re.compile(r"(?<=[\[ ])default: (?:\((?P<value>\w{1,100})\)|(?=\S))"), "typer-default"),
    (re.compile(r"(?<=[\[ ])required(?=\]$)", re.MULTILINE), "typer-required"),
    (re.compile(r"<(?:int|int range|float)>"), "typer-number"),
    (re.compile(r"<(?:path|list\[Path\])>"), "typer-path"),
    (re.compile(r"<(?:str|list\[str\])>"), "typer-text"),
    (re.compile(r"Missing command\."), "typer-missing-command"),
    (
        re.compile(
            r"Missing (?:argument|option|parameter) "
            r"(?P<name>'[^']{0,200}'(?: / '[^']{0,200}'){0,9})\."
        ),
        "typer-missing",
    ),
    (
        re.compile(r"Invalid value for (?P<name>'[^']{0,200}'(?: / '[^']{0,200}'){0,9}): "),
        "typer-invalid",
    ),
    (re.compile(r"Invalid value: "), "typer-invalid-value"),
    (re.compile(r"No such option: (?P<name>\S{1,200})"), "typer-no-option"),
    (re.compile(r"\(Possible options: (?P<names>[^)]{0,1000})\)"), "typer-possible"),
    (re.compile(r"No such command (?P<name>'[^']{0,200}')\."), "typer-no-command"),
    (re.compile(r"Did you mean (?P<names>[^?]{0,1000})\?"), "typer-did-you-mean"),
    (re.compile(r"Option (?P<name>'[^']{0,200}') requires an argument\."), "typer-needs-value"),
    (re.compile(r"Option (?P<name>'[^']{0,200}') does not take a value\."), "typer-takes-no-value"),
    (
        re.compile(r"Got unexpected extra argument\(s\) \((?P<names>.{0,1000})\)"),
        "typer-unexpected",
    ),
    (
        re.compile(r"Input should be a valid integer, unable to parse string as an integer"),
        "typer-no-integer",
    ),
    (
        re.compile(r"Input should be a valid number, unable to parse string as a number"),
        "typer-no-number",
    ),
    (
        re.compile(r"Input should be greater than or equal to (?P<bound>\S{1,100})"),
        "typer-too-small",
    ),
    (re.compile(r"Input should be less than or equal to (?P<bound>\S{1,100})"), "typer-too-great"),
    (
        re.compile(
            r"Value error, (?P<value>'.{0,1000}') is not one of (?P<names>.{0,1000})\.$",
            re.MULTILINE,
        ),
        "typer-one-of",
    ),
)
"""(what Typer or pydantic writes, the message for it); named groups are values of the message."""


def translated(text: str) -> str:
    """Return a text of Typer's with its own words in the command's language."""
    for pattern, name in PHRASES:
        text = pattern.sub(partial(_reworded, name), text)
    return text


def _reworded(name: str, found: re.Match[str]) -> str:
    """Return the message for a phrase, with what stands in the gaps of the phrase."""
    return message(name, **{gap: text or "" for gap, text in found.groupdict().items()})


class _Formatter(typer.Context.formatter_class):  # type: ignore[misc, valid-type]
    """Typer's layout of a help page, with words in the command's language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how the command is called."""
        super().write_usage(prog, translated(args), prefix or message("typer-usage"))

    def write_heading(self, heading: str) -> None:
        """Write the heading of a list."""
        super().write_heading(translated(heading))

    def write_dl(self, rows: Sequence[tuple[str, str]], *args: Any, **options: Any) -> None:  # noqa: ANN401
        """Write a list of options, arguments or commands with what they are for."""
        words = [(translated(name), translated(what)) for name, what in rows]
        super().write_dl(words, *args, **options)


class _Context(typer.Context):
    """A run of a command."""

    formatter_class = _Formatter


class _Translated:
    """What a command and a group of them share; the texts that they are given name messages."""

    context_class = _Context
    message: ClassVar[Callable[..., str]] = staticmethod(message)

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401  Typer's own
        """Put the texts of a command into its language."""
        for name in ("help", "epilog", "short_help"):
            if options.get(name):
                options[name] = self.message(options[name])
        for param in options.get("params") or ():
            self._translate(param)
        super().__init__(*args, **options)

    def _translate(self, param: Any) -> None:  # noqa: ANN401  a parameter of Typer's
        """Put the texts of an option or argument into its language."""
        for name in ("help", "metavar", "show_default"):
            text = getattr(param, name, None)
            if isinstance(text, str) and re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", text):
                setattr(param, name, self.message(text))

    def main(self, *args: Any, standalone_mode: bool = True, **options: Any) -> Any:  # noqa: ANN401
        """Run the command; where its options are wrong, say so and exit with the code for it."""
        run = super().main  # type: ignore[misc]
        if not standalone_mode:
            return run(*args, standalone_mode=False, **options)
        try:
            code = run(*args, standalone_mode=False, **options)
        except typer.Abort:
            typer.echo(translated("Aborted!"), err=True)
            raise SystemExit(1) from None
        except typer.TyperException as error:
            _refuse(error)
        raise SystemExit(code if isinstance(code, int) else 0)


def _refuse(error: Any) -> NoReturn:  # noqa: ANN401  an error of Typer's that can be shown
    """Say what is wrong with the options, and exit."""
    words = io.StringIO()
    error.show(words)
    sys.stderr.write(translated(words.getvalue()))
    raise SystemExit(error.exit_code) from None


class TranslatedCommand(_Translated, TyperCommand):  # type: ignore[misc]
    """A command whose texts are names of messages."""


class TranslatedGroup(_Translated, TyperGroup):  # type: ignore[misc]
    """A group of commands whose texts are names of messages."""
