"""The sites that may embed the dashboard: which names are taken, and what is said of the others."""

import pytest

from dashboard.errors import SettingsError
from dashboard.publishing.embedding import checked_origins, embedding_origins, use_embedding
from dashboard.variables import EMBED_IN_VARIABLE


@pytest.mark.parametrize(
    ("named", "origins"),
    [
        pytest.param([], (), id="none"),
        pytest.param(["https://www.example.org"], ("https://www.example.org",), id="a site"),
        pytest.param(["HTTPS://WWW.Example.org"], ("https://www.example.org",), id="capitals"),
        pytest.param(["http://intranet:8080"], ("http://intranet:8080",), id="a port"),
        pytest.param(
            ["https://a.pl:443", "http://a.pl:80"], ("https://a.pl", "http://a.pl"), id="80"
        ),
        pytest.param(["http://10.0.0.7"], ("http://10.0.0.7",), id="an address in figures"),
        pytest.param(["https://xn--gb-hka.pl"], ("https://xn--gb-hka.pl",), id="coded letters"),
        pytest.param(["https://a.pl", "https://A.pl"], ("https://a.pl",), id="twice"),
    ],
)
def test_an_origin_is_taken(named, origins, monkeypatch):
    monkeypatch.setenv(EMBED_IN_VARIABLE, "")
    use_embedding(named)
    assert embedding_origins() == origins


@pytest.mark.parametrize(
    ("named", "meant"),
    [
        pytest.param("https://www.example.org/strona", "https://www.example.org", id="path"),
        pytest.param("https://a.pl/", "https://a.pl", id="slash"),
        pytest.param("https://a.pl?b=c", "https://a.pl", id="query"),
        pytest.param("https://a.pl#b", "https://a.pl", id="fragment"),
        pytest.param("https://anna:haslo@a.pl", "https://a.pl", id="user"),
        pytest.param("www.example.org", "https://www.example.org", id="no scheme"),
        pytest.param("ftp://a.pl", "https://www.example.org", id="another scheme"),
        pytest.param("*", "https://www.example.org", id="any"),
        pytest.param("https://*.a.pl", "https://www.example.org", id="wildcard"),
        pytest.param("'self'", "https://www.example.org", id="keyword"),
        pytest.param("https://a.pl; script-src *", "https://www.example.org", id="another rule"),
        pytest.param("https://a.pl https://b.pl", "https://www.example.org", id="two in one"),
        pytest.param("https://gęba.pl", "https://www.example.org", id="letters beyond ASCII"),
        pytest.param("https://a.pl:99999", "https://www.example.org", id="impossible port"),
        pytest.param("https://a.pl:0", "https://a.pl", id="no port"),
        pytest.param("https://[::1]", "https://www.example.org", id="what policies cannot name"),
        pytest.param("null", "https://www.example.org", id="no site"),
        pytest.param("", "https://www.example.org", id="empty"),
    ],
)
def test_what_is_no_origin_is_refused_with_what_may_be_meant(named, meant):
    with pytest.raises(SettingsError) as caught:
        checked_origins(["https://good.example.org", named])
    assert repr(named) in str(caught.value)
    assert str(caught.value).rstrip(".").endswith(f" {meant}")
