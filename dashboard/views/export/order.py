"""What a file is ordered with, whatever its format: the practices, the question, the words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from dashboard.explore.catalog import Catalog
from dashboard.explore.coverage import Question
from dashboard.explore.facets import Mask
from dashboard.explore.filters import Filters
from dashboard.locale import Texts
from dashboard.views.export.provenance import Provenance

Progress: TypeAlias = Callable[[int, int], None]
"""Told (steps done, steps in all) while a file is made; it may raise `Cancelled`."""


class Cancelled(Exception):  # noqa: N818  a wish, no error
    """Nobody waits for the file any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a file is to hold.

    Attributes:
        catalog: All practices.
        mask: Those that the file holds, one entry a practice of the catalogue.
        filters: What the mask was made by.
        question: What is asked of the regions, for files that show coverage.
        provenance: What the file says of itself.
        texts: The language of the file.
    """

    catalog: Catalog
    mask: Mask
    filters: Filters
    question: Question
    provenance: Provenance
    texts: Texts
