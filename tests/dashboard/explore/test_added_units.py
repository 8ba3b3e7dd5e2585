"""A catalogue and the data that an office adds while the server runs."""

import pytest

from dashboard.explore.filters.groups import Group
from dashboard.explore.filters.home import HomeQuery, find_home
from dashboard.explore.units.likeness import Profile
from dashboard.explore.units.local_units import local_units
from dashboard.explore.units.localities import communes_of_locality
from dashboard.views.units.unit_words import unit_of
from geocoding import Match, Status
from geocoding.added import add_file
from geocoding.communes import CommuneKind, load_communes

DIGITS = {CommuneKind.URBAN: "1", CommuneKind.RURAL: "2", CommuneKind.MIXED: "3"}
BOCHNIA = {"unit_type": "gmina miejska", "locality": "Bochnia", "county": "bocheński"}


def test_units_of_practices_stay_theirs_after_a_register_without_some_communes(
    make_catalog, tmp_path, monkeypatch
):
    monkeypatch.setenv("MAPA_PRAKTYK_DATA", str(tmp_path))
    catalog = make_catalog([{"art": 1, "title": "a", **BOCHNIA}], [{"art": 1, "place": "Bochnia"}])
    lines = ["WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA"]
    for each in load_communes().rows[5:]:  # the first ones are no more
        parts = (each.teryt[:2], each.teryt[2:4], each.teryt[4:], DIGITS[each.kind], each.name)
        lines.append(";".join((*parts, "gmina", "2026-01-01")))
    register = tmp_path / "register.csv"
    register.write_text("\n".join(lines), encoding="utf-8")
    before = len(local_units().table)
    add_file(register)
    assert len(local_units().table) == before - 5
    unit = unit_of(catalog, 0)
    assert unit is not None
    assert (unit.teryt, unit.name) == ("120101", "Bochnia")
    assert Group(Profile.of(unit), ()).practices(catalog).tolist() == [True]


@pytest.fixture
def localities(tmp_path, monkeypatch):
    """Add a register of localities: made-up ones, one name of them twice."""
    monkeypatch.setenv("MAPA_PRAKTYK_DATA", str(tmp_path))
    names = ["Zażółcin", "Zagajniczki", "Zagajniczki", *(f"Miejsce {n}" for n in range(90_000))]
    communes = [each.teryt for each in load_communes().rows]
    lines = ["WOJ;POW;GMI;RODZ_GMI;RM;MZ;NAZWA;SYM;SYMPOD;STAN_NA"]
    for number, name in enumerate(names):
        code = communes[number % len(communes)]
        cells = (code[:2], code[2:4], code[4:], "2", "01", "1", name, f"{number:07}")
        lines.append(";".join((*cells, f"{number:07}", "2026-01-01")))
    register = tmp_path / "simc.csv"
    register.write_text("\n".join(lines), encoding="utf-8")
    add_file(register)
    return communes


def unknown(_: str) -> Match:
    return Match(status=Status.NO_MATCH)


def test_a_locality_that_only_the_register_knows_leads_to_its_commune(localities):
    answer, home = find_home(HomeQuery(place="zazolcin"), unknown)
    assert answer is not None
    assert home is not None
    assert home.unit is not None
    assert (home.unit.teryt, home.label) == (localities[0], "zazolcin")


def test_a_locality_of_several_communes_leads_to_none_of_them(localities):
    assert find_home(HomeQuery(place="Zagajniczki"), unknown)[1] is None
    found = communes_of_locality("Zagajniczki")
    assert [each.teryt for each in found] == sorted(localities[1:3])


def test_without_a_register_no_locality_is_known(tmp_path, monkeypatch):
    monkeypatch.setenv("MAPA_PRAKTYK_DATA", str(tmp_path))
    assert communes_of_locality("Zażółcin") == []
