import pytest

from geocoding.batch.columns import address_table, answer_headings, find_columns, take_addresses
from geocoding.errors import TableError


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        pytest.param(["street", "number", "city"], ["street", "number", "city"], id="english"),
        pytest.param(
            ["Ulica", "Numer", "Miejscowość", "Kod_pocztowy", "Powiat", "Województwo"],
            ["street", "number", "city", "postal_code", "county", "voivodeship"],
            id="polish",
        ),
        pytest.param(
            ["WOJEWODZTWO", " kod pocztowy ", "MIEJSCOWOSC"],
            ["voivodeship", "postal_code", "city"],
            id="upper-case-spaces-no-diacritics",
        ),
        pytest.param(
            ["nr domu", "ul.", "Kod poczt."], ["number", "street", "postal_code"], id="nr"
        ),
        pytest.param(["id", "art", "city"], ["id", "city"], id="two-keys"),
        pytest.param(["adres"], ["address"], id="whole-address"),
        pytest.param(["adres", "miasto"], ["street", "city"], id="street-line"),
        pytest.param(["Kod", "Poczta"], ["postal_code", "city"], id="post-town"),
        pytest.param(["Poczta", "Miejscowość"], ["city"], id="post-town-beside-the-town"),
    ],
)
def test_headings_are_known(header: list[str], columns: list[str]) -> None:
    found = find_columns(header)

    assert sorted(found, key=lambda part: found[part]) == columns


def test_a_name_of_something_else_is_no_street() -> None:
    rows = [["Urząd", "Kępie 16", "Kozłów", "Gołcza"]]

    found = find_columns(["nazwa", "adres", "miejscowość", "nazwa gminy"], rows=rows)

    assert found == {"street": 1, "city": 2, "commune": 3}


def test_headings_can_be_named() -> None:
    assert find_columns(["gdzie", "kod"], {"city": "gdzie"}) == {"city": 0, "postal_code": 1}


@pytest.mark.parametrize(
    ("header", "named", "message"),
    [
        pytest.param(["a", "b"], {}, "No column of 'a', 'b' holds", id="none"),
        pytest.param(["city", "miasto"], {}, "'city' and 'miasto' both hold the city", id="two"),
        pytest.param(
            ["a"], {"city": "b"}, "no column 'b' for the city; there are 'a'", id="absent"
        ),
        pytest.param(["a"], {"town": "a"}, "'town' is no part of an address", id="no-part"),
    ],
)
def test_unclear_headings_are_refused(
    header: list[str], named: dict[str, str], message: str
) -> None:
    with pytest.raises(TableError, match=message):
        find_columns(header, named)


def test_addresses_hold_the_cells_as_they_are() -> None:
    addresses = take_addresses([["x", "05-326"], ["y", ""]], {"postal_code": 1})

    assert addresses.to_dict("list") == {"postal_code": ["05-326", ""]}


def test_whole_addresses_are_taken_apart_and_own_columns_go_first() -> None:
    addresses = take_addresses(
        [["Polna 1, 32-700 Bochnia", ""], ["Polna 1, 32-700 Bochnia", "32-701"]],
        {"address": 0, "postal_code": 1},
    )

    assert addresses["postal_code"].tolist() == ["32-700", "32-701"]
    assert addresses["city"].tolist() == ["Bochnia", "Bochnia"]
    assert addresses["street"].tolist() == ["Polna", "Polna"]


def test_an_added_column_never_takes_the_name_of_another() -> None:
    headings = answer_headings(["lat", "geocoded_lat", "city"])

    assert headings["lat"] == "geocoded_geocoded_lat"
    assert headings["lon"] == "lon"


@pytest.mark.parametrize(
    ("cells", "units"),
    [
        pytest.param({"teryt": ["1201022"]}, ("Bochnia", "1201", "12"), id="commune-with-kind"),
        pytest.param({"teryt": ["120102"]}, ("Bochnia", "1201", "12"), id="commune"),
        pytest.param({"teryt": ["120102_2"]}, ("Bochnia", "1201", "12"), id="underscore"),
        pytest.param({"teryt": ["201011"]}, ("Bolesławiec", "0201", "02"), id="lost-zero"),
        pytest.param({"teryt": ["1201"]}, ("", "1201", "12"), id="county"),
        pytest.param({"teryt": ["12"]}, ("", "", "12"), id="voivodeship"),
        pytest.param({"teryt": ["?"]}, ("", "", ""), id="unreadable"),
        pytest.param(
            {"voivodeship": ["12"], "county": ["1"], "commune": ["2"]},
            ("Bochnia", "1201", "12"),
            id="three-columns",
        ),
        pytest.param(
            {"teryt": ["1201022"], "commune": ["Rzezawa"]},
            ("Rzezawa", "1201", "12"),
            id="a-name-goes-first",
        ),
    ],
)
def test_codes_of_the_register_are_read_as_units(
    cells: dict[str, list[str]], units: tuple[str, str, str]
) -> None:
    [row] = address_table(cells).to_dict("records")
    assert (row["commune"], row["county"], row["voivodeship"]) == units


@pytest.mark.parametrize(
    ("header", "row", "columns"),
    [
        pytest.param(
            ["nazwa instytucji", "adres", "kod", "poczta"],
            ["Dom", "Rynek 1", "34-500", "Zakopane"],
            {"street": 1, "postal_code": 2, "city": 3},
            id="post-town-beside-streets",
        ),
        pytest.param(
            ["adres", "poczta"],
            ["Rynek 1, 34-500 Zakopane", "Zakopane"],
            {"address": 0},
            id="post-town-beside-whole-addresses",
        ),
        pytest.param(
            ["Miejscowość", "Gmina / miasto", "Powiat / miasto"],
            ["Krzeczów", "Rzezawa", "bocheński"],
            {"city": 0, "commune": 1, "county": 2},
            id="units-or-towns",
        ),
        pytest.param(
            ["Miasto", "Ul./os.", "Nr budynku/lokalu"],
            ["Bochnia", "Rynek", "5/2"],
            {"city": 0, "street": 1, "number": 2},
            id="streets-or-estates",
        ),
    ],
)
def test_headings_that_are_like_known_ones(
    header: list[str], row: list[str], columns: dict[str, int]
) -> None:
    assert find_columns(header, rows=[row, row]) == columns
