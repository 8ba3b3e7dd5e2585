"""A small catalogue in which every filter has something to leave out."""

import pytest

from dashboard.explore.catalog.catalog import Catalog


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
