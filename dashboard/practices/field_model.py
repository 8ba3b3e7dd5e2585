"""What the registry says of a field of a practice: see `dashboard.practices.fields`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from dashboard.practices.value_types import ValueType
from dashboard.practices.values import Value


class Privacy(Enum):
    """Where the values of a field may be shown besides the record card."""

    CARD_ONLY = "card only"
    """Nowhere else: in no file, list, search, message or log."""
    SHOWN = "shown"
    """On the card and in the search; in no table that leaves: a long text may name persons."""
    CONTACT = "contact"
    """In a file for which somebody has asked for contacts; in no list, search, message or log."""
    PUBLIC = "public"
    """Everywhere."""


class Use(Enum):
    """What a field is used for besides the card and the files."""

    QUALITY = "quality"
    """It should be there, and is counted as missing where it is not."""
    SEARCH = "search"
    """Words are sought in it."""
    SLIDE = "slide"
    """The slide of a practice shows it."""
    LOCATION = "location"
    """It says where the practice is: who changes it moves the practice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a practice: a column of the practices table.

    Attributes:
        name: Name of the column.
        type: What its cells hold.
        privacy: Where it may be shown besides the card.
        label: Label of the line that the database prints it in; '' where it has no line.
        other_labels: Other spellings of the label.
        followed_by: Column that the same line holds after this one.
        several: Column that holds the values instead where the line lists several.
        read_line: Reads a line that fills several columns: values by column. None where the
            type reads it.
        heading: Message that heads the line in other languages than Polish; '' where it is the
            name of the column.
        file_headings: What a column of a file that holds it may be called, folded, besides
            its name in the interface and its labels.
        unsure_headings: Further ones that mean other things, too: neighbours and cells decide.
        unsure_beside: Columns near which an unsure heading means this one; empty for none.
        uses: What else it is used for.
        is_generated: Whether only the program fills it in.
    """

    name: str
    type: ValueType
    privacy: Privacy = Privacy.CARD_ONLY
    label: str = ""
    other_labels: tuple[str, ...] = ()
    followed_by: str = ""
    several: str = ""
    read_line: Callable[[str], Mapping[str, Value]] | None = None
    heading: str = ""
    file_headings: tuple[str, ...] = ()
    unsure_headings: tuple[str, ...] = ()
    unsure_beside: frozenset[str] = frozenset()
    uses: frozenset[Use] = frozenset()
    is_generated: bool = False

    def __post_init__(self) -> None:
        """Refuse a use that would show a field where its privacy forbids it."""
        searched = self.is_public or self.privacy is Privacy.SHOWN
        if (Use.SEARCH in self.uses and not searched) or (
            Use.SLIDE in self.uses and not self.is_public
        ):
            raise ValueError(f"{self.name}: only a public field is searched or stands on a slide")

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that its line of the record card fills."""
        return tuple(filter(None, (self.name, self.followed_by, self.several)))

    @property
    def message(self) -> str:
        """The message that names it ('column-unit-type')."""
        return f"column-{self.name.replace('_', '-')}"

    @property
    def is_public(self) -> bool:
        """Whether its values may be shown everywhere."""
        return self.privacy is Privacy.PUBLIC

    def may_leave(self, *, with_contacts: bool) -> bool:
        """Say whether it may leave in a file, for which contacts are asked for or not."""
        return self.is_public or (with_contacts and self.privacy is Privacy.CONTACT)

    def read(self, text: str) -> Mapping[str, Value]:
        """Read the text of its line: values by column.

        Raises:
            ValueError: The text is no such value.
        """
        return self.read_line(text) if self.read_line else {self.name: self.type.read(text)}
