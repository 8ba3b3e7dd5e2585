"""The slide show on the page 'Mapa', as Streamlit runs it without a browser."""

import pytest

SEED = "Promocja kultury narzędziem realizacji celów strategii rozwoju miasta"


@pytest.fixture
def slide(visit):
    """A function that opens an address and gives what stands on the page."""

    def run(**query):
        page = visit(**query)
        assert not page.exception
        return "\n".join(element.body for element in page.get("html"))

    return run


@pytest.mark.parametrize(
    ("query", "words"),
    [
        pytest.param({}, "1 z 11", id="all"),
        pytest.param({"p": "150"}, "8 z 11", id="the selected one"),
        pytest.param({"woj": "małopolskie"}, "1 z 2", id="filtered"),
        pytest.param({"wybrane": "28,150"}, "1 z 2", id="short list"),
        pytest.param({"wybrane": "28,150", "p": "150"}, "2 z 2", id="one of the short list"),
        pytest.param({"wybrane": "28,150", "p": "596"}, "1 z 2", id="one that is not on it"),
        pytest.param({"szukaj": "kwantowość"}, "Nie ma czego pokazać", id="nothing"),
        pytest.param({"lang": "en", "p": "150"}, "8 of 11", id="English"),
    ],
)
def test_an_address_opens_its_slide(slide, query, words):
    assert words in slide(prezentacja="1", **query)


def test_a_slide_has_no_list_no_card_and_no_contacts(slide):
    shown = slide(prezentacja="1", p="150")
    assert SEED in shown
    assert '<article class="mp-card"' not in shown
    assert "Lista praktyk" not in shown
    assert "@" not in shown.split('<article class="mp-slide"')[1].split("</article>")[0]
