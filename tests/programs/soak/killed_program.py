"""A program that may be ended at any moment, and what must hold afterwards."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A program that may end at any moment.

    Attributes:
        prepare: Brings a folder to the state before the program.
        run: The program.
        halves: Names what the folder holds that is neither the old state nor the new one.
        done: Whether the folder holds the new state.
        share: Of the moments that were asked for, those that it is ended at.
    """

    prepare: Callable[[Path], None]
    run: Callable[[Path], None]
    halves: Callable[[Path], Iterator[str]]
    done: Callable[[Path], bool]
    share: float = 1.0
