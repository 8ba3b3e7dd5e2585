"""Address points as GML: the model of 2021 that is published now, and that of 2012 of archives.

Points, localities and streets refer to each other by name, in any order, so that the points of a
file wait as numbers until its end.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import numpy as np
import pyarrow as pa
from lxml import etree
from numpy.typing import NDArray

from geocoding.address_points.entries import Entry, damaged, reading
from geocoding.address_points.gml_models import (
    MODELS,
    READERS_2012,
    READERS_2021,
    Features,
    Reader,
)
from geocoding.address_points.problems import Problem, ProblemList
from geocoding.address_points.raw_points import Plane, RawPoints
from geocoding.errors import AddedDataError
from geocoding.locale import message

PLANE: Final = Plane.METRES


def model_of(entry: Entry) -> str:
    """Return the model of a file, '2021' or '2012'; empty where it is none of address points."""
    head = entry.head()
    if not head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        return ""
    return next((name for name, namespace in MODELS.items() if namespace in head), "")


def read_points(entry: Entry, problems: ProblemList) -> Iterator[RawPoints]:
    """Yield the points of a file, all at once at its end.

    Points that refer to a locality or street that the file lacks are listed.

    Args:
        entry: The file.
        problems: Where to list them.

    Raises:
        AddedDataError: The file is no GML, or is cut off.
    """
    readers = READERS_2021 if model_of(entry) == "2021" else READERS_2012
    found = Features()
    with reading(entry) as content:
        try:
            for feature, reader in _features(content, readers):
                reader(feature, found)
        except etree.LxmlError as error:
            raise damaged(entry, str(error)) from error
    if found.first:
        yield from _resolved(found, entry, problems)


def _features(content: Any, readers: Mapping[str, Reader]) -> Iterator[tuple[Any, Reader]]:  # noqa: ANN401  lxml has no types
    """Yield each feature with its reader, and forget it afterwards.

    No entity is replaced and nothing is fetched: a file may say anything.
    """
    parser = etree.iterparse(
        content,
        events=("end",),
        tag=tuple(readers),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    for _, feature in parser:
        yield feature, readers[feature.tag]
        feature.clear()
        holder = feature if feature.getparent().tag.endswith("Members") else feature.getparent()
        while holder.getprevious() is not None:
            del holder.getparent()[0]


def _resolved(found: Features, entry: Entry, problems: ProblemList) -> Iterator[RawPoints]:
    """Yield the points with what they refer to; those that refer to nothing are listed."""
    of_commune, of_place, of_street, of_number, of_code = (
        np.frombuffer(column, dtype=np.int32) for column in found.rows
    )
    places = [found.places.get(each) for each in found.references]
    streets = [found.streets.get(each) for each in found.references]
    has_place = np.array([*(each is not None for each in places), False])[of_place]
    has_street = np.array([*(each is not None for each in streets), True])[of_street]
    for problem, wrong, reference in (
        (Problem.NO_PLACE, ~has_place, of_place),
        (Problem.NO_STREET, has_place & ~has_street, of_street),
    ):
        rows = _described(found, np.flatnonzero(wrong), reference, entry)
        problems.add(problem, rows)
    at = np.flatnonzero(has_place & has_street)
    known = [place or ("", "", "") for place in places]
    texts = {
        name: _dictionary([*(place[part] for place in known), ""], of_place[at])
        for part, name in enumerate(("commune", "simc", "place"))
    }
    named = [street or ("", "") for street in streets]
    texts |= {
        name: _dictionary([*(street[part] for street in named), ""], of_street[at])
        for part, name in enumerate(("ulic", "street"))
    }
    texts["number"] = _dictionary(list(found.numbers), of_number[at])
    texts["postal_code"] = _dictionary(list(found.codes), of_code[at])
    if found.communes:
        communes = [found.communes.get(each, "") for each in found.references]
        texts["commune"] = _dictionary([*communes, ""], of_commune[at])
    first, second = np.frombuffer(found.first), np.frombuffer(found.second)
    yield RawPoints(texts, first[at], second[at], 1)


def _described(
    found: Features, rows: NDArray[np.intp], reference: NDArray[np.int32], entry: Entry
) -> Iterator[tuple[object, ...]]:
    """Yield points that refer to nothing as a list of problems has them."""
    names, numbers = [*found.references, ""], list(found.numbers)
    for row in rows.tolist():
        number = numbers[found.rows[3][row]]
        yield entry.source.name, entry.name, row + 1, "", "", number, names[reference[row]]


def _dictionary(texts: list[str], position: NDArray[np.int32]) -> pa.DictionaryArray:
    """Return texts by position, -1 for the last, encoded as a dictionary of distinct texts."""
    known: dict[str, int] = {}
    number = np.array([known.setdefault(text, len(known)) for text in texts], dtype=np.int32)
    return pa.DictionaryArray.from_arrays(
        pa.array(number[position]), pa.array(list(known), pa.string())
    )


def require_one_model(files: Mapping[str, str]) -> None:
    """Refuse files of which some are of the model of 2012 and some of that of 2021.

    Args:
        files: Name of a file of each model that was found.

    Raises:
        AddedDataError: There are both.
    """
    if len(files) > 1:
        words = {"old": files["2012"], "new": files["2021"]}
        raise AddedDataError(message("points-two-models", **words))
