"""Where a file comes from: when, from which data, by which filters, under which attribution."""

import datetime as dt
from dataclasses import dataclass

from dashboard.locale import Texts
from dashboard.views.sources import sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What a file says of itself.

    Attributes:
        made_at: When it was made, with its time zone.
        dataset: Which practices there were to filter, in words.
        filters: (name, value) of each filter in use, in words.
        shown: Number of the practices in the file.
        total: Number of all practices.
        has_contacts: Whether persons, telephone numbers and e-mail addresses are in it.
        has_examples: Whether made-up practices are in it.
        is_of_counts: Whether it holds numbers alone, and no practice by itself.
        has_full_texts: Whether record cards come with full presentations and attachments.
    """

    made_at: dt.datetime
    dataset: str
    filters: tuple[tuple[str, str], ...]
    shown: int
    total: int
    has_contacts: bool
    has_examples: bool
    is_of_counts: bool = False
    has_full_texts: bool = False

    def lines(self, texts: Texts) -> list[tuple[str, str]]:
        """Return (name, value) of everything that is to be said, in words."""
        day = f"{texts.date(self.made_at.date())}, {self.made_at:%H:%M}"
        filters = self.filters or ((texts("export-filters"), texts("export-no-filter")),)
        said = texts("export-contacts-in" if self.has_contacts else "export-contacts-out")
        contacts = [] if self.is_of_counts else [(texts("export-contacts"), said)]
        publishers = [(texts("export-source"), source.attribution) for source in sources()]
        example = [(texts("export-warning"), texts("demo-banner"))] if self.has_examples else []
        return [
            *example,
            (texts("export-made-by"), texts("app-name")),
            (texts("export-made-at"), day),
            (texts("export-dataset"), self.dataset),
            (texts("export-count"), texts("count", shown=self.shown, total=self.total)),
            *filters,
            *contacts,
            *publishers,
        ]

    def as_line(self, texts: Texts) -> str:
        """Return all of it in one line."""
        return "; ".join(f"{name}: {value}" for name, value in self.lines(texts))


def table_words(changed_at: dt.datetime, texts: Texts) -> str:
    """Return where the practices of a table are from, and of which day, in words."""
    day = texts.date(changed_at.date())
    return texts("export-dataset-table", name=texts("dataset-tabela"), day=day)
