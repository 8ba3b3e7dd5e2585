"""What a file is to hold, whatever its format: the practices, the question, the words."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

import numpy as np

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Mask
from dashboard.explore.catalog.subset import subset
from dashboard.explore.coverage.answer import CoverageAnswer
from dashboard.explore.coverage.measures import MeasureSource
from dashboard.explore.coverage.question import Question
from dashboard.explore.filters.filters import Filters
from dashboard.explore.filters.home import HomeUnit
from dashboard.export.provenance import Provenance
from dashboard.locale import Texts
from dashboard.practices.demo import has_examples
from dashboard.views.filter_words import filter_words

Progress: TypeAlias = Callable[[int, int], None]
"""Called with (steps done, steps in all) while a file is made; it may raise `Cancelled`."""


class Cancelled(Exception):  # noqa: N818  ordered by the user, no error
    """Nobody waits for the file any more."""


@dataclass(frozen=True, kw_only=True)
class ExportRequest:
    """What a file is to hold.

    Attributes:
        catalog: All practices.
        mask: Those that the file holds, one entry a practice of the catalogue.
        filters: What the mask was made by.
        question: What is asked of the regions, for files that show coverage.
        provenance: What the file says of itself.
        texts: The language of the file.
        sources: Further data by which the regions can be compared.
        beside: What is asked of the regions on a second map; None without one.
        practice_slides: Rows of the practices that a deck has slides of, in their order.
        is_of_chosen: Whether the reader chose its practices one by one.
        home: The reader's own unit, which a deck compares with its group; None without one.
    """

    catalog: Catalog
    mask: Mask
    filters: Filters
    question: Question
    provenance: Provenance
    texts: Texts
    sources: tuple[MeasureSource, ...] = ()
    beside: Question | None = None
    practice_slides: tuple[int, ...] = ()
    is_of_chosen: bool = False
    home: HomeUnit | None = None

    @cached_property
    def coverage(self) -> CoverageAnswer:
        """What the page about coverage shows of the same question."""
        return CoverageAnswer(self.catalog, self.filters, self.question, self.sources)

    @property
    def second(self) -> "ExportRequest | None":
        """The same of the second map; None without one."""
        if self.beside is None:
            return None
        return replace(self, question=self.beside, beside=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportContext:
    """What a file says besides its practices, whichever these are.

    Attributes:
        question: What is asked of the regions.
        dataset: Which practices there are to choose from, in words.
        has_contacts: Whether persons, telephone numbers and e-mail addresses are wanted.
        made_at: The moment of the request, with its time zone.
        texts: The language.
        sources: Further data by which the regions can be compared.
        beside: What is asked of the regions on a second map; None without one.
        has_full_texts: Whether record cards are to come with full presentations and attachments.
        has_practice_slides: Whether a deck is to have slides of practices; that of chosen
            practices has them in any case.
        shortlist: Numbers of the practices that come first among these slides.
        home: The reader's own unit; None without one.
    """

    question: Question
    dataset: str
    has_contacts: bool
    made_at: dt.datetime
    texts: Texts
    sources: tuple[MeasureSource, ...] = ()
    beside: Question | None = None
    has_full_texts: bool = False
    has_practice_slides: bool = False
    shortlist: tuple[int, ...] = ()
    home: HomeUnit | None = None


def request_filtered(
    catalog: Catalog, mask: Mask, filters: Filters, context: ExportContext
) -> ExportRequest:
    """Return a file of the practices that the filters leave."""
    return ExportRequest(
        catalog=catalog,
        mask=mask,
        filters=filters,
        question=context.question,
        provenance=_provenance(
            catalog,
            shown=int(np.count_nonzero(mask)),
            said=filter_words(filters, context.texts),
            context=context,
        ),
        texts=context.texts,
        sources=context.sources,
        beside=context.beside,
        practice_slides=_practice_slides(catalog, mask, context),
        home=context.home,
    )


def request_chosen(
    catalog: Catalog, rows: Sequence[int], title: str, context: ExportContext
) -> ExportRequest:
    """Return a file of practices that the reader chose one by one, in this order, and of no others.

    Args:
        catalog: All practices.
        rows: Positions of the chosen ones.
        title: What the choice is called, in words.
        context: What the file says besides.
    """
    chosen = subset(catalog, rows)
    numbers = ", ".join(map(str, chosen.practices["art"]))
    return ExportRequest(
        catalog=chosen,
        mask=np.ones(len(chosen), dtype=bool),
        filters=Filters(),
        question=context.question,
        provenance=_provenance(
            catalog, shown=len(chosen), said=((title, numbers),), context=context
        ),
        texts=context.texts,
        sources=context.sources,
        beside=context.beside,
        practice_slides=tuple(range(len(chosen))),
        is_of_chosen=True,
    )


def _practice_slides(catalog: Catalog, mask: Mask, context: ExportContext) -> tuple[int, ...]:
    """Return the rows of the practices that get slides: of the shortlist first, then the others."""
    if not context.has_practice_slides:
        return ()
    listed = map(catalog.position_of, context.shortlist)
    first = [row for row in listed if row is not None and mask[row]]
    return tuple(dict.fromkeys((*first, *np.flatnonzero(mask).tolist())))


def _provenance(
    catalog: Catalog, *, shown: int, said: tuple[tuple[str, str], ...], context: ExportContext
) -> Provenance:
    """Return what the file says of itself."""
    return Provenance(
        made_at=context.made_at,
        dataset=context.dataset,
        filters=said,
        shown=shown,
        total=len(catalog),
        has_contacts=context.has_contacts,
        has_examples=has_examples(catalog.practices),
        has_full_texts=context.has_full_texts,
    )
