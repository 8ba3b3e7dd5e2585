import base64
import json
import re

import numpy as np
import pytest

from dashboard.explore.link.map_view import MapView
from dashboard.views.map import resources
from dashboard.views.map.maps import (
    InlineFile,
    MapHome,
    MapPoints,
    MapState,
    OfflineMap,
    PracticeState,
    ServedFile,
    read_practice,
)

HOSTILE = "</script><b>\"'`\\ & ${x} {{ y }}"


POINTS = MapPoints(
    positions=ServedFile("../../media/1.gz", cache="force-cache"),
    words=ServedFile("../../media/2.gz", cache="force-cache"),
)
ALL = np.ones(3, dtype=bool)


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
    files = {address for address in addresses if address.endswith((".js", ".css"))}
    assert files == {"files/practices-map.js", "files/practices-map.css"}


@pytest.mark.parametrize("bundle", resources.BUNDLES, ids=lambda bundle: bundle.name)
def test_every_part_of_a_bundle_has_a_text(bundle):
    for name in (*bundle.scripts, *bundle.styles):
        assert len(resources.text_of(name)) > 500
        assert resources.text_of(name) in "".join(bundle.texts().values())


def test_the_ground_is_safe_inside_a_script():
    text = resources.text_of(resources.GROUND)
    assert "</" not in text
    written = text.partition("JSON.parse(")[2].removesuffix(");")
    data = json.loads(json.loads(written))
    assert len(data["voivodeships"]["features"]) == 16
    populations = [city["population"] for city in data["cities"]]
    assert populations == sorted(populations, reverse=True)


def test_texts_stay_texts_in_the_script():
    home = MapHome((50.1, 20.1), HOSTILE, None)
    script, _ = script_of(MapState(points=POINTS, shown=ALL, home=home))
    assert "</script><b>" not in script
    message = re.search(r"mpPractices\.show\((.*)\);", script)[1]
    assert json.loads(message)["home"]["label"] == HOSTILE


def test_a_state_travels_whole():
    state = MapState(
        points=POINTS,
        shown=ALL,
        selected=150,
        circles=[(50.0, 20.0, 1800.0)],
        named=[(50.01, 20.02, "Liszki")],
        move_number=3,
        move_points=[(50.0, 20.0)],
        home=MapHome((50.1, 20.1), "Bochnia", 50_000.0),
        group=[(50.12345, 20.0, "Liszki")],
        view=MapView(52.1, 19.3, 6.5),
    )
    assert state.message() == {
        "area": None,
        "view": [52.1, 19.3, 6.5],
        "points": {
            "positions": {"address": "../../media/1.gz", "cache": "force-cache"},
            "words": {"address": "../../media/2.gz", "cache": "force-cache"},
        },
        "shown": None,
        "selected": 150,
        "circles": [[50.0, 20.0, 1800.0]],
        "named": [[50.01, 20.02, "Liszki"]],
        "move": {"number": 3, "points": [[50.0, 20.0]]},
        "home": {
            "point": (50.1, 20.1),
            "label": "Bochnia",
            "radius_m": 50000.0,
            "sight_m": 50000.0,
        },
        "group": [[50.1234, 20.0, "Liszki"]],
        "large": False,
    }


def test_a_change_of_a_hundred_thousand_marks_is_a_short_message():
    shown = np.random.default_rng(1).random(100_000) < 0.5
    state = MapState(points=POINTS, shown=shown, selected=150)
    assert len(json.dumps(state.message())) < 20_000


def test_a_page_without_a_server_has_the_points_inside():
    file = InlineFile.of(b"points")
    state = MapState(points=MapPoints(positions=file, words=file), shown=ALL)
    positions = state.message()["points"]["positions"]
    assert base64.b64decode(positions["text"]) == b"points"


@pytest.mark.parametrize(
    ("properties", "number"),
    [
        pytest.param({"practice": 150, "click": 1}, 150, id="a mark"),
        pytest.param({"practice": "150"}, None, id="not a number"),
        pytest.param({"region": "lubuskie"}, None, id="a mark of another map"),
        pytest.param({}, None, id="nothing"),
    ],
)
def test_marks_name_practices(properties, number):
    assert read_practice(properties) == number
