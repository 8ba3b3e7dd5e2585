"""Figures of one's own are read out of tables as people have them, and nothing is lost in silence.

The tables are made up, in the forms that GUS's local data bank exports.
"""

import pytest

from dashboard.explore.figures.columns import Role
from dashboard.explore.figures.figure import Figure, FigureCaption, FigureKind
from dashboard.explore.figures.names import UnitNames
from dashboard.explore.figures.problems import Outcome, Rule
from dashboard.explore.figures.reading import read_figure
from dashboard.explore.figures.sheets import find_figures
from dashboard.explore.units.local_units import UnitLevel, local_units

COUNT = FigureCaption(name="żłobki", unit="szt.", year=2023, source="GUS", kind=FigureKind.COUNT)


@pytest.fixture(scope="module")
def names() -> UnitNames:
    return UnitNames(local_units())


@pytest.fixture
def read(names):
    """Read the text of a table: what is found, and the figure of one of its columns."""

    def read_text(text: str, *, column: int = 0, caption: FigureCaption = COUNT):
        table = find_figures(text.encode(), "plik.csv", names).table
        assert table is not None
        return table, read_figure(table, table.columns[column], caption, names)

    return read_text


def bdl(*rows: str) -> str:
    """Write an export of communes, one column a year."""
    return "\n".join(
        ["Kod;Nazwa;żłobki;2022;[szt.];żłobki;2023;[szt.];".replace("w;", "w;"), *rows]
    )


@pytest.mark.parametrize(
    ("text", "columns", "values"),
    [
        pytest.param(
            'Kod;Nazwa;"żłobki;2022;[szt.]";"żłobki;2023;[szt.]";\n'
            "0000000;POLSKA;900;1 000;\n1200000;MAŁOPOLSKIE;90;100;\n"
            "1201000;Powiat bocheński;9;12;\n1201011;Bochnia (1);4;5;\n1201022;Bochnia (2);-;3;\n",
            [("żłobki", 2022, "szt."), ("żłobki", 2023, "szt.")],
            {"12": 90, "1201": 9, "120101": 4},
            id="one-heading-of-several-parts",
        ),
        pytest.param(
            "Przedszkola i żłobki\nKod;Nazwa;żłobki;;dzieci;\n;;2022;2023;2022;2023\n"
            ";;[szt.];[szt.];[osoba];[osoba]\n1201011;Bochnia (1);4;5;100;120\n"
            "1201022;Bochnia (2);1;1;30;31\n",
            [
                ("żłobki", 2022, "szt."),
                ("żłobki", 2023, "szt."),
                ("dzieci", 2022, "osoba"),
                ("dzieci", 2023, "osoba"),
            ],
            {"120101": 4, "120102": 1},
            id="three-rows-of-headings-under-a-title",
        ),
        pytest.param(
            "Stopa bezrobocia\nTERYT;Jednostka;2023\n1;2;3\n12;małopolskie;4,5\n14;mazowieckie;4,1",
            [("Stopa bezrobocia", 2023, "")],
            {"12": 4.5, "14": 4.1},
            id="title-numbering-row-year-alone",
        ),
        pytest.param(
            "Kod\tNazwa\tWartość\n12 01 011\tBochnia\t1 234,5\n12 01 022\tBochnia\t−7",
            [("Wartość", None, "")],
            {"120101": 1234.5, "120102": -7},
            id="spaces-in-codes-and-thousands",
        ),
        pytest.param(
            "teryt,stopa [%]\n1201,5.25\n1261,3.5\n",
            [("stopa", None, "%")],
            {"1201": 5.25, "1261": 3.5},
            id="counties-with-points",
        ),
    ],
)
def test_a_table_in_the_forms_of_exports_is_read(read, text, columns, values):
    table, result = read(text)
    assert [(each.name, each.year, each.unit) for each in table.columns] == columns
    assert result.figure.by_code == values


def test_a_table_with_a_column_of_years_gives_the_stated_year(read):
    text = (
        "Kod;Nazwa;Rok;Wartosc;Jednostka miary;Atrybut\n"
        "1201011;Bochnia (1);2022;4;szt.;\n1201011;Bochnia (1);2023;5;szt.;\n"
        "1261011;Kraków (1);2022;40;szt.;\n1261011;Kraków (1);2023;50;szt.;"
    )
    table, result = read(text)
    assert table.years() == (2022, 2023)
    assert table.unit_of(table.columns[0]) == "szt."
    assert result.figure.by_code == {"120101": 5, "126101": 50}
    assert (result.rows, result.problems) == (2, ())


ROWS = ("1201011;Bochnia;1", "1261011;Kraków;2", "1465011;Warszawa;3", "1201022;Bochnia;4")


