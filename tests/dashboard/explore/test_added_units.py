"""A catalogue and the data that an office adds while the server runs."""

from dashboard.explore.filters.groups import Group
from dashboard.explore.units.likeness import Profile
from dashboard.explore.units.local_units import local_units
from dashboard.views.units.unit_words import unit_of
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
