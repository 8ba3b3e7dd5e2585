"""Where the practices are: each place that a practice states, through a geocoder, as a table."""

from collections.abc import Iterable, Sequence
from typing import Final, Protocol

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from geocoding import Status
from geocoding.matches import TEXT_COLUMNS
from geocoding.overrides import Overridden, Override

NO_PLACE: Final = "no place is stated"
"""The error of a practice that states no place at all."""

_NUMBERS: Final = ("accuracy_m", "lat", "lon", "score")
PLACE_COLUMNS: Final = (
    *("art", "place_no", "place", "lat", "lon", "status", "precision", "accuracy_m"),
    *("matched_label", "matched_postal_code", "matched_commune", "matched_county"),
    *("matched_voivodeship", "score", "checks", "provider", "decided_by", "error"),
)
"""The columns of the places table."""

_SEAT_COLUMNS: Final = ["street", "number", "postal_code"]
_FALLBACK_WORDS: Final = ("locality", "post_town", "postal_code", "county", "voivodeship")
_STATED_COLUMNS: Final = ("art", "street", "number", "places", *_FALLBACK_WORDS)
"""The columns of the practices that say where they are."""


class TableGeocoder(Protocol):
    """A geocoder that answers a table of addresses."""

    def match_table(self, addresses: pd.DataFrame) -> pd.DataFrame:
        """Return one answer per address; index kept."""


class PlaceGeocoder(TableGeocoder, Protocol):
    """A geocoder that also knows in which areas a point lies."""

    def areas_at(self, points: pd.DataFrame) -> pd.DataFrame:
        """Return the commune, county and voivodeship of each point; index kept."""


def locate(
    practices: pd.DataFrame, geocoder: PlaceGeocoder, *, overrides: Sequence[Override] = ()
) -> pd.DataFrame:
    """Return where each practice is: one row per practice and place, in the order of the practices.

    A practice with several places has a row for each; one that states none has one row with
    status skipped. A locality that is not found is sought once more by its post town.

    Args:
        practices: Columns as `load_practices` gives them.
        geocoder: Any geocoder with `match_table`.
        overrides: Points that a person has set, by the `id` of `stated_places` or by address;
            they win, also for a practice that states no place.

    Returns:
        Columns PLACE_COLUMNS: art; place_no, from 0; place, as stated; lat and lon in degrees
        (NaN where there is none); accuracy_m in metres; the geocoder's answer.
    """
    stated = stated_places(practices)
    known = (stated[[*_SEAT_COLUMNS, "city", "county", "voivodeship"]] != "").any(axis="columns")
    known |= stated["id"].isin([override.id for override in overrides])
    answers = _answer(stated[known], Overridden(geocoder, list(overrides)))
    answers = _with_areas(answers, geocoder).reindex(stated.index)
    table = stated[["art", "place_no", "place"]].join(answers)
    table.loc[~known, ["status", "error"]] = [Status.SKIPPED.value, NO_PLACE]
    for name in TEXT_COLUMNS:
        table[name] = table[name].astype("str").fillna("")
    for name in _NUMBERS:
        table[name] = table[name].astype("float64")
    return table.loc[:, list(PLACE_COLUMNS)]


def stated_places(practices: pd.DataFrame) -> pd.DataFrame:
    """Return one row per practice and place: its words and its address, index from 0.

    The column `id` names the place in a table of overrides: the practice's number ('150'), and
    where a practice has several places also which one it is ('596/1', '596/2').

    Street, number and postal code are the seat of the unit, so they say nothing of the single
    places of a practice that has several.
    """
    address = practices.loc[:, list(_STATED_COLUMNS)].reset_index(drop=True)
    several = address["places"] != ""
    places = address.pop("places")
    address["several"] = several
    address.loc[several, [*_SEAT_COLUMNS, "post_town"]] = ""
    address["city"] = address["locality"].where(address["locality"] != "", address["post_town"])
    cities = pc.split_pattern(pa.array(address["city"].mask(several, places), pa.string()), "; ")
    rows = address.take(pc.list_parent_indices(cities).to_numpy())
    rows["city"] = pc.list_flatten(cities).to_numpy(zero_copy_only=False)
    rows["city"] = rows["city"].astype("str")
    rows["place_no"] = rows.groupby(level=0).cumcount()
    rows["id"] = place_ids(rows["art"], rows["place_no"], rows["several"])
    rows["place"] = rows["city"]
    for name in _FALLBACK_WORDS:
        rows["place"] = rows["place"].where(rows["place"] != "", rows[name])
    return rows.reset_index(drop=True)


def place_ids(
    numbers: Iterable[int], place_nos: Iterable[int], several: Iterable[bool]
) -> list[str]:
    """Return the names of places in a table of overrides.

    Args:
        numbers: Of the practices, one entry a place.
        place_nos: Which of the practice's places it is, from 0.
        several: Whether the practice states several.
    """
    return [
        f"{number}/{place_no + 1}" if is_one_of_several else f"{number}"
        for number, place_no, is_one_of_several in zip(numbers, place_nos, several, strict=True)
    ]


def _with_areas(answers: pd.DataFrame, geocoder: PlaceGeocoder) -> pd.DataFrame:
    """Return the answers, those that a person gave with the areas that their points lie in."""
    manual = answers[answers["status"] == Status.MANUAL.value]
    if manual.empty:
        return answers
    areas = geocoder.areas_at(manual[["lat", "lon"]]).add_prefix("matched_")
    filled = answers.copy()
    filled.loc[manual.index, areas.columns] = areas
    return filled


def _answer(stated: pd.DataFrame, geocoder: TableGeocoder) -> pd.DataFrame:
    """Return the geocoder's answers; what is not found is asked for once more by its post town."""
    columns = ["id", *_SEAT_COLUMNS, "city", "county", "voivodeship"]
    answers = geocoder.match_table(stated[columns])
    unfound = (answers["status"] == Status.NO_MATCH.value).reindex(stated.index)
    again = stated[unfound & (stated["post_town"] != "") & (stated["post_town"] != stated["city"])]
    if len(again):
        second = geocoder.match_table(again[columns].assign(city=again["post_town"]))
        found = second[second["status"] != Status.NO_MATCH.value]
        answers = pd.concat([answers.drop(found.index), found])
    return answers[[*_NUMBERS, *TEXT_COLUMNS]]
