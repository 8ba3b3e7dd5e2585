"""Links to practices lead where the database is now."""

import pytest

from dashboard.practices import practice_link

NOW = "https://archiwum.dobrepraktyki.pl/"


@pytest.mark.parametrize(
    ("stored", "link"),
    [
        pytest.param(
            "https://dobrepraktyki.pl/index.php?p1=3&art=150",
            "index.php?p1=3&art=150",
            id="old host",
        ),
        pytest.param("http://www.dobrepraktyki.pl/?art=150", "?art=150", id="www"),
        pytest.param("nowa.dobrepraktyki.pl/index.php?art=1", "index.php?art=1", id="trial name"),
        pytest.param(NOW + "index.php?art=1", "index.php?art=1", id="new host"),
    ],
)
def test_articles_have_moved(stored: str, link: str) -> None:
    assert practice_link(stored) == NOW + link


@pytest.mark.parametrize(
    "address",
    [
        "https://dobrepraktyki.pl/strona/18",
        "https://dobrepraktyki.pl/index.php?p1=111",
        "https://www.bochnia.pl/?art=5",
        "https://example.org/?x=https://dobrepraktyki.pl/index.php?art=1",
        "",
    ],
)
def test_other_addresses_stay(address: str) -> None:
    assert practice_link(address) == address
