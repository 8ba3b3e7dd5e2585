import numpy as np
import pytest

from dashboard.explore.quality.quality import (
    FIELDS,
    Positions,
    QualityFacet,
    QualityFilter,
    contradictions,
    lacking,
    missing_fields,
)

STATUS, PRECISION, CHECK = QualityFacet


@pytest.fixture
def catalog(make_catalog):
    """Four practices: a good position, two contradicted ones of one practice, none, not found."""
    return make_catalog(
        [
            {
                "art": 7,
                "title": "Muzeum",
                "section": "a",
                "locality": "Żory",
                "population": 60000,
                "introduced": "2009-11-23",
            },
            {
                "art": 596,
                "title": "Razem",
                "section": "a",
                "county": "krakowski",
                "postal_code": "30-001",
                "places": "Liszki; Skawina",
            },
            {"art": 41, "title": "E-bilet", "section": "a"},
            {"art": 42, "title": "Nigdzie", "section": "a", "locality": "Nygdzie"},
        ],
        [
            {"art": 7, "place": "Żory", "precision": "street", "checks": "locality=ok"},
            {
                "art": 596,
                "place": "Liszki",
                "county": "bocheński",
                "checks": "locality=ok;county=failed",
            },
            {
                "art": 596,
                "place": "Skawina",
                "place_no": 1,
                "checks": "postal_code=failed;county=failed",
            },
            {"art": 41, "place": "", "status": "skipped"},
            {"art": 42, "place": "Nygdzie", "status": "no_match"},
        ],
    )


@pytest.fixture
def positions(catalog):
    return Positions.of(catalog)


def shown(positions, **chosen):
    wanted = QualityFilter({QualityFacet(facet): values for facet, values in chosen.items()})
    return positions.table["place"][positions.select(wanted)].tolist()


@pytest.mark.parametrize(
    ("chosen", "places"),
    [
        pytest.param({}, ["Żory", "Liszki", "Skawina", "", "Nygdzie"], id="nothing"),
        pytest.param({"status": ("skipped", "no_match")}, ["", "Nygdzie"], id="either status"),
        pytest.param({"precision": ("street",)}, ["Żory"], id="precision"),
        pytest.param({"check": ("postal_code",)}, ["Skawina"], id="check"),
        pytest.param({"status": ("ok",), "check": ("county",)}, ["Liszki", "Skawina"], id="both"),
        pytest.param({"status": ("error",)}, [], id="none has it"),
        pytest.param({"status": ()}, ["Żory", "Liszki", "Skawina", "", "Nygdzie"], id="empty"),
    ],
)
def test_places_pass_what_is_chosen(positions, chosen, places):
    assert shown(positions, **chosen) == places


def test_counts_say_what_each_choice_would_show(positions):
    counts = positions.counts(QualityFilter({STATUS: ("ok",)}))
    assert counts == {
        STATUS: {"ok": 3, "no_match": 1, "skipped": 1},
        PRECISION: {"street": 1, "locality": 2},
        CHECK: {"county": 2, "postal_code": 1},
    }
    counts = positions.counts(QualityFilter({CHECK: ("postal_code",)}))
    assert counts[STATUS] == {"ok": 1, "no_match": 0, "skipped": 0}


def test_places_of_some_practices_alone(catalog):
    positions = Positions.of(catalog).of_practices(np.array([False, True, False, True]))
    assert positions.table["place"].tolist() == ["Liszki", "Skawina", "Nygdzie"]
    assert positions.is_located.tolist() == [True, True, False]


def test_a_contradiction_has_both_sides(catalog, positions):
    rows = contradictions(catalog, positions)
    assert rows.to_dict("records") == [
        {"position": 1, "check": "county", "stated": "krakowski", "matched": "bocheński"},
        {"position": 2, "check": "county", "stated": "krakowski", "matched": ""},
        {"position": 2, "check": "postal_code", "stated": "30-001", "matched": ""},
    ]


def test_no_contradictions_are_an_empty_table(catalog):
    positions = Positions.of(catalog).of_practices(np.array([True, False, False, False]))
    assert contradictions(catalog, positions).empty


def test_missing_fields_are_counted(catalog):
    missing = missing_fields(lacking(catalog), np.ones(4, dtype=bool))
    assert set(missing) == set(FIELDS)
    assert [missing[name] for name in ("locality", "population", "introduced", "county")] == [
        1,
        3,
        3,
        3,
    ]
    assert list(missing.values()) == sorted(missing.values(), reverse=True)


def test_nothing_to_look_at(catalog):
    nothing = np.zeros(4, dtype=bool)
    positions = Positions.of(catalog).of_practices(nothing)
    assert len(positions) == 0
    assert positions.counts(QualityFilter()) == {STATUS: {}, PRECISION: {}, CHECK: {}}
    assert set(missing_fields(lacking(catalog), nothing).values()) == {0}
