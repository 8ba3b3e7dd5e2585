"""One map server: how its pictures are addressed, and what its owner asks for."""

import re
from collections.abc import Iterable
from typing import Annotated, Any, Final, Literal, Self
from urllib.parse import urlencode, urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from dashboard.locale import message

CLOSEST_ZOOM: Final = 18
"""The closest zoom that a map may have."""

_HOST: Final = re.compile(r"[a-z0-9.-]+|\[[0-9a-f:]+\]")
"""A host that can stand in a Content-Security-Policy; names beyond ASCII in Punycode."""
_SPARED: Final = re.compile(r"[\s;,'\"<>\\^`|]")
"""Characters that no address has unless they are escaped."""
_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
_TILE: Final = frozenset({"z", "x", "y"})
_WMTS_TILE: Final = {"TileMatrix": "z", "TileRow": "y", "TileCol": "x"}
_OPTIONAL: Final = frozenset({"s", "r"})
_EPSG: Final = re.compile(r"EPSG:{1,2}(?:[\d.]*:)?(\d+)", re.IGNORECASE)
_WEB_MERCATOR: Final = frozenset({"3857", "900913"})


def _filled(text: str) -> str:
    """Refuse a text without a word."""
    if not text.strip():
        raise ValueError(message("value-missing"))
    return text.strip()


def _in_web_mercator(name: str) -> str:
    """Refuse a set of tiles or a projection in other coordinates than those of web maps."""
    stated = _EPSG.search(name)
    if stated and stated.group(1) not in _WEB_MERCATOR:
        raise ValueError(message("map-server-projection"))
    return name


_Words = Annotated[str, AfterValidator(_filled), Field(max_length=200)]
_Zoom = Annotated[int, Field(ge=0, le=22)]


