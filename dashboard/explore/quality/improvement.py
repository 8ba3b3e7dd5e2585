"""What the added address points improved: how positions were known without them, and with them."""

from dataclasses import dataclass
from typing import Final

import pandas as pd

from geocoding import Precision
from geocoding.cascade.answers import PROVIDER

_FINE: Final = (Precision.BUILDING, Precision.INTERPOLATED, Precision.STREET)
_KEY: Final = ["art", "place_no"]


@dataclass(frozen=True, slots=True)
class Improvement:
    """What address points improved.

    Attributes:
        counts: Number of places at a building, between house numbers and at a street.
        before_m: Median radius in metres of these places without the points.
        after_m: The same with them.
    """

    counts: dict[str, int]
    before_m: float
    after_m: float

    @classmethod
    def of(cls, places: pd.DataFrame, before: pd.DataFrame) -> "Improvement | None":
        """Compare positions; None where no place is known by an address point.

        Args:
            places: The places as they are, columns as the catalogue's.
            before: All places as they are without address points, columns likewise.
        """
        is_fine = places["precision"].isin([str(each) for each in _FINE])
        improved = places[is_fine & (places["provider"] == PROVIDER)]
        if improved.empty:
            return None
        without = improved[_KEY].merge(before[[*_KEY, "accuracy_m"]], on=_KEY, how="left")
        counts = improved["precision"].value_counts()
        return cls(
            counts={str(each): int(counts.get(str(each), 0)) for each in _FINE},
            before_m=float(without["accuracy_m"].median()),
            after_m=float(improved["accuracy_m"].median()),
        )
