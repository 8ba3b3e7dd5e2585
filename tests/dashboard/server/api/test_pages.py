"""What search engines, shared links and portals of data read: pages, sitemap, DCAT-AP."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import etree, html

from dashboard.export.open_data.sitemap import sitemap
from dashboard.practices import save_practices
from dashboard.ui.visit.data import table_state
from dashboard.url import Page
from dashboard.variables import DATA_VARIABLE

OWN = "https://mapa.example.org"
SITEMAPS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture
def read(serve, practices):
    """A function that gives the page of a practice, by its row, as a tree."""

    def read(row, **query):
        answer = serve().ask(f"/praktyka/{practices['art'][row]}", query=query)
        assert answer.status == 200
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        return html.document_fromstring(answer.text)

    return read


def meta(page, name):
    return page.xpath(f"string(//meta[@property='{name}' or @name='{name}']/@content)")


def linked(page):
    (script,) = page.xpath("//script")
    assert script.get("type") == "application/ld+json", "no script that runs"
    return json.loads(script.text)


def test_a_practice_has_a_page(read, practices):
    number, page = int(practices["art"][3]), read(3)
    assert page.xpath("string(//h1)") == practices["title"][3]
    address = f"{OWN}/praktyka/{number}"
    assert page.xpath("string(//link[@rel='canonical']/@href)") == address
    assert meta(page, "og:url") == address
    assert meta(page, "og:title") == practices["title"][3]
    assert 0 < len(meta(page, "og:description")) <= 300
    assert meta(page, "description") == meta(page, "og:description")
    to_map = page.xpath("//p[@class='open']/a/@href")[0]
    assert parse_qs(urlsplit(to_map).query) == {"p": [str(number)]}
    data = linked(page)
    assert data["@context"] == "https://schema.org"
    assert data["url"] == address
    assert data["dateCreated"] == "2015-06-01"


@pytest.mark.parametrize(("language", "words"), [("pl", "Metryka"), ("en", "Record card")])
def test_a_page_has_two_languages(read, language, words):
    page = read(3, lang=language)
    assert page.get("lang") == language
    assert any(words in each for each in page.xpath("//h2/text()"))
    assert sorted(page.xpath("//link[@rel='alternate']/@hreflang")) == ["en", "pl"]


def test_what_a_link_brings_along_does_no_harm(read):
    assert read(3, fbclid="abc").xpath("//h1")


def test_a_page_names_no_person(read):
    text = html.tostring(read(0), encoding="unicode")
    for secret in ("Tajna", "612", "tajna@", "Opowiada"):
        assert secret not in text
    assert "Długa 1" in text


def test_places_are_circles_as_large_as_they_are_exact(read):
    places = linked(read(1))["spatialCoverage"]
    assert [each["name"] for each in places] == ["Bochnia", "Łapanów"]
    assert all(each["geo"]["geoRadius"] > 1000 for each in places)
    assert "spatialCoverage" not in linked(read(2))


def test_texts_of_others_are_no_markup(serve, practices, tmp_path, monkeypatch):
    table = practices.copy()
    hostile = '</script><script>alert("1")</script>'
    table.loc[3, ["title", "summary", "unit"]] = [hostile, hostile, hostile]
    path = tmp_path / "inne.csv"
    save_practices(table, path)
    monkeypatch.setenv(DATA_VARIABLE, str(path))
    answer = serve().ask(f"/praktyka/{table['art'][3]}")
    page = html.document_fromstring(answer.text)
    assert page.xpath("string(//h1)") == hostile
    assert linked(page)["name"] == hostile


@pytest.mark.parametrize("name", ["99999", "abc", "<b>", "-1", "٣", "1" * 50])
@pytest.mark.parametrize("language", ["pl", "en"])
def test_a_practice_that_is_not_there(serve, name, language):
    answer = serve(base_path="praktyki").ask(f"/praktyki/praktyka/{name}", query={"lang": language})
    assert answer.status == 404
    page = html.document_fromstring(answer.text)
    assert page.get("lang") == language
    assert meta(page, "robots") == "noindex"
    assert page.xpath("//a/@href") == [f"{OWN}/praktyki/"]
    assert not page.xpath("//b")


def test_a_store_that_cannot_be_read(serve, tmp_path, monkeypatch):
    path = tmp_path / "praktyki.sqlite"
    path.write_bytes(b"no database")
    monkeypatch.setenv(DATA_VARIABLE, str(path))
    answer = serve().ask("/praktyka/7")
    assert answer.status == 503
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert serve().ask("/sitemap.xml").status == 503


def addresses(content):
    return etree.fromstring(content).xpath("//s:loc/text()", namespaces=SITEMAPS)


def test_the_sitemap_names_every_page_and_practice(serve, practices):
    answer = serve(base_path="praktyki").ask("/praktyki/sitemap.xml")
    assert answer.headers["content-type"] == "application/xml"
    root = f"{OWN}/praktyki/"
    pages = [f"{root}{page.value}" for page in Page]
    assert addresses(answer.body) == [
        *pages,
        *(f"{root}praktyka/{number}" for number in practices["art"]),
    ]
    assert serve().ask("/sitemap-2.xml").status == 404


def test_many_addresses_have_an_index():
    catalog, root = table_state().prepared.catalog, f"{OWN}/"
    whole = addresses(sitemap(catalog, root, None))
    index = addresses(sitemap(catalog, root, None, most=9))
    assert index == [f"{OWN}/sitemap-{part}.xml" for part in (1, 2, 3)]
    parts = [addresses(sitemap(catalog, root, part, most=9)) for part in (1, 2, 3)]
    assert [address for part in parts for address in part] == whole
    with pytest.raises(IndexError):
        sitemap(catalog, root, 4, most=9)


def test_the_catalogue_has_what_dcat_ap_requires(get, serve):
    answer = get("dcat.jsonld")
    assert answer.headers["content-type"] == "application/ld+json"
    catalogue = answer.json()
    assert catalogue["@type"] == "dcat:Catalog"
    for each in (catalogue, *catalogue["dcat:dataset"]):
        assert {"pl", "en"} == {text["@language"] for text in each["dcterms:title"]}
        assert {"pl", "en"} == {text["@language"] for text in each["dcterms:description"]}
        assert each["dcterms:publisher"]["foaf:name"]
    for dataset in catalogue["dcat:dataset"]:
        for distribution in dataset["dcat:distribution"]:
            address, _, query = distribution["dcat:accessURL"]["@id"].partition("?")
            asked = dict([query.split("=")])
            found = serve().ask(address.removeprefix(OWN), query=asked)
            assert found.status == 200
            media_type = found.headers["content-type"].partition(";")[0]
            assert distribution["dcat:mediaType"]["@id"].endswith(media_type)
    (service,) = catalogue["dcat:service"]
    assert service["dcat:endpointURL"]["@id"] == f"{OWN}/api/"
