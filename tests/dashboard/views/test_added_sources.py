"""Files that an office adds are named as sources: each once, their publisher once."""

import runpy

from dashboard.locale import texts_in
from dashboard.views.about import about_html
from dashboard.views.sources import map_attribution, sources
from geocoding.added import add_address_points

KRAKOW = ("1261011", "0950463", "Kraków", 50.06, 19.94)
BOCHNIA = ("1201011", "0958187", "Bochnia", 49.96, 20.43)


def test_two_files_of_address_points_have_one_publisher(tmp_path, repository, monkeypatch):
    data = tmp_path / "data"
    data.mkdir()
    monkeypatch.setenv("MAPA_PRAKTYK_DATA", str(data))
    assert "GUGiK" not in map_attribution()
    formats = runpy.run_path(str(repository / "tests/programs/address_points/formats.py"))
    for name, (code, simc, place, lat, lon) in (("a.csv", KRAKOW), ("b.csv", BOCHNIA)):
        door = formats["Door"](code, simc, place, "1", lat, lon, "Polna", "1", "30-001")
        path = tmp_path / name
        path.write_text("".join(formats["csv_lines"]([door])), encoding="utf-8")
        add_address_points([path])
    added = [each for each in sources() if "GUGiK" in each.attribution]
    assert [{file.source for file in each.files} for each in added] == [{"a.csv", "b.csv"}]
    assert map_attribution().count("GUGiK") == 1
    page = about_html(texts_in("pl"))
    assert "Punkty adresowe (PRG): dodane z pliku a.csv" in page
    assert added[0].files[0].sha256 in page
