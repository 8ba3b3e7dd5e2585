"""The catalogue: the practices with their places, prepared once for every filter and view."""

import datetime as dt
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.explore.catalog import regions
from dashboard.explore.catalog.dates import PracticeDates, dates_of
from dashboard.explore.catalog.facets import SEPARATOR, Facet, FacetIndex, Mask, Rows
from dashboard.explore.catalog.plausible import plausible_dates, plausible_population
from dashboard.explore.catalog.readable import readable_table
from dashboard.explore.search.search_text import SearchText
from dashboard.explore.units.local_units import LocalUnits, local_units
from dashboard.explore.units.practice_units import units_of
from dashboard.practices import SECTIONS
from dashboard.practices.edits import NO_DATES, StoredDates

_PLACE_COLUMNS: Final = [
    *("art", "row", "place", "lat", "lon", "accuracy_m", "status", "precision", "matched_label"),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place of a practice, and where it was found.

    Attributes:
        practice: Number of the practice.
        row: Position of the practice in the catalogue.
        name: The place as the source states it; empty where it states none.
        point: (lat, lon) in degrees; None where nothing was located.
        accuracy_m: Radius in metres that holds the true point 9 times in 10; 0 without a point.
        status: As in `geocoding.Status`.
        precision: As in `geocoding.Precision`; empty without a point.
        matched: What the geocoder matched, in words.
    """

    practice: int
    row: int
    name: str
    point: tuple[float, float] | None
    accuracy_m: float
    status: str
    precision: str
    matched: str


@dataclass(frozen=True, slots=True)
class Catalog:
    """Everything the dashboard knows of its practices.

    Attributes:
        practices: One row a practice, columns of the practices table, index 0..n-1.
        places: One row a practice and place, columns as `locate` gives them, and `row`:
            the position of the practice; ordered by it.
        facets: The values to filter by.
        on_map: One entry a practice: whether any of its places was located.
        local_units: The local government unit of each practice, as `units_of` gives it.
        all_units: All units of Poland as they were when the catalogue was made: data that is added
            later gives others.
        unit_rows: One entry a practice: the row of its unit among `all_units`, -1 for none.
        population: One entry a practice: inhabitants as its record card states them, else those of
            its unit; NaN where unknown, and where what is stated can be none.
        units: One entry a practice: a number that stands for its unit, -1 where none is stated.
        search_text: Their titles, summaries, units and places, to look for words in.
        dates: When each practice was added and last changed.
        today: The day by which their dates are judged.
    """

    practices: pd.DataFrame
    places: pd.DataFrame
    facets: Mapping[Facet, FacetIndex]
    on_map: Mask
    local_units: pd.DataFrame
    all_units: LocalUnits
    unit_rows: Rows
    population: npt.NDArray[np.float64]
    units: npt.NDArray[np.int64]
    search_text: SearchText
    dates: PracticeDates
    today: dt.date

    def __len__(self) -> int:
        """Give the number of practices."""
        return len(self.practices)

    def position_of(self, number: int) -> int | None:
        """Give the row of a practice by its article number; None where there is none."""
        found = np.flatnonzero(self.practices["art"].to_numpy() == number)
        return int(found[0]) if len(found) else None

    def places_of(self, row: int) -> list[Place]:
        """Give the places of the practice at a position, in the order of the source."""
        return self.places_at([row])[0]

    def places_at(self, rows: Sequence[int] | Rows) -> list[list[Place]]:
        """Give the places of each practice at some positions, in the order of the source."""
        of_place = self.places["row"].to_numpy()
        starts = np.searchsorted(of_place, rows, side="left").tolist()
        ends = np.searchsorted(of_place, rows, side="right").tolist()
        found = [at for span in zip(starts, ends, strict=True) for at in range(*span)]
        columns = (self.places[name].take(found) for name in _PLACE_COLUMNS)
        places = iter(_places(columns))
        spans = zip(starts, ends, strict=True)
        return [list(islice(places, end - start)) for start, end in spans]

    def places_in(self, mask: Mask) -> list[Place]:
        """Give the places of the practices in a mask."""
        return as_places(self.places[mask[self.places["row"].to_numpy()]])


def as_places(table: pd.DataFrame) -> list[Place]:
    """Give rows of the places table as places."""
    return _places(table[name] for name in _PLACE_COLUMNS)


def _places(columns: Iterable["pd.Series[Any]"]) -> list[Place]:
    """Give places of which each column tells something, in the order of _PLACE_COLUMNS."""
    cells = zip(*(column.tolist() for column in columns), strict=True)
    return [
        Place(
            practice=art,
            row=row,
            name=name,
            point=None if math.isnan(lat) else (lat, lon),
            accuracy_m=0.0 if math.isnan(accuracy_m) else accuracy_m,
            status=status,
            precision=precision,
            matched=matched,
        )
        for art, row, name, lat, lon, accuracy_m, status, precision, matched in cells
    ]


def build_catalog(
    practices: pd.DataFrame,
    places: pd.DataFrame,
    *,
    history: StoredDates = NO_DATES,
    today: dt.date | None = None,
) -> Catalog:
    """Give the catalogue of a practices table and its located places, all readable.

    Args:
        practices: As `load_practices` gives it.
        places: As `locate` gives it for the same practices.
        history: When the store noted that practices were added and changed; empty without a store.
        today: The day by which dates are judged; None for this machine's.
    """
    practices = readable_table(practices.reset_index(drop=True))
    positions = pd.Series(practices.index, index=practices["art"])
    places = readable_table(places)
    places = places.assign(row=places["art"].map(positions).to_numpy(dtype=np.int64))
    places = places.sort_values("row", kind="stable", ignore_index=True)
    places = _with_areas(places, practices)
    units = units_of(practices, places, local_units())
    today = today or dt.datetime.now().astimezone().date()
    dates = dates_of(practices, history, today)
    words = SearchText.build(practices, places)
    return assemble(practices, places, units, words, dates, today=today)


def assemble(  # noqa: PLR0913  one parameter a part
    practices: pd.DataFrame,
    places: pd.DataFrame,
    units: pd.DataFrame,
    search_text: SearchText,
    dates: PracticeDates,
    *,
    today: dt.date | None = None,
) -> Catalog:
    """Give the catalogue of what it consists of; all of it as another catalogue holds it.

    Args:
        practices: One row a practice.
        places: One row a practice and place.
        units: The unit of each practice.
        search_text: The words of both.
        dates: When each practice was added and last changed.
        today: The day by which dates are judged; None for this machine's.
    """
    today = today or dt.datetime.now().astimezone().date()
    located = np.zeros(len(practices), dtype=bool)
    located[places["row"].to_numpy()[places["lat"].notna().to_numpy()]] = True
    all_units = local_units()
    unit_rows = np.array(all_units.rows_of(units["teryt"].tolist()), dtype=np.int64)
    of_unit = np.append(all_units.table["population"].to_numpy(np.float64), np.nan)[unit_rows]
    return Catalog(
        practices=practices,
        places=places,
        facets=_facets(practices, places, units["teryt"], today),
        on_map=located,
        local_units=units,
        all_units=all_units,
        unit_rows=unit_rows,
        population=_population(practices["population"], of_unit),
        units=pd.factorize(practices["unit"].replace("", None))[0],
        search_text=search_text,
        dates=dates,
        today=today,
    )


def _with_areas(places: pd.DataFrame, practices: pd.DataFrame) -> pd.DataFrame:
    """Add the `voivodeship` and `county` that places count in.

    They are the matched ones; the voivodeship is the stated one where none was matched. A unit
    whose office stands in another county, as those of counties around a city with county rights,
    counts in the county that it states, where the position does not contradict it.
    """
    rows = places["row"].to_numpy()
    stated = practices[["voivodeship", "county"]].take(rows).set_index(places.index)
    matched = places["matched_voivodeship"]
    voivodeship = matched.where(matched != "", stated["voivodeship"])
    is_county = (voivodeship + SEPARATOR + stated["county"]).isin(regions.counties())
    is_supported = places["checks"].str.contains("county=ok", regex=False)
    county = stated["county"].where(is_county & is_supported, places["matched_county"])
    return places.assign(voivodeship=voivodeship, county=county)


def _population(stated: pd.Series, of_unit: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Give one entry a practice: inhabitants as stated, else those of its unit; NaN unknown.

    A stated number that can be none is unknown, and is not completed.

    Args:
        stated: Inhabitants as the record cards state them.
        of_unit: Inhabitants of each practice's unit; NaN unknown.
    """
    return np.where(stated.isna(), of_unit, plausible_population(stated))


def _facets(
    practices: pd.DataFrame, places: pd.DataFrame, codes: pd.Series, today: dt.date
) -> dict[Facet, FacetIndex]:
    """Give the index of every facet.

    Voivodeship and county are those of the places; the commune is the one that carried the
    practice out, so practices of counties and voivodeships have none.

    Args:
        practices: One row a practice.
        places: One row a practice and place.
        codes: The TERYT code of the unit of each practice; '' for none.
        today: The day by which dates are judged.
    """
    size = len(practices)
    of_place = partial(FacetIndex.build, places["row"].to_numpy(np.int64), size=size)
    of_practice = partial(FacetIndex.build, np.arange(size), size=size)
    names = tuple(section.name for section in SECTIONS)
    children = tuple(
        section.name + SEPARATOR + child.name
        for section in SECTIONS
        for child in section.subsections
    )
    return {
        Facet.VOIVODESHIP: of_place(places["voivodeship"], also=regions.voivodeships()),
        Facet.COUNTY: of_place(_under("voivodeship", "county", places), also=regions.counties()),
        Facet.COMMUNE: of_practice(
            codes.reset_index(drop=True).map(regions.commune_names()).fillna(""),
            order=regions.communes(),
            also=regions.communes(),
        ),
        Facet.UNIT_TYPE: of_practice(practices["unit_type"]),
        Facet.SECTION: of_practice(practices["section"], order=names),
        Facet.SUBSECTION: of_practice(_under("section", "subsection", practices), order=children),
        Facet.YEAR: of_practice(_years(plausible_dates(practices["introduced"], today))),
    }


def _under(parent: str, child: str, table: pd.DataFrame) -> pd.Series:
    """Give the values of one column after those of another, empty where the one has none."""
    values: pd.Series = table[parent] + SEPARATOR + table[child]
    return values.where(table[child] != "", "")


def _years(days: pd.Series) -> pd.Series:
    """Give the years of days as text, empty where there is no day."""
    codes, years = pd.factorize(days.dt.year)
    texts = [*(f"{year:.0f}" for year in years), ""]  # code -1, no day, is the last one
    return pd.Series(texts, dtype="str").take(codes % len(texts))
