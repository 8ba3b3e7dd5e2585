"""Address points in words: 'Kazimierza Wielkiego 2, Bochnia', 'Zakrzewo 45'."""

from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from geocoding.address_points.index import AddressPoints, Longs
from geocoding.address_points.index_files import label_in, number_in

TEXT: Final = pa.large_string()


def labels_of(points: AddressPoints, point: Longs) -> Longs:
    """Return the number of the label of each point."""
    return label_in(points.key[point])


def words_of(
    points: AddressPoints, label: Longs, point: Longs, has_number: NDArray[np.bool_]
) -> pa.Array:
    """Return words for streets and the house numbers in them.

    Args:
        points: The index.
        label: The label of each.
        point: The point whose house number is meant.
        has_number: Whether the house number is named.
    """
    street_number = points.label["street"][label]
    names = points.places["name"].chunk(0)
    place = names.take(pa.array(points.label["place"][label])).cast(TEXT)
    street = points.streets.take(pa.array(street_number)).cast(TEXT)
    key = points.key[np.maximum(point, 0)]
    digits = pa.array(number_in(key)).cast(TEXT)
    empty, blank, comma = (pa.scalar(text, TEXT) for text in ("", " ", ", "))
    letters = points.letters_of(key).cast(TEXT)
    number = pc.binary_join_element_wise(blank, digits, letters, empty)
    number = pc.if_else(pa.array(has_number), number, "")
    in_street = pc.binary_join_element_wise(street, number, comma, place, empty)
    in_place = pc.binary_join_element_wise(place, number, empty)
    return pc.if_else(pa.array(street_number > 0), in_street, in_place)


def postal_codes(code: Longs) -> pa.Array:
    """Return postal codes for their five digits, empty for -1."""
    digits = pc.utf8_lpad(pa.array(np.maximum(code, 0)).cast(TEXT), 5, "0")
    return pc.if_else(pa.array(code >= 0), pc.utf8_replace_slice(digits, 2, 2, "-"), "")
