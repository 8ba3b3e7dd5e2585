import pytest

from dashboard.practices import SECTIONS, load_practices, locate, save_practices
from dashboard.practices.demo import DEMO_ROWS, DEMO_SEED, has_examples, make_demo
from geocoding import GazetteerGeocoder
from geocoding.communes import commune_table


@pytest.fixture(scope="module")
def demo():
    return make_demo(DEMO_ROWS, seed=DEMO_SEED)


def test_the_same_seed_gives_the_same_table(demo):
    assert demo.equals(make_demo(DEMO_ROWS, seed=DEMO_SEED))
    assert not demo.equals(make_demo(DEMO_ROWS, seed=DEMO_SEED + 1))


def test_it_is_a_practices_table(demo, tmp_path):
    save_practices(demo, tmp_path / "demo.csv")
    assert load_practices(tmp_path / "demo.csv").equals(demo)


def test_every_practice_says_that_it_is_an_example(demo):
    number = demo["art"].astype("str").str.zfill(3)
    prefix = demo["title"].str.partition(": ")[0]
    assert (prefix == "Przykład " + number).all()
    assert demo["summary"].str.contains("nie opis prawdziwej praktyki").all()
    assert has_examples(demo)
    assert has_examples(demo.tail(1))


def test_nobody_can_be_reached_by_it(demo):
    made_up = demo[["url", "street", "number", "website", "contacts", "phones", "emails"]]
    assert (made_up == "").all(axis=None)
    assert not demo["metryka"].str.contains("@|tel|kontakt").any()


def test_every_theme_of_the_taxonomy_is_there(demo):
    themes = {
        (section.name, child.name) for section in SECTIONS for child in section.subsections
    } | {(section.name, "") for section in SECTIONS if not section.subsections}
    assert set(zip(demo["section"], demo["subsection"], strict=True)) == themes


def test_unknown_values_of_every_sort_are_there(demo):
    assert demo["population"].isna().any()
    assert (demo["unit_type"] == "").any()
    assert demo["updated"].isna().any()
    assert (demo["updated"] >= demo["introduced"])[demo["updated"].notna()].all()


def test_every_state_of_a_place_is_there(demo):
    places = locate(demo, GazetteerGeocoder())
    states = set(zip(places["status"], places["precision"], strict=True))
    assert states == {
        ("ok", "postal_code"),
        ("ok", "locality"),
        ("ok", "county"),
        ("ok", "voivodeship"),
        ("ambiguous", ""),
        ("no_match", ""),
        ("skipped", ""),
    }
    assert (places["place_no"] > 0).any()
    on_map = places["lat"].notna()
    stated = demo.set_index("art")["voivodeship"].reindex(places["art"][on_map])
    assert (places["matched_voivodeship"][on_map].to_numpy() == stated.to_numpy()).all()


@pytest.mark.parametrize("rows", [1, 2, 1234])
def test_any_number_of_rows(rows):
    table = make_demo(rows, seed=7)
    assert table["art"].tolist() == list(range(1, rows + 1))


def test_communes_have_their_true_figures(demo):
    communes = commune_table()
    true = {(row.name, row.county): set() for row in communes.itertuples(index=False)}
    for row in communes.itertuples(index=False):
        true[row.name, row.county].add(row.population)
    stated = demo[demo["population"].notna()]
    for name, county, population in zip(
        stated["locality"], stated["county"], stated["population"], strict=True
    ):
        assert population in true[name, county]


def test_every_size_of_commune_of_every_kind_is_there(demo):
    sizes = demo.groupby("unit_type")["population"].median()
    assert sizes["gmina wiejska"] < sizes["gmina miejsko-wiejska"] < sizes["gmina miejska"]
    assert (demo.loc[demo["unit_type"] == "gmina wiejska", "population"] > 5_000).any()
