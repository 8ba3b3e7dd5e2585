"""What a command says on the terminal beside its result."""

import typer


def say(line: str) -> None:
    """Write a line to the error output."""
    typer.echo(line, err=True)