@pytest.mark.parametrize(
    ("row", "rule", "outcome", "value"),
    [
        pytest.param("201011;Bolesławiec;7", Rule.ZERO, Outcome.USED, "201011", id="lost-zero"),
        pytest.param(
            "12010111;Bochnia;7", Rule.LENGTH, Outcome.LEFT_OUT, "12010111", id="8-digits"
        ),
        pytest.param(
            "brak;Bochnia;7", Rule.NO_CODE, Outcome.LEFT_OUT, "brak", id="text-for-a-code"
        ),
        pytest.param(";Bochnia;7", Rule.NO_CODE, Outcome.LEFT_OUT, "", id="no-code"),
        pytest.param("1299011;Dawna;7", Rule.UNKNOWN_CODE, Outcome.LEFT_OUT, "1299011", id="gone"),
        pytest.param(
            "1206072;Kocmyrzów;7", Rule.OTHER_NAME, Outcome.USED, "Kocmyrzów", id="other-name"
        ),
        pytest.param(
            "1201065;Nowy Wiśnicz (5);7", Rule.PART, Outcome.LEFT_OUT, "1201065", id="part"
        ),
        pytest.param("0000000;POLSKA;7", Rule.COUNTRY, Outcome.LEFT_OUT, "0000000", id="country"),
        pytest.param("1261011;Kraków;2", Rule.DOUBLE, Outcome.LEFT_OUT, "2", id="double"),
        pytest.param("1261011;Kraków;7", Rule.CONFLICT, Outcome.NO_VALUE, "7", id="conflict"),
        pytest.param(
            "1206072;Liszki;7 tys.", Rule.NO_NUMBER, Outcome.NO_VALUE, "7 tys.", id="text"
        ),
    ],
)
def test_what_does_not_fit_is_noted_with_row_and_outcome(read, row, rule, outcome, value):
    _, result = read("\n".join(["Kod;Nazwa;żłobki 2023", *ROWS, row]))
    assert [(each.row, each.rule, each.outcome, each.value) for each in result.problems] == [
        (6, rule, outcome, value)
    ]


def test_a_unit_with_two_numbers_has_none(read):
    _, result = read("\n".join(["Kod;Nazwa;żłobki", *ROWS, "1261011;Kraków;7", "1261011;Kraków;2"]))
    assert "126101" not in result.figure.by_code
    assert [each.rule for each in result.problems] == [Rule.CONFLICT, Rule.CONFLICT]


@pytest.mark.parametrize("text", ["-", "x", ".", ":", "", "b.d.", "brak danych"])
def test_a_number_that_is_said_to_be_missing_is_counted_and_no_problem(read, text):
    _, result = read("\n".join(["Kod;Nazwa;żłobki", *ROWS, f"1206072;Liszki;{text}"]))
    assert "120607" not in result.figure.by_code
    assert (result.missing, result.problems) == (1, ())


def test_a_row_with_too_many_cells_is_noted(read):
    _, result = read("\n".join(["Kod;Nazwa;żłobki", *ROWS, "1206072;Liszki;7;5"]))
    assert [(each.row, each.rule) for each in result.problems] == [(6, Rule.CELLS)]


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        pytest.param(["201011", "201022", "202011"], ["020101", "020102", "020201"], id="zeros"),
        pytest.param(["120101", "126101", "146501"], ["120101", "126101", "146501"], id="six"),
        pytest.param(["20101", "20102", "120101"], ["020101", "020102", "120101"], id="of-six"),
        pytest.param(["201", "1201"], ["0201", "1201"], id="county"),
        pytest.param(["2", "12"], ["02", "12"], id="voivodeship"),
        pytest.param(["1201011.0", '="1261011"'], ["120101", "126101"], id="spreadsheet"),
    ],
)
def test_codes_in_whatever_form_name_units(read, codes, expected):
    _, result = read("\n".join(["kod teryt;x", *(f"{code};{at}" for at, code in enumerate(codes))]))
    assert list(result.figure.by_code) == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("gmina;n\nLiszki;1\nKraków;2\n", {"120607": 1, "126101": 2}, id="communes"),
        pytest.param(
            "Powiat;n\npowiat bocheński;1\nKraków;2\n", {"1201": 1, "1261": 2}, id="counties"
        ),
        pytest.param("Nazwa;n\nMAŁOPOLSKIE;1\nŚląskie;2\n", {"12": 1, "24": 2}, id="voivodeships"),
        pytest.param(
            "Województwo;Powiat;Gmina;Rodzaj;n\nmałopolskie;bocheński;Bochnia;miejska;1\n"
            "małopolskie;bocheński;Bochnia;wiejska;2\n",
            {"120101": 1, "120102": 2},
            id="two-of-one-name-by-kind",
        ),
        pytest.param(
            "Nazwa;n\nBochnia (1);1\nBochnia (2);2\n", {"120101": 1, "120102": 2}, id="digit"
        ),
        pytest.param(
            "Województwo;Powiat;n\nśląskie;bielski;1\npodlaskie;bielski;2\n",
            {"2402": 1, "2003": 2},
            id="counties-of-one-name",
        ),
        pytest.param(
            "Nazwa;n\nPowiat m. st. Warszawa;1\nŁódź;2\n", {"1465": 1, "106101": 2}, id="st"
        ),
    ],
)
def test_units_are_found_by_their_names(read, text, values):
    table, result = read(text)
    assert not table.by_code
    assert (result.figure.by_code, result.problems) == (values, ())


