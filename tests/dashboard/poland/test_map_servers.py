"""The map servers that an operator names: what is read of the file, and what is said of a fault."""

from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.errors import SettingsError
from dashboard.poland.map_servers import map_servers, read_map_servers, use_map_servers
from dashboard.variables import MAP_SERVERS_VARIABLE

XYZ = "https://tiles.example.org/{z}/{x}/{y}.png"
SERVICE = "https://maps.example.org/wss/service"


@pytest.fixture
def written(tmp_path, monkeypatch):
    """A function that writes a file with one map, or with more of the text, and gives its path."""
    monkeypatch.setenv("MAPA_PRAKTYK_LANG", "en")
    path = tmp_path / "maps.toml"

    def write(map_text, before=""):
        text = f'{before}\n[[maps]]\nname = "A"\nattribution = "© A"\n{map_text}\n'
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        pytest.param(f'url = "{XYZ}"', ("https://tiles.example.org",), id="one host"),
        pytest.param(
            'url = "https://{s}.example.org:8443/{z}/{x}/{y}{r}.png"\nsubdomains = ["a", "b"]',
            ("https://a.example.org:8443", "https://b.example.org:8443"),
            id="subdomains and a port",
        ),
        pytest.param('url = "/tiles/{z}/{x}/{y}"', (), id="the own host"),
        pytest.param('url = "http://[fd00::1]:80/{z}/{x}/{y}"', ("http://[fd00::1]:80",), id="v6"),
        pytest.param(
            'url = "https://TILES.example.org/{z}/{x}/{y}"',
            ("https://tiles.example.org",),
            id="capitals",
        ),
        pytest.param(
            f'kind = "wms"\nurl = "{SERVICE}?map=a"\nlayers = "b,c"',
            ("https://maps.example.org",),
            id="wms",
        ),
    ],
)
def test_the_sites_of_the_pictures_are_known(text, origins, written):
    assert read_map_servers(written(text)).origins == origins


def test_two_maps_of_one_site_name_it_once(written):
    more = f'url = "{XYZ}"\n[[maps]]\nname = "B"\nattribution = "B"\nkind = "tms"\nurl = "{XYZ}"'
    servers = read_map_servers(written(more, 'default = "B"'))
    assert servers.origins == ("https://tiles.example.org",)
    assert [each.leaflet_options["tms"] for each in servers.maps] == [False, True]
    assert servers.default == "B"


def test_wmts_is_asked_by_its_parameters(written):
    said = 'layers = "ORTO"\nformat = "image/jpeg"\nmatrix = "EPSG:3857:{z}"'
    (server,) = read_map_servers(written(f'kind = "wmts"\nurl = "{SERVICE}"\n{said}')).maps
    asked = parse_qs(urlsplit(server.tile_url).query)
    assert asked == {
        "SERVICE": ["WMTS"],
        "REQUEST": ["GetTile"],
        "VERSION": ["1.0.0"],
        "LAYER": ["ORTO"],
        "STYLE": ["default"],
        "FORMAT": ["image/jpeg"],
        "TILEMATRIXSET": ["EPSG:3857"],
        "TILEMATRIX": ["EPSG:3857:{z}"],
        "TILEROW": ["{y}"],
        "TILECOL": ["{x}"],
    }


