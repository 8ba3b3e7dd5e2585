"""What a practice's slide says, in words: its theme, positions, facts, contacts and notes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from dashboard.explore.catalog.catalog import Place
from dashboard.explore.catalog.completion import completed_population
from dashboard.export.deck.fitting import SEPARATOR
from dashboard.export.request import ExportRequest
from dashboard.practices import meaning, practice_link
from dashboard.practices.field_model import Privacy, Use
from dashboard.practices.fields import FIELDS, names_of
from dashboard.views.practice.card import Part, Row, metryka_rows
from dashboard.views.precision import position_note

if TYPE_CHECKING:
    import pandas as pd

FACTS: Final = names_of(Use.SLIDE)
"""The fields of the record card that are shown; all of them are public."""

CONTACTS: Final = tuple(field.name for field in FIELDS if field.privacy is Privacy.CONTACT)
_MAX_PLACES: Final = 2


@dataclass(frozen=True)
class Facts:
    """A practice of a request, by its row in the catalogue."""

    request: ExportRequest
    row: int

    @cached_property
    def practice(self) -> "pd.Series[Any]":
        """Its row of the practices table."""
        return self.request.catalog.practices.iloc[self.row]

    @cached_property
    def places(self) -> list[Place]:
        """Its places."""
        return self.request.catalog.places_of(self.row)

    @property
    def theme(self) -> str:
        """Section, subsection and number."""
        practice, number = self.practice, str(self.practice["art"])
        said = (
            practice["section"],
            practice["subsection"],
            self.request.texts("card-number", number=number),
        )
        return " · ".join(filter(None, said))

    @property
    def unit(self) -> str:
        """The unit that implemented it."""
        texts = self.request.texts
        return str(self.practice["unit"]) or texts("deck-unit", unit=texts("missing"))

    @property
    def summary(self) -> str:
        """Its summary; why there is none, and no record card, where that is so."""
        texts, practice = self.request.texts, self.practice
        said = [
            practice["summary"] or texts("card-no-summary"),
            "" if practice["metryka"] else texts("card-no-metryka"),
        ]
        return SEPARATOR.join(filter(None, said))

    @property
    def positions(self) -> list[str]:
        """The first places with the precision of their points, and the number of further places."""
        texts, places = self.request.texts, self.places
        said = [_position(place.name, position_note(place, texts)) for place in places]
        more = len(said) - _MAX_PLACES
        if more <= 0:
            return said
        return [*said[:_MAX_PLACES], texts("deck-more-places", count=more)]

    @property
    def source(self) -> str:
        """The address of its page; empty where it is not known."""
        return practice_link(str(self.practice["url"]))

    def rows(self, names: Iterable[str]) -> list[Row]:
        """Return the known fields of the record card among those with a meaning."""
        wanted = frozenset(names)
        return [row for row in self._card if row.parts and meaning(row.label) in wanted]

    def notes(self) -> Iterator[str]:
        """Yield all that the slide may have had to shorten."""
        practice = self.practice
        yield from (str(practice["title"]), self.theme, self.unit)
        yield from self.summary.split(SEPARATOR)
        wanted = (*FACTS, *CONTACTS) if self.request.provenance.has_contacts else FACTS
        yield from (f"{row.heading}: {words(row.parts)}" for row in self.rows(wanted))
        texts = self.request.texts
        yield from (_position(place.name, position_note(place, texts)) for place in self.places)
        yield f"{texts('card-source')} {self.source}" if self.source else texts("card-no-source")

    @cached_property
    def _card(self) -> tuple[Row, ...]:
        catalog = self.request.catalog
        completed = completed_population(catalog, self.row)
        return metryka_rows(self.practice, self.request.texts, completed)


def words(parts: Sequence[Part]) -> str:
    """Return the value of a field in one text."""
    return ", ".join(part.text for part in parts)


def _position(name: str, note: str) -> str:
    return f"{name}: {note}" if name else note
