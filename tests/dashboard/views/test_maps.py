import json
import re

import pytest

from dashboard.views import resources
from dashboard.views.maps import (
    MapHome,
    MapPoint,
    MapState,
    OfflineMap,
    PracticeState,
    mark_id,
    practice_of,
)

HOSTILE = "</script><b>\"'`\\ & ${x} {{ y }}"


def point(**changes):
    values = {"practice": 150, "lat": 49.96932, "lon": 20.43084, "section": 2} | changes
    return MapPoint(precision="near", title=HOSTILE, note="Bochnia", **values)


def script_of(state):
    base = OfflineMap(base="files/", options={}, attribution="")
    group = PracticeState(state).add_to(base)
    base.get_root().render()
    return base.get_root().script.render(), group


def test_the_map_is_the_same_on_every_run():
    texts = []
    for _ in range(2):
        made = OfflineMap(base="files/", options={"language": "pl"}, attribution="© A")
        texts.append(re.sub(r"_[0-9a-f]{32}", "", made.get_root().render()))
    assert texts[0] == texts[1]


def test_the_map_loads_its_own_files_only():
    page = OfflineMap(base="files/", options={}, attribution="").get_root().render()
    addresses = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert [address for address in addresses if address.startswith("files/")]
    ours = {f"files/{name}" for name in resources.names()}
    assert {address for address in addresses if address.endswith((".js", ".css"))} >= ours


@pytest.mark.parametrize("name", resources.names())
def test_every_file_of_the_map_has_a_text(name):
    assert len(resources.text_of(name)) > 500


def test_the_ground_is_safe_inside_a_script():
    text = resources.text_of(resources.GROUND)
    assert "</" not in text
    data = json.loads(text[text.index("= {") + 2 : -1])
    assert len(data["voivodeships"]["features"]) == 16
    populations = [city["population"] for city in data["cities"]]
    assert populations == sorted(populations, reverse=True)


def test_texts_stay_texts_in_the_script():
    script, _ = script_of(MapState(points=[point()]))
    assert "</script><b>" not in script
    message = re.search(r"mpPractices\.show\((.*)\);", script)[1]
    assert json.loads(message)["points"][0][5] == HOSTILE


def test_a_state_travels_whole():
    state = MapState(
        points=[point()],
        selected=150,
        circles=[(50.0, 20.0, 1800.0)],
        move_number=3,
        move_points=[(50.0, 20.0)],
        home=MapHome((50.1, 20.1), "Bochnia", 50_000.0),
    )
    assert state.message() == {
        "points": [["P-150", 49.96932, 20.43084, 2, "near", HOSTILE, "Bochnia"]],
        "selected": "P-150",
        "circles": [[50.0, 20.0, 1800.0]],
        "move": {"number": 3, "points": [[50.0, 20.0]]},
        "home": {"point": (50.1, 20.1), "label": "Bochnia", "radius_m": 50000.0},
    }


def test_marks_name_practices():
    assert practice_of(mark_id(150)) == 150
    with pytest.raises(ValueError, match="x"):
        practice_of("P-x")
