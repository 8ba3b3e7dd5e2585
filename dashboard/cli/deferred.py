"""A group of commands whose modules are imported when a command is run, and not before.

The commands need different libraries, whose imports take seconds together: a command, or the help
of the group, that needs none of them starts in a fraction of one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, ClassVar

from typer.main import get_group

from dashboard.cli.language import Command, Group


@dataclass(frozen=True, slots=True)
class Deferred:
    """A command that is not imported yet.

    Attributes:
        module: The module that has it, under its name, in a Typer called `app`.
        help: The message of what it does.
    """

    module: str
    help: str


class DeferredGroup(Group):
    """A group that knows the names of its commands and what they do."""

    deferred: ClassVar[Mapping[str, Deferred]]

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401  Typer's own
        """Add each command as a name and its help, which is all that the group's help shows."""
        super().__init__(*args, **options)
        for name, each in self.deferred.items():
            self.add_command(Command(name=name, help=each.help))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401  Typer's own
        """Return the command that the arguments name, imported now, and the arguments left."""
        name, command, rest = super().resolve_command(ctx, args)
        if name is not None:
            app = import_module(self.deferred[name].module).app
            command = get_group(app).commands[name]
        return name, command, rest