class MapServer(BaseModel):
    """A server of pictures of the ground, in the projection of web maps (EPSG:3857).

    Attributes:
        name: What readers call it; addresses of the dashboard have it, too.
        kind: How its pictures are asked for: tiles counted from the north (xyz) or from the south
            (tms), or a service of the OGC (wms, wmts).
        url: Of tiles a template with {z}, {x}, {y} and, where there are several hosts, {s}; of a
            service its address. One that begins with / is on the dashboard's own host.
        attribution: Whose map it is, as plain text; shown with it.
        attribution_url: Where that leads; empty for nowhere.
        subdomains: What {s} stands for.
        min_zoom: The farthest zoom that has pictures; beyond it the embedded map is seen.
        max_zoom: The closest zoom that has pictures; closer they are enlarged.
        place_names: Whether the dashboard writes names of places over it, as over aerial pictures.
        referrer_policy: What the browser tells the server of the page that shows the map.
        layers: Of a service: the name of the layer, of WMS several with commas.
        style: Of a service: how it is drawn.
        format: Of a service: the media type of the pictures.
        version: Of WMS.
        transparent: Of WMS: whether the embedded map is seen where it has nothing.
        matrix_set: Of WMTS: the name of its set of tiles for EPSG:3857.
        matrix: Of WMTS: what it calls a zoom: '{z}', or 'EPSG:3857:{z}'.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    name: Annotated[str, AfterValidator(_filled), Field(max_length=60)]
    kind: Literal["xyz", "tms", "wms", "wmts"] = "xyz"
    url: Annotated[str, AfterValidator(_filled), Field(max_length=1000)]
    attribution: _Words
    attribution_url: Annotated[str, Field(max_length=1000)] = ""
    subdomains: Annotated[tuple[str, ...], Field(strict=False, max_length=20)] = ()
    min_zoom: _Zoom = 0
    max_zoom: _Zoom = CLOSEST_ZOOM
    place_names: bool = False
    referrer_policy: Literal["no-referrer", "strict-origin", "strict-origin-when-cross-origin"] = (
        "no-referrer"
    )
    layers: Annotated[str, Field(max_length=500)] = ""
    style: Annotated[str, Field(max_length=200)] = ""
    format: Annotated[str, Field(max_length=50)] = "image/png"
    version: Literal["1.1.1", "1.3.0"] = "1.3.0"
    transparent: bool = False
    matrix_set: Annotated[str, AfterValidator(_in_web_mercator), Field(max_length=200)] = (
        "EPSG:3857"
    )
    matrix: Annotated[str, Field(max_length=200)] = "{z}"

    @property
    def origins(self) -> tuple[str, ...]:
        """The sites that pictures come from, as a policy names them; none on the own host."""
        if is_own_path(self.url):
            return ()
        hosts = [self.url.replace("{s}", each) for each in self.subdomains or ("",)]
        return tuple(dict.fromkeys(_origin(each) for each in hosts))

    @property
    def tile_url(self) -> str:
        """The template of a tile with {z}, {x} and {y}; of WMS the address of the service."""
        if self.kind != "wmts":
            return self.url
        if any(f"{{{name}}}" in self.url for name in _WMTS_TILE):
            url = self.url.replace("{TileMatrix}", self.matrix)
            for name, ours in _WMTS_TILE.items():
                url = url.replace(f"{{{name}}}", f"{{{ours}}}")
            return url.replace("{TileMatrixSet}", self.matrix_set).replace("{Style}", self.style)
        asked = {
            "SERVICE": "WMTS",
            "REQUEST": "GetTile",
            "VERSION": "1.0.0",
            "LAYER": self.layers,
            "STYLE": self.style or "default",
            "FORMAT": self.format,
            "TILEMATRIXSET": self.matrix_set,
            "TILEMATRIX": self.matrix,
            "TILEROW": "{y}",
            "TILECOL": "{x}",
        }
        joint = "&" if "?" in self.url else "?"
        return self.url.rstrip("?&") + joint + urlencode(asked, safe="{}:/")

    @property
    def leaflet_options(self) -> dict[str, Any]:
        """The options of the layer in Leaflet, besides its address and attribution."""
        options: dict[str, Any] = {
            "minZoom": self.min_zoom,
            "maxNativeZoom": self.max_zoom,
            "subdomains": list(self.subdomains),
            "referrerPolicy": self.referrer_policy,
            "tms": self.kind == "tms",
        }
        if self.kind == "wms":
            options |= {
                "layers": self.layers,
                "styles": self.style,
                "format": self.format,
                "version": self.version,
                "transparent": self.transparent,
            }
        return options

    @model_validator(mode="after")
    def _can_be_asked(self) -> Self:
        """Refuse what no browser can get a picture from."""
        _require_address("url", self.url, self.subdomains)
        if self.attribution_url:
            _require_address("attribution_url", self.attribution_url, ())
        if self.min_zoom > self.max_zoom:
            words = {"first": self.min_zoom, "last": self.max_zoom}
            raise ValueError(message("map-server-zooms", **words))
        if self.kind in {"wms", "wmts"}:
            self._require_service()
        else:
            _require_placeholders(self.url, needed=_TILE)
        return self

    def _require_service(self) -> None:
        """Refuse a service whose layer is not named, or a template that lacks something."""
        found = set(_PLACEHOLDER.findall(self.url))
        is_template = self.kind == "wmts" and bool(found & set(_WMTS_TILE))
        if is_template:
            allowed = {"TileMatrixSet", "Style"}
            _require_placeholders(self.url, needed=_WMTS_TILE, allowed=allowed)
        else:
            _require_placeholders(self.url, needed=())
            if not self.layers.strip():
                raise ValueError(message("map-server-no-layers", kind=self.kind.upper()))
        if self.kind == "wmts" and "{z}" not in self.matrix:
            raise ValueError(message("map-server-matrix", value=self.matrix))


def _require_placeholders(url: str, *, needed: Iterable[str], allowed: Iterable[str] = ()) -> None:
    """Refuse a template without what it needs, or with what nothing fills in."""
    found, needed = set(_PLACEHOLDER.findall(url)), set(needed)
    missing = sorted(needed - found)
    unknown = sorted(found - needed - set(allowed) - _OPTIONAL)
    for name, names in (("map-server-lacks", missing), ("map-server-unknown-part", unknown)):
        if names:
            parts = ", ".join(f"{{{each}}}" for each in names)
            raise ValueError(message(name, url=url, parts=parts))


def _require_address(key: str, url: str, subdomains: tuple[str, ...]) -> None:
    """Refuse an address that a browser or its policy would not understand."""
    if "{s}" in url and not subdomains:
        raise ValueError(message("map-server-no-subdomains", url=url))
    if subdomains and "{s}" not in url:
        raise ValueError(message("map-server-idle-subdomains", url=url))
    if _SPARED.search(url):
        raise ValueError(message("map-server-characters", key=key, url=url))
    if not is_own_path(url):
        for each in subdomains or ("",):
            _require_site(key, url.replace("{s}", each))


def _require_site(key: str, url: str) -> None:
    """Refuse an address without a site that a policy can name, or with a password in it."""
    try:
        parts = urlsplit(url)
        is_site = parts.scheme in {"http", "https"} and bool(_HOST.fullmatch(_host(url)))
    except ValueError:
        is_site = False
    if not is_site:
        raise ValueError(message("map-server-address", key=key, url=url))
    if parts.username is not None:
        raise ValueError(message("map-server-password", key=key))


def is_own_path(url: str) -> bool:
    """Say whether an address is a path on the dashboard's own host."""
    return url.startswith("/") and not url.startswith("//")


def _host(url: str) -> str:
    """Return the host of an address as a policy names it, without the port.

    Raises:
        ValueError: The address, or its port, is none.
    """
    parts = urlsplit(url)
    _ = parts.port  # read no sooner than here
    host = parts.hostname or ""
    return f"[{host}]" if ":" in host else host


def _origin(url: str) -> str:
    """Return the site of a checked address."""
    parts = urlsplit(url)
    site = f"{parts.scheme}://{_host(url)}"
    return f"{site}:{parts.port}" if parts.port else site
