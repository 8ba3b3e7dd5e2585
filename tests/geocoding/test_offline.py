"""The gazetteer geocoder: what it answers to easy, hard and impossible addresses."""

import tomllib

import numpy as np
import pandas as pd
import pytest

from geocoding import (
    Address,
    AddressError,
    GazetteerGeocoder,
    Match,
    Precision,
    Status,
    data_dir,
)
from geocoding.distance import distance_km


def km_from(match: Match, lat: float, lon: float) -> float:
    assert match.point is not None
    here = (np.array([match.point.lat]), np.array([match.point.lon]))
    return float(distance_km(*here, np.array([lat]), np.array([lon]))[0])


def test_office_of_bochnia(geocoder: GazetteerGeocoder) -> None:
    match = geocoder.match(
        Address(
            street="ul. Kazimierza Wielkiego",
            number="2",
            city="Bochnia",
            postal_code="32-700",
            county="Bochnia",
            voivodeship="małopolskie",
        )
    )
    assert km_from(match, 49.9690, 20.4303) < 1
    assert match.status == Status.OK
    assert match.precision == Precision.LOCALITY
    assert match.accuracy_m is not None
    assert match.accuracy_m < 5000
    assert (match.matched_county, match.matched_voivodeship) == ("bocheński", "małopolskie")
    assert match.decided_by == "code_and_locality"
    assert match.checks == dict.fromkeys(
        ("locality", "postal_code", "near_postal_code", "county", "voivodeship"), True
    )
    assert match.provider == "gazetteer"
    assert "GeoNames" in match.attribution
    assert "OpenStreetMap" in match.attribution
    assert match.score == pytest.approx(1)


SPELLINGS = [
    pytest.param({"city": "Bochnia", "postal_code": "32-700"}, id="plain"),
    pytest.param({"city": "BOCHNIA", "postal_code": "32-700"}, id="upper-case"),
    pytest.param({"city": "\u00a0Bochnia \u00a0", "postal_code": "\u00a032-700"}, id="no-break"),
    pytest.param({"city": "Bochnia", "postal_code": "32700"}, id="code-without-dash"),
    pytest.param({"city": "Bochnia", "postal_code": "32 700"}, id="code-with-space"),
    pytest.param({"city": "Bochnia", "postal_code": "PL-32-700"}, id="code-with-country"),
    pytest.param({"city": "m. Bochnia", "postal_code": "32-700"}, id="town-with-its-kind"),
    pytest.param({"city": "Bochina", "postal_code": "32-700"}, id="letters-swapped"),
    pytest.param({"city": "Bohnia", "postal_code": "32-700"}, id="letter-missing"),
    pytest.param({"city": "Bocchnia", "postal_code": "32-700"}, id="letter-twice"),
    pytest.param({"city": "Bocgnia", "postal_code": "32-700"}, id="letter-wrong"),
    pytest.param({"city": "Bochnia", "county": "bocheński"}, id="county-for-code"),
    pytest.param({"city": "Bochnia", "county": "Powiat Bocheński"}, id="county-with-its-word"),
    pytest.param({"city": "Bochnia", "county": "Bochnia"}, id="seat-for-county"),
    pytest.param({"city": "bochnia", "voivodeship": "woj. MALOPOLSKIE"}, id="voivodeship"),
    pytest.param({"city": "Bochnia"}, id="name-alone"),
]


@pytest.mark.parametrize("stated", SPELLINGS)
def test_spelling_changes_nothing(geocoder: GazetteerGeocoder, stated: dict[str, str]) -> None:
    match = geocoder.match(Address(**stated))
    assert (match.matched_label, match.matched_county) == ("Bochnia", "bocheński")
    assert km_from(match, 49.9690, 20.4303) < 1


DIACRITICS = [
    "Łódź",
    "Świętochłowice",
    "Ząbkowice Śląskie",
    "Busko-Zdrój",
    "Środa Wielkopolska",
    "Żory",
    "Ełk",
    "Ćmielów",
    "Nowe Miasto Lubawskie",
]


