"""What an address says of the range of a figure: 'zlobki-2023:2.5..7', open without a bound."""

import re
from dataclasses import dataclass
from typing import Final, Self

_TEXT: Final = re.compile(
    r"(?P<key>[a-z0-9-]{1,100}):(?P<least>-?\d{1,12}(?:\.\d{1,6})?)?"
    r"\.\.(?P<most>-?\d{1,12}(?:\.\d{1,6})?)?"
)


@dataclass(frozen=True, slots=True)
class FigureQuery:
    """A range of a figure, as it is asked for.

    Attributes:
        key: Names the figure.
        least: The least number; None for no bound.
        most: The greatest; None for no bound.
    """

    key: str
    least: float | None = None
    most: float | None = None

    @property
    def is_bound(self) -> bool:
        """Whether any number is left out."""
        return (self.least, self.most) != (None, None)

    def __str__(self) -> str:
        """Write it as an address holds it."""
        bounds = [
            "" if each is None else f"{each:.6f}".rstrip("0").rstrip(".")
            for each in (self.least, self.most)
        ]
        return f"{self.key}:{'..'.join(bounds)}"

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Read what `str` writes; None for anything else, and where the bounds are backwards."""
        found = _TEXT.fullmatch(text)
        if found is None:
            return None
        least, most = (float(found[name]) if found[name] else None for name in ("least", "most"))
        is_backwards = least is not None and most is not None and least > most
        return None if is_backwards else cls(found["key"], least, most)
