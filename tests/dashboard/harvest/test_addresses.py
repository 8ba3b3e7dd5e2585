"""Every practice page has one address, and nothing else is asked for."""

import pytest

from dashboard.errors import HarvestError
from dashboard.harvest.addresses import PageAddress, Site, Unwanted

START = "https://archiwum.dobrepraktyki.pl/"
BASE = START + "index.php?p1=3"


@pytest.mark.parametrize(
    ("link", "key"),
    [
        pytest.param("index.php?p1=3&p2=7&art=150", "art-000150-tab-1", id="article"),
        pytest.param("?art=150&p2=7&p1=3&s=1", "art-000150-tab-1", id="another order"),
        pytest.param("index.php?p1=1&p2=2&art=0150&s=2", "art-000150-tab-2", id="tab"),
        pytest.param("index.php?p1=3&p2=7&PHPSESSID=ab12", "list-p1-3-p2-7", id="visit"),
        pytest.param("/index.php?p1=3&amp;p2=7", "list-p1-3-p2-7", id="escaped twice"),
        pytest.param("index.php?p2=7&p1=3&strona=4", "list-p1-3-p2-7-strona-4", id="page"),
        pytest.param("index.php?p1=3#gora", "list-p1-3", id="fragment"),
        pytest.param("/", "list", id="start"),
        pytest.param("//ARCHIWUM.dobrepraktyki.pl:443/?p1=3", "list-p1-3", id="host in capitals"),
        pytest.param("index.php?p1=3&p2=", "list-p1-3", id="parameter without a value"),
    ],
)
def test_one_page_has_one_key(link: str, key: str) -> None:
    found = Site(START).page(link, base=BASE)
    assert isinstance(found, PageAddress)
    assert found.key == key


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        pytest.param("http://dobrepraktyki.pl/index.php?art=1", Unwanted.OTHER_HOST, id="host"),
        pytest.param("https://archiwum.dobrepraktyki.pl.evil.pl/", Unwanted.OTHER_HOST, id="ends"),
        pytest.param("//archiwum.dobrepraktyki.pl:8080/", Unwanted.OTHER_HOST, id="port"),
        pytest.param("http://a@evil.pl/index.php?art=1", Unwanted.OTHER_HOST, id="user"),
        pytest.param("admin.php?art=1", Unwanted.OTHER_PAGE, id="script"),
        pytest.param("pliki/a.pdf", Unwanted.OTHER_PAGE, id="file"),
        pytest.param("../index.php/../x?art=1", Unwanted.OTHER_PAGE, id="folders"),
        pytest.param("index.php?szukaj=1", Unwanted.OTHER_PAGE, id="search"),
        pytest.param("index.php?art=1&print=1", Unwanted.OTHER_PAGE, id="to print"),
        pytest.param("index.php?art=1%27--", Unwanted.OTHER_PAGE, id="no number"),
        pytest.param("index.php?art=1&akcja=usun", Unwanted.OTHER_PAGE, id="action"),
        pytest.param("mailto:a@example.org", Unwanted.NO_PAGE, id="e-mail"),
        pytest.param("javascript:void(0)", Unwanted.NO_PAGE, id="script link"),
        pytest.param("http://[::1/index.php", Unwanted.OTHER_PAGE, id="no address"),
    ],
)
def test_nothing_else_is_asked_for(link: str, expected: Unwanted) -> None:
    assert Site(START).page(link, base=BASE) is expected


def test_tls_may_be_added_and_not_dropped() -> None:
    secure = "https://a.example/index.php?art=1"
    assert isinstance(Site("http://a.example/").page(secure, base=secure), PageAddress)
    plain = "http://a.example/index.php?art=1"
    assert Site("https://a.example/").page(plain, base=plain) is Unwanted.OTHER_HOST


def test_a_site_in_a_folder_keeps_to_it() -> None:
    site = Site("http://a.example/baza/index.php")
    assert isinstance(site.page("?art=5", base=site.start.url), PageAddress)
    assert site.page("/index.php?art=5", base=site.start.url) is Unwanted.OTHER_PAGE


@pytest.mark.parametrize("address", ["ftp://a.example/", "https://", "http://["])
def test_no_site(address: str) -> None:
    with pytest.raises(HarvestError, match="no web address"):
        Site(address)