@pytest.mark.parametrize("city", DIACRITICS)
def test_diacritics_and_case_change_nothing(geocoder: GazetteerGeocoder, city: str) -> None:
    plain = city.translate(str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ"))
    answers = [geocoder.match(Address(city=text)) for text in (city, plain, city.upper())]
    assert answers[0].point is not None
    assert answers[0].point == answers[1].point == answers[2].point


NAMES = [
    # what is stated, county of the answer, rule
    pytest.param({"city": "Turek"}, "turecki", "locality_largest_of_its_name", id="town"),
    pytest.param({"city": "Szczecin"}, "Szczecin", "locality_largest_of_its_name", id="city"),
    pytest.param({"city": "Żory"}, "Żory", "locality", id="only-one"),
    pytest.param({"city": "Ełk"}, "ełcki", "locality", id="seat"),
    pytest.param({"city": "Koszalin"}, "Koszalin", "locality", id="city-with-county-rights"),
    pytest.param({"city": "Częstochowa"}, "Częstochowa", "locality", id="city-only-one"),
    pytest.param(
        {"city": "Ostrów Wlkp.", "postal_code": "63-400"},
        "ostrowski",
        "code_and_locality",
        id="abbreviation",
    ),
    pytest.param(
        {"city": "Czernichów", "county": "krakowski"},
        "krakowski",
        "locality_in_county",
        id="homonym-by-county",
    ),
    pytest.param(
        {"city": "Czernichów", "county": "żywiecki"},
        "żywiecki",
        "locality_in_county",
        id="homonym-by-another-county",
    ),
    pytest.param(
        {"city": "Liszki", "voivodeship": "małopolskie"},
        "krakowski",
        "locality_in_voivodeship",
        id="homonym-by-voivodeship",
    ),
    pytest.param(
        {"city": "Zakrzewo", "postal_code": "77-424"},
        "złotowski",
        "code_and_locality",
        id="homonym-by-code",
    ),
    pytest.param(
        {"city": "Czarnków", "postal_code": "64-700"},
        "czarnkowsko-trzcianecki",
        "locality_near_code",
        id="town-that-the-postal-file-lacks",
    ),
    pytest.param(
        {"city": "Karpacz", "county": "jeleniogórski"},
        "karkonoski",
        "locality_in_county",
        id="former-name-of-the-county",
    ),
    pytest.param(
        {"city": "Zakopane", "county": "Zakopane"},
        "tatrzański",
        "locality_in_county",
        id="seat-unlike-the-adjective",
    ),
    pytest.param(
        {"city": "Skawina", "county": "Kraków"},
        "krakowski",
        "locality_in_county",
        id="city-for-the-county-around-it",
    ),
    pytest.param(
        {"city": "Kraków", "county": "Kraków"},
        "Kraków",
        "locality_in_county",
        id="city-as-its-own-county",
    ),
    pytest.param(
        {"city": "Stargard Szczeciński", "postal_code": "73-110"},
        "stargardzki",
        "code_of_city",
        id="former-name-of-a-town",
    ),
    pytest.param(
        {"city": "Mogilanny", "county": "krakowski"},
        "krakowski",
        "misspelt_locality_in_county",
        id="typing-error-by-county",
    ),
    pytest.param({"city": "Cząstochowa"}, "Częstochowa", "misspelt_locality", id="typing-error"),
    pytest.param(
        {"city": "Krzeczów 15", "postal_code": "32-700"},
        "bocheński",
        "code_and_locality",
        id="village-with-house-number",
    ),
    pytest.param(
        {"street": "Krzeczów", "number": "15", "city": "Bochnia", "postal_code": "32-700"},
        "bocheński",
        "village_in_street",
        id="village-in-place-of-the-street",
    ),
    pytest.param(
        {"city": "Kraków-Podgórze", "postal_code": "30-504"},
        "Kraków",
        "code_and_locality",
        id="district-with-code",
    ),
    pytest.param({"city": "Warszawa-Mokotów"}, "Warszawa", "locality", id="district"),
    pytest.param({"city": "Gdańsk Oliwa"}, "Gdańsk", "locality", id="district-after-a-space"),
    pytest.param({"city": "Oliwa"}, "Gdańsk", "locality", id="district-alone"),
    pytest.param(
        {"city": "Kraków", "postal_code": "31-446"},
        "Kraków",
        "code_of_city",
        id="code-that-one-source-has",
    ),
    pytest.param(
        {"city": "Krakow", "postal_code": "31-446"},
        "Kraków",
        "code_of_city",
        id="the-same-without-diacritics",
    ),
    pytest.param(
        {"city": "Karczmiska", "postal_code": "24-310"},
        "opolski",
        "locality_near_code",
        id="commune-without-a-village-of-its-name",
    ),
]


@pytest.mark.parametrize(("stated", "county", "rule"), NAMES)
def test_place_and_rule(
    geocoder: GazetteerGeocoder, stated: dict[str, str], county: str, rule: str
) -> None:
    match = geocoder.match(Address(**stated))
    assert (match.status, match.matched_county, match.decided_by) == (Status.OK, county, rule)


@pytest.mark.parametrize("city", ["Liszki", "Mogilany", "Skawina", "Świątniki Górne", "Czernichów"])
def test_communes_around_krakow(geocoder: GazetteerGeocoder, city: str) -> None:
    match = geocoder.match(Address(city=city, county="krakowski", voivodeship="małopolskie"))
    assert (match.status, match.matched_commune) == (Status.OK, city)


def test_village_in_street_is_the_village(geocoder: GazetteerGeocoder) -> None:
    match = geocoder.match(Address(street="Krzeczów", city="Bochnia", postal_code="32-700"))
    assert match.matched_label == "Krzeczów"


def test_street_of_a_villages_name_stays_a_street(geocoder: GazetteerGeocoder) -> None:
    match = geocoder.match(Address(street="ul. Krzeczów", city="Bochnia", postal_code="32-700"))
    assert match.matched_label == "Bochnia"


COARSE = [
    pytest.param({"postal_code": "32-700"}, Precision.POSTAL_CODE, "code", id="code-alone"),
    pytest.param(
        {"city": "Xyz", "postal_code": "32-700"}, Precision.POSTAL_CODE, "code", id="unknown-place"
    ),
    pytest.param(
        {"postal_code": "58-123"}, Precision.POSTAL_CODE, "neighbouring_code", id="unknown-code"
    ),
    pytest.param({"county": "Bochnia"}, Precision.COUNTY, "county", id="county-alone"),
    pytest.param(
        {"city": "Xyz", "county": "krakowski"}, Precision.COUNTY, "county", id="place-unknown"
    ),
    pytest.param(
        {"voivodeship": "Śląskie"}, Precision.VOIVODESHIP, "voivodeship", id="voivodeship-alone"
    ),
    pytest.param({"city": "gmina Wręczyca Wielka"}, Precision.LOCALITY, "locality", id="commune"),
]


@pytest.mark.parametrize(("stated", "precision", "rule"), COARSE)
def test_says_how_coarse_it_is(
    geocoder: GazetteerGeocoder, stated: dict[str, str], precision: Precision, rule: str
) -> None:
    match = geocoder.match(Address(**stated))
    assert (match.status, match.precision, match.decided_by) == (Status.OK, precision, rule)
    assert match.checks.get("locality", True) == ("Xyz" not in stated.values())


def test_coarser_means_a_larger_radius(geocoder: GazetteerGeocoder) -> None:
    chain = [
        {"city": "Kraków", "postal_code": "30-504"},
        {"city": "Kraków", "county": "Kraków"},
        {"county": "krakowski"},
        {"voivodeship": "małopolskie"},
    ]
    radii = [geocoder.match(Address(**stated)).accuracy_m or 0 for stated in chain]
    assert radii == sorted(radii)
    assert radii[0] > 0


UNDECIDED = [
    pytest.param({"city": "Zakrzewo"}, 5, id="villages"),
    pytest.param({"city": "Nowa Wieś", "voivodeship": "mazowieckie"}, 5, id="in-a-voivodeship"),
    pytest.param({"county": "brzeski"}, 2, id="counties"),
    pytest.param({"city": "Gdańsk", "postal_code": "30-001"}, 2, id="code-against-locality"),
]


@pytest.mark.parametrize(("stated", "count"), UNDECIDED)
def test_ambiguous_has_candidates_and_no_point(
    geocoder: GazetteerGeocoder, stated: dict[str, str], count: int
) -> None:
    match = geocoder.match(Address(**stated))
    assert match.status == Status.AMBIGUOUS
    assert match.point is None
    assert match.precision is None
    assert len(match.candidates) == count
    assert len({candidate.point for candidate in match.candidates}) == count
    assert match.score_next > 0


def test_contradiction_is_decided_by_a_third_witness(geocoder: GazetteerGeocoder) -> None:
    match = geocoder.match(Address(city="Gdańsk", postal_code="30-001", voivodeship="pomorskie"))
    assert (match.status, match.matched_label) == (Status.OK, "Gdańsk")
    assert match.checks == {
        "locality": True,
        "postal_code": False,
        "near_postal_code": False,
        "voivodeship": True,
    }


def test_county_that_does_not_fit_is_reported(geocoder: GazetteerGeocoder) -> None:
    match = geocoder.match(Address(city="Bochnia", postal_code="32-700", county="gdański"))
    assert (match.status, match.matched_county) == (Status.OK, "bocheński")
    assert match.checks["county"] is False
    assert match.score < 1


@pytest.mark.parametrize(
    ("stated", "status"),
    [
        pytest.param({}, Status.SKIPPED, id="nothing"),
        pytest.param({"street": "Długa", "number": "1"}, Status.SKIPPED, id="street-alone"),
        pytest.param({"city": " - "}, Status.SKIPPED, id="no-letter"),
        pytest.param({"city": "Qwertyuiop"}, Status.NO_MATCH, id="no-such-place"),
        pytest.param({"postal_code": "99-999"}, Status.NO_MATCH, id="no-such-code"),
        pytest.param({"county": "qwerty"}, Status.NO_MATCH, id="no-such-county"),
    ],
)
def test_no_answer(geocoder: GazetteerGeocoder, stated: dict[str, str], status: Status) -> None:
    match = geocoder.match(Address(**stated))
    assert match.status == status
    assert match.point is None
    assert bool(match.error) == (status == Status.SKIPPED)


def test_wrong_point_of_a_source_is_not_taken(geocoder: GazetteerGeocoder) -> None:
    """One source has this code of Tuczno 140 km off; the village by its area is right."""
    match = geocoder.match(Address(city="Tuczno", postal_code="88-126"))
    assert match.matched_county == "inowrocławski"
    assert km_from(match, 52.86, 18.14) < 2


def test_free_text_is_read(geocoder: GazetteerGeocoder) -> None:
    found = geocoder.geocode("Urząd Gminy Liszki, ul. Mały Rynek 2, 32-060 Liszki")
    assert found.address == "Liszki"
    assert (found.latitude, found.longitude) == pytest.approx((50.037, 19.767), abs=0.01)
    assert found.raw["matched_postal_code"] == "32-060"


def test_geopy_list_holds_the_candidates(geocoder: GazetteerGeocoder) -> None:
    found = geocoder.geocode({"city": "Zakrzewo"}, exactly_one=False)
    match = geocoder.match(Address(city="Zakrzewo"))
    assert len(found) == 5
    assert [place.address for place in found] == ["Zakrzewo"] * 5
    assert [(place.latitude, place.longitude) for place in found] == [
        (candidate.point.lat, candidate.point.lon) for candidate in match.candidates
    ]
    assert all(place.raw["status"] == Status.AMBIGUOUS for place in found)
    assert geocoder.geocode({"city": "Zakrzewo"}) is None
    assert geocoder.geocode("Qwertyuiop", exactly_one=False) is None


def test_unknown_part_is_refused_and_the_known_ones_are_named(geocoder: GazetteerGeocoder) -> None:
    known = "city, commune, county, number, postal_code, street, voivodeship"
    with pytest.raises(AddressError, match=rf"^kod, miasto .*parts are {known}\.$"):
        geocoder.geocode({"miasto": "Bochnia", "kod": "32-700", "street": "Polna"})


def test_answers_name_their_sources_and_the_oldest_date(geocoder: GazetteerGeocoder) -> None:
    entries = tomllib.loads((data_dir() / "sources.toml").read_text("utf-8"))["files"]
    asked = [entry for entry in entries if entry["file"].startswith("gazetteer/")]
    match = geocoder.match(Address(city="Bochnia"))
    assert sorted(match.attribution.split("; ")) == sorted({each["attribution"] for each in asked})
    assert match.data_date == min(each["data_date"] for each in asked)


def test_the_gazetteer_that_is_given_is_asked(geocoder: GazetteerGeocoder) -> None:
    assert GazetteerGeocoder(geocoder.gazetteer).gazetteer is geocoder.gazetteer


def test_a_point_has_the_areas_of_the_nearest_settlement(geocoder: GazetteerGeocoder) -> None:
    points = pd.DataFrame({"lat": [50.06, 49.97], "lon": [19.94, 20.43]}, index=[4, 2])
    areas = geocoder.areas_at(points)
    assert areas.index.tolist() == [4, 2]
    assert areas["county"].tolist() == ["Kraków", "bocheński"]
    assert areas["voivodeship"].tolist() == ["małopolskie"] * 2


TABLE = pd.DataFrame(
    {
        "city": ["Bochnia", "Zakrzewo", None, "Qwertyuiop", "Ostrów Wlkp.", "Bohnia"],
        "postal_code": ["32-700", "", None, None, "63400", "32-700"],
        "note": ["kept out"] * 6,
    },
    index=[7, 3, 3, 0, 9, 1],
)


def test_table_keeps_rows_and_index(geocoder: GazetteerGeocoder) -> None:
    answers = geocoder.match_table(TABLE)
    assert answers.index.tolist() == TABLE.index.tolist()
    assert answers["status"].tolist() == ["ok", "ambiguous", "skipped", "no_match", "ok", "ok"]
    assert answers["lat"].notna().tolist() == [True, False, False, False, True, True]
    assert answers["precision"].tolist() == ["locality", "", "", "", "locality", "locality"]
    assert answers.dtypes["matched_label"] == pd.StringDtype(na_value=np.nan)
    assert answers["checks"].iloc[5] == "locality=failed;postal_code=ok;near_postal_code=ok"


def test_a_table_may_hold_numbers_and_gaps_of_every_kind(geocoder: GazetteerGeocoder) -> None:
    table = pd.DataFrame(
        {"city": [np.nan, None, "Bochnia"], "postal_code": [32700, np.nan, None]}, dtype="object"
    )
    answers = geocoder.match_table(table)
    assert answers["status"].tolist() == ["ok", "skipped", "ok"]
    assert answers["decided_by"].iloc[0] == "code"


def test_empty_table_has_no_answers(geocoder: GazetteerGeocoder) -> None:
    answers = geocoder.match_table(TABLE.iloc[:0])
    assert len(answers) == 0
    assert "decided_by" in answers.columns


def test_table_and_single_addresses_agree(geocoder: GazetteerGeocoder) -> None:
    """One address takes the same rules as a thousand."""
    settlements = geocoder.gazetteer.targets.label.to_pylist()[:72_900:97]
    table = pd.DataFrame({"city": settlements, "voivodeship": "małopolskie"})
    answers = geocoder.match_table(table)
    for row in range(0, len(table), 25):
        match = geocoder.match(Address(city=table["city"][row], voivodeship="małopolskie"))
        assert match.status == answers["status"][row]
        assert match.decided_by == answers["decided_by"][row]
        point = (match.point.lat, match.point.lon) if match.point else (np.nan, np.nan)
        assert point == pytest.approx((answers["lat"][row], answers["lon"][row]), nan_ok=True)


LEADING = [
    # street, whether the point moves north, east (1), south, west (-1) or not at all (0)
    pytest.param("ul. Krakowska", 0, -1, id="west-to-krakow"),
    pytest.param("Brzeska", 0, 1, id="east-to-brzesko"),
    pytest.param("LIMANOWSKA", -1, 0, id="south-to-limanowa"),
    pytest.param("Proszowicka", 1, -1, id="north-west-to-proszowice"),
    pytest.param("Szczecińska", 0, 0, id="too-far"),
    pytest.param("Katowicka", 0, -1, id="west-to-a-city-100-km-away"),
    pytest.param("Polka", 0, 0, id="no-town"),
]


@pytest.mark.parametrize(("street", "north", "east"), LEADING)
def test_street_leads_towards_its_town(
    geocoder: GazetteerGeocoder, street: str, north: int, east: int
) -> None:
    town, moved = (
        geocoder.match(Address(street=text, number="1", city="Bochnia", postal_code="32-700"))
        for text in ("", street)
    )
    assert town.point is not None
    assert moved.point is not None
    by_north = (moved.point.lat - town.point.lat) * 111
    by_east = (moved.point.lon - town.point.lon) * 71
    assert north * by_north > 0.1 or north == 0
    assert east * by_east > 0.1 or east == 0
    assert np.hypot(by_north, by_east) <= 0.5 * (town.accuracy_m or 0) / 1000
    leads = bool(north or east)
    assert moved.decided_by.endswith("_towards_where_the_street_leads") == leads
    assert (moved.point == town.point) == (not leads)


def test_street_does_not_move_the_point_of_a_citys_code(geocoder: GazetteerGeocoder) -> None:
    points = {
        geocoder.match(Address(street=street, city="Kraków", postal_code="30-504")).point
        for street in ("", "Wielicka")
    }
    assert len(points) == 1
