"""What messages about a table leave out, because it may name a person."""

import pytest

from dashboard.errors import PracticeDataError
from dashboard.practices.table import load_practices

NAME = "Zenobia Wzorowa"
PHONE = "600 100 200"
MAIL = "zenobia@example.org"


@pytest.fixture
def messages(tmp_path):
    """A function that gives the messages about a damaged table: whole, and for visitors."""

    def read(content):
        path = tmp_path / "table.csv"
        path.write_text(content, encoding="utf-8")
        with pytest.raises(PracticeDataError) as told:
            load_practices(path)
        return str(told.value), told.value.without_values()

    return read


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(f"art,section,title,emails\n1,K,T,{NAME} tel. {PHONE}\n", id="e-mails"),
        pytest.param(f'art,section,title,contacts\n1,K,T,"{NAME}\n{PHONE}"\n', id="contacts"),
        pytest.param(f'art,section,title,phones\n1,K,T,"600\n{PHONE}"\n', id="phones"),
        pytest.param(f'art,section,title,metryka\n1,K,T,"[[""Kontakt"",""{NAME}""]"\n', id="card"),
        pytest.param(f"art,section,title,population\n1,K,T,{NAME}\n", id="slipped name"),
        pytest.param(f"art,section,title,introduced\n1,K,T,tel. {PHONE}\n", id="slipped number"),
        pytest.param(f"art,section,title,website\n1,K,T,{MAIL}\n", id="slipped address"),
        pytest.param(f"art,section,title\n1,K,T,{NAME},{MAIL}\n", id="row with too many cells"),
        pytest.param(f'art,section,title,summary\n1,K,T,"a\n2,K,T,{NAME}\n', id="open quotation"),
        pytest.param(f"1,Kultura,Tytuł,{NAME},{PHONE},{MAIL}\n2,K,T,,,\n", id="no headings"),
        pytest.param(f"1;Kultura;Tytuł;{NAME};{MAIL}\n", id="semicolons and no headings"),
        pytest.param(f"art,section,title,{NAME}\n1,K,T,x\n", id="heading"),
    ],
)
def test_no_message_names_a_person(messages, content):
    for message in messages(content):
        assert "row " in message
        assert "expected" in message
        for part in (NAME, "Zenobia", "Wzorowa", PHONE, "100 200", MAIL):
            assert part not in message


def test_other_values_are_shown_to_whoever_runs_it_and_to_no_visitor(messages, tmp_path):
    whole, for_visitors = messages("art,section,title,introduced\n1,K,T,2009\n")
    assert "row 2, column introduced: '2009' - expected a day" in whole
    assert str(tmp_path) in whole
    assert "row 2, column introduced: expected a day" in for_visitors
    assert "2009" not in for_visitors
    assert "table.csv" not in for_visitors


def test_many_faults_are_counted_for_visitors_too(messages):
    rows = "".join(f"{number},K,T,x\n" for number in range(1, 31))
    for message in messages(f"art,section,title,introduced\n{rows}"):
        assert message.count("\n") == 21
        assert message.endswith("and 10 more")