@pytest.mark.parametrize(
    ("name", "rule", "detail"),
    [
        pytest.param("Bochnia", Rule.AMBIGUOUS_NAME, "Bochnia (120102)", id="two-communes"),
        pytest.param("powiat bielski", Rule.AMBIGUOUS_NAME, "bielski (2402)", id="two-counties"),
        pytest.param("Nibylandia", Rule.UNKNOWN_NAME, "", id="none"),
        pytest.param("Razem", Rule.COUNTRY, "", id="total"),
    ],
)
def test_a_name_that_is_not_certain_is_noted(read, name, rule, detail):
    _, result = read(f"Nazwa;n\nLiszki;1\nKraków;2\nWieliczka;3\n{name};4\n")
    (problem,) = result.problems
    assert (problem.row, problem.rule) == (5, rule)
    assert detail in problem.detail
    assert len(result.figure.by_code) == 3


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        pytest.param(["1.234", "2.5"], [1.234, 2.5], id="point"),
        pytest.param(["1.234", "2,5"], [1234, 2.5], id="point-of-thousands"),
        pytest.param(["1,234.5", "2"], [1234.5, 2], id="english"),
        pytest.param(["12,5 %", "7%"], [12.5, 7], id="per-cent"),
        pytest.param(["1\u00a0234", "1 234 567"], [1234, 1234567], id="spaces"),
        pytest.param(["12.5", "7,5"], [12.5, 7.5], id="both-marks"),
    ],
)
def test_numbers_are_read_as_people_write_them(read, cells, values):
    rows = [f"{code};{cell}" for code, cell in zip(("1201", "1206"), cells, strict=True)]
    _, result = read("\n".join(["kod;n", *rows]))
    assert list(result.figure.by_code.values()) == values
    assert result.problems == ()


def test_a_mark_that_may_part_thousands_is_noted(read):
    _, result = read("kod;n\n1201;1,234\n1206;2,345\n")
    assert result.figure.by_code == {"1201": 1.234, "1206": 2.345}
    assert {each.rule for each in result.problems} == {Rule.AMBIGUOUS_NUMBER}


PARTS = {
    "1201": frozenset({"120101", "120102"}),
    "1261": frozenset({"126101"}),
    "12": frozenset({"1201", "1261"}),
}


@pytest.mark.parametrize(
    ("values", "kind", "completed"),
    [
        pytest.param(
            {"120101": 1, "120102": 2, "126101": 4},
            FigureKind.COUNT,
            {"1201": 3, "12": 7},
            id="sum",
        ),
        pytest.param({"120101": 1, "126101": 4}, FigureKind.COUNT, {}, id="a-part-is-missing"),
        pytest.param({"120101": 1, "120102": 2, "126101": 4}, FigureKind.RATE, {}, id="rate"),
        pytest.param(
            {"120101": 1, "120102": 2, "1201": 9, "1261": 4},
            FigureKind.COUNT,
            {"12": 13},
            id="stated",
        ),
    ],
)
def test_counts_alone_are_added_up_and_only_where_all_parts_are_known(values, kind, completed):
    caption = FigureCaption(name="n", unit="", year=None, source="s", kind=kind)
    figure = Figure(caption=caption, by_code=values)
    whole = figure.completed(PARTS)
    assert whole.by_code == values | completed
    assert figure.added_up(whole) == completed.keys()


def test_a_city_with_county_rights_is_of_both_levels():
    figure = Figure(caption=COUNT, by_code={"1261": 5, "146501": 7})
    assert figure.at(UnitLevel.COMMUNE) == {"126101": 5, "146501": 7}
    assert figure.at(UnitLevel.COUNTY) == {"1261": 5, "1465": 7}


def test_a_figure_is_written_and_read_again():
    figure = Figure(caption=COUNT, by_code={"12": 1.5})
    assert Figure.from_json(figure.to_json()) == figure
    assert figure.key == "zlobki-2023"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a;b\nc;d\n", id="no-units"),
        pytest.param("kod;nazwa\n1201;bocheński\n", id="no-numbers"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_table_without_figures_of_units_is_none(names, text):
    assert find_figures(text.encode(), "plik.csv", names).table is None


def test_a_heading_tells_what_its_column_says(read):
    table, _ = read("Lp.;Kod;Nazwa;Rok;n\n1;1201011;Bochnia;2023;4\n2;1261011;Kraków;2023;5\n")
    assert table.roles == {Role.CODE: 1, Role.NAME: 2, Role.YEAR: 3}
    assert [each.name for each in table.columns] == ["n"]