def test_wmts_is_asked_by_the_template_of_its_capabilities(written):
    template = "https://maps.example.org/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png"
    (server,) = read_map_servers(written(f'kind = "wmts"\nurl = "{template}"')).maps
    assert server.tile_url == "https://maps.example.org/EPSG:3857/{z}/{y}/{x}.png"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("", "maps[1].url: is missing", id="no address"),
        pytest.param('url = "https://example.org/{z}/{x}.png"', "{y}", id="no row"),
        pytest.param('url = "https://example.org/{z}/{x}/{y}?k={key}"', "{key}", id="unknown part"),
        pytest.param('url = "ftp://example.org/{z}/{x}/{y}"', "https://", id="scheme"),
        pytest.param('url = "//example.org/{z}/{x}/{y}"', "https://", id="no scheme"),
        pytest.param('url = "https://a:b@example.org/{z}/{x}/{y}"', "password", id="password"),
        pytest.param('url = "https://żółw.example.org/{z}/{x}/{y}"', "xn--", id="not ASCII"),
        pytest.param('url = "https://*.example.org/{z}/{x}/{y}"', "xn--", id="wildcard"),
        pytest.param('url = "https://example.org:x/{z}/{x}/{y}"', "https://", id="no port"),
        pytest.param(
            "url = \"https://example.org/{z}/{x}/{y}; script-src 'unsafe-inline'\"",
            "semicolons",
            id="a policy",
        ),
        pytest.param(
            'url = "https://{s}.example.org/{z}/{x}/{y}"', "subdomains = [", id="no subdomains"
        ),
        pytest.param(
            'url = "https://{s}.example.org/{z}/{x}/{y}"\nsubdomains = ["a; script-src *"]',
            "https://",
            id="a policy in a subdomain",
        ),
        pytest.param(f'url = "{XYZ}"\nsubdomains = ["a"]', "has no {s}", id="idle subdomains"),
        pytest.param(f'url = "{XYZ}"\nmin_zoom = 12\nmax_zoom = 9', "min_zoom: 12", id="zooms"),
        pytest.param(f'url = "{XYZ}"\nmax_zoom = 30', "maps[1].max_zoom: 30", id="zoom"),
        pytest.param(f'url = "{XYZ}"\nmax_zoom = "9"', "whole number", id="zoom as a text"),
        pytest.param(f'url = "{XYZ}"\nplace_names = "yes"', "true or false", id="no switch"),
        pytest.param(f'url = "{XYZ}"\nkind = "wfs"', "'xyz', 'tms', 'wms', 'wmts'", id="kind"),
        pytest.param(
            f'url = "{XYZ}"\nreferrer_policy = "unsafe-url"', "'no-referrer'", id="referrer"
        ),
        pytest.param(f'url = "{XYZ}"\ncolour = "red"', "maps[1].colour", id="unknown key"),
        pytest.param(f'url = "{XYZ}"\nattribution_url = "javascript:1"', "https://", id="link"),
        pytest.param(f'kind = "wms"\nurl = "{SERVICE}"', "GetCapabilities", id="no layer"),
        pytest.param(
            f'kind = "wmts"\nurl = "{SERVICE}"\nlayers = "A"\nmatrix_set = "EPSG:2180"',
            "EPSG:3857",
            id="another projection",
        ),
        pytest.param(
            f'kind = "wmts"\nurl = "{SERVICE}"\nlayers = "A"\nmatrix = "EPSG:3857"',
            "EPSG:3857:{z}",
            id="matrix",
        ),
        pytest.param('name = "B"', "TOML", id="a key twice"),
    ],
)
def test_a_fault_is_named_with_file_key_and_expectation(text, told, written):
    path = written(text)
    with pytest.raises(SettingsError) as caught:
        read_map_servers(path)
    assert str(path) in str(caught.value)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("before", "text", "told"),
    [
        pytest.param('default = "C"', f'url = "{XYZ}"', "one of: A", id="default"),
        pytest.param(
            "", f'url = "{XYZ}"\n[[maps]]\nname = "A"', "attribution", id="no attribution"
        ),
        pytest.param(
            "",
            f'url = "{XYZ}"\n[[maps]]\nname = "A"\nattribution = "B"\nurl = "{XYZ}"',
            "cannot have one name",
            id="one name twice",
        ),
    ],
)
def test_the_maps_have_to_fit_together(before, text, told, written):
    with pytest.raises(SettingsError, match=told):
        read_map_servers(written(text, before))


def test_every_fault_of_a_file_is_named(written):
    with pytest.raises(SettingsError) as caught:
        read_map_servers(written('url = "x"\nmin_zoom = -1\n[[maps]]\nname = ""'))
    for key in ("maps[1].min_zoom: -1", "maps[2].name: ''", "maps[2].attribution"):
        assert key in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(SettingsError, match=r"absent\.toml"):
        read_map_servers(tmp_path / "absent.toml")


def test_the_file_in_use_is_read_once(written, monkeypatch):
    monkeypatch.setenv(MAP_SERVERS_VARIABLE, "")
    assert map_servers().maps == ()
    path = written(f'url = "{XYZ}"')
    use_map_servers(path)
    assert [each.name for each in map_servers().maps] == ["A"]
    path.unlink()
    assert [each.name for each in map_servers().maps] == ["A"]
    use_map_servers(None)
    assert map_servers().maps == ()
