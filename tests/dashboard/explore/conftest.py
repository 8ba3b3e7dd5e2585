"""A small catalogue in which every filter has something to leave out."""

import datetime as dt

import pytest

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.units.local_units import LocalUnits
from geocoding.communes import Commune, CommuneKind, Communes, Urbanisation


@pytest.fixture
def catalog(make_catalog) -> Catalog:
    """Four practices: two located in one voivodeship, one elsewhere, one nowhere."""
    return make_catalog(
        [
            {
                "art": 1,
                "title": "Żłobek w każdej gminie",
                "section": "Usługi społeczne",
                "subsection": "Oświata",
                "unit_type": "gmina miejska",
                "population": 30000,
                "introduced": "2009-11-23",
            },
            {
                "art": 2,
                "title": "Wspólna komunikacja",
                "section": "Współpraca między JST",
                "subsection": "Praktyki",
                "unit_type": "powiat",
                "population": 80000,
            },
            {
                "art": 3,
                "title": "Oszczędne oświetlenie",
                "section": "Efektywność energetyczna",
                "subsection": "Praktyki",
                "population": 2000,
            },
            {"art": 4, "title": "Bilet bez miejsca", "section": "Usługi techniczne"},
        ],
        [
            {"art": 1, "place": "Bochnia", "county": "bocheński", "voivodeship": "małopolskie"},
            {"art": 2, "place": "Bielsko", "county": "bielski", "voivodeship": "śląskie"},
            {"art": 2, "place": "Liszki", "county": "krakowski", "voivodeship": "małopolskie"},
            {"art": 3, "place": "Bielsk", "county": "bielski", "voivodeship": "podlaskie"},
            {"art": 4, "place": "", "status": "skipped"},
        ],
    )


@pytest.fixture(scope="session")
def units() -> LocalUnits:
    """Two voivodeships: a town with the commune around it, a city with its county, villages."""
    rows = [
        ("120101", "Bochnia", "urban", "bocheński", 30_000, 30.0, "town", "Kraków"),
        ("120102", "Bochnia", "rural", "bocheński", 20_000, 130.0, "rural", "Kraków"),
        ("120106", "Nowy Wiśnicz", "mixed", "bocheński", 14_000, 80.0, "rural", ""),
        ("120607", "Liszki", "rural", "krakowski", 17_000, 72.0, "town", "Kraków"),
        ("120608", "Michałowice", "rural", "krakowski", 10_000, 51.0, "town", "Kraków"),
        ("121402", "Michałowice", "rural", "proszowicki", 5_000, 60.0, "rural", ""),
        ("126101", "Kraków", "urban", "Kraków", 770_000, 327.0, "city", "Kraków"),
        ("120501", "Gorlice", "urban", "gorlicki", 28_000, 24.0, "town", ""),
        ("020601", "Karpacz", "urban", "karkonoski", 5_000, 38.0, "rural", ""),
        ("026101", "Jelenia Góra", "urban", "Jelenia Góra", 80_000, 109.0, "town", ""),
    ]
    return LocalUnits.of(Communes(tuple(_commune(*row) for row in sorted(rows))))


def _commune(  # noqa: PLR0913, PLR0917  a commune has that many sides
    teryt: str,
    name: str,
    kind: str,
    county: str,
    population: int,
    area_km2: float,
    urbanisation: str,
    functional_area: str,
) -> Commune:
    is_south = teryt.startswith("12")
    return Commune(
        teryt=teryt,
        name=name,
        kind=CommuneKind(kind),
        county=county,
        county_teryt=teryt[:4],
        voivodeship="małopolskie" if is_south else "dolnośląskie",
        voivodeship_teryt=teryt[:2],
        population=population,
        population_date=dt.date(2018, 12, 31),
        area_km2=area_km2,
        density=population / area_km2,
        urbanisation=Urbanisation(urbanisation),
        functional_area=functional_area,
        settlement=name,
        lat=50.0 + int(teryt[4:]) / 100,
        lon=20.0 if is_south else 15.7,
    )
