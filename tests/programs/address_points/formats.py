"""Made-up address points in every format that the register is, or was, published in."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import shapefile

from geocoding.projection import to_epsg_2180

CSV_HEADING: Final = (
    "TERC,Gmina,SIMC,Miejscowość,SYM_UL,Ulica,Nr porządkowy,"
    "Szerokość geograficzna,Długość geograficzna,PNA,gml_id"
)
NEW_COLUMNS: Final = {
    "ID_IIP": "",
    "NUMER_PORZ": "number",
    "KOD_POCZT": "code",
    "NAZWA_ULC": "street",
    "ID_ULIC": "ulic",
    "NAZWA_GMI": "commune_name",
    "TERYT_GMI": "commune6",
    "NAZWA_MSC": "place",
    "ID_SIMC": "simc",
}
OLD_COLUMNS: Final = {
    "TERYT": "commune",
    "PNA": "code",
    "SIMC_id": "simc",
    "SIMC_nazwa": "place",
    "ULIC_id": "ulic",
    "ULIC_nazwa": "street",
    "Numer": "number",
}
HEAD_2021: Final = """<?xml version="1.0" encoding="UTF-8"?>
<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2"
 xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:prgad="https://geoportal.gov.pl/schemas/prgad/1.0">
"""
HEAD_2012: Final = """<?xml version="1.0" encoding="utf-8"?>
<gml:FeatureCollection xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:gml="http://www.opengis.net/gml/3.2"
 xmlns:prg-ad="urn:gugik:specyfikacje:gmlas:panstwowyRejestrGranicAdresy:1.0">
<gml:featureMembers>
"""


@dataclass(frozen=True, slots=True)
class Door:
    """One address point.

    Attributes:
        commune: Seven digits of the commune's code.
        simc: Symbol of the locality.
        place: Name of the locality.
        number: House number.
        lat: Latitude in degrees.
        lon: Longitude in degrees.
        street: Name of the street, empty for none.
        ulic: Symbol of the street.
        code: Postal code.
        kind: Kind of the street by the code of the model of 2021.
    """

    commune: str
    simc: str
    place: str
    number: str
    lat: float
    lon: float
    street: str = ""
    ulic: str = ""
    code: str = ""
    kind: str = "1"

    @property
    def commune6(self) -> str:
        """Six digits of the commune's code."""
        return self.commune[:6]

    @property
    def county(self) -> str:
        """Code of the county."""
        return self.commune[:4]

    @property
    def voivodeship(self) -> str:
        """Code of the voivodeship."""
        return self.commune[:2]

    @property
    def commune_name(self) -> str:
        """A name for the commune, which nothing looks at."""
        return f"Gmina {self.commune}"


def csv_lines(doors: Iterable[Door]) -> Iterator[str]:
    """Yield the lines of a CSV file by voivodeship."""
    yield f"{CSV_HEADING}\n"
    for each in doors:
        ulic, street = (each.ulic or "1", f"ul. {each.street}") if each.street else ("99999", "")
        yield (
            f"{each.commune},{each.commune_name},{each.simc},{each.place},{ulic},{street},"
            f"{each.number},{each.lat:.6f},{each.lon:.6f},{each.code},PL.PZGIK.200\n"
        )


def gml_2021(doors: Iterable[Door], *, northing_first: bool = False) -> Iterator[str]:
    """Yield the parts of a file of the model of 2021: localities first, then points, then streets.

    Args:
        doors: The points.
        northing_first: Whether the northing stands first, as in the model of 2012.
    """
    yield HEAD_2021
    places: set[str] = set()
    streets: dict[tuple[str, str], Door] = {}
    for each in doors:
        if each.simc not in places:
            places.add(each.simc)
            yield _place_2021(each)
        if each.street:
            streets[each.simc, each.street] = each
        yield _point_2021(each, northing_first=northing_first)
    for each in streets.values():
        yield _street_2021(each)
    yield "</gml:FeatureCollection>"


def gml_2012(doors: Sequence[Door]) -> Iterator[str]:
    """Yield the parts of a file of the model of 2012: points first, then what they refer to."""
    yield HEAD_2012
    for each in doors:
        east, north = metres(each)
        units = ("PL.1", f"PL.{each.commune[:2]}", f"PL.{each.commune[:4]}", f"PL.{each.commune}")
        others = (f"PL.S{each.simc}", *([f"PL.U{each.simc}.{each.ulic}"] if each.street else []))
        yield f"""<prg-ad:PRG_PunktAdresowy gml:id="PL.P{each.number}">
<prg-ad:miejscowosc>{each.place}</prg-ad:miejscowosc>
<prg-ad:numerPorzadkowy>{each.number}</prg-ad:numerPorzadkowy>
<prg-ad:kodPocztowy>{each.code}</prg-ad:kodPocztowy>
<prg-ad:pozycja><gml:Point srsName="urn:ogc:def:crs:EPSG::2180"><gml:pos>{north:.2f} {east:.2f}
</gml:pos></gml:Point></prg-ad:pozycja>
"""
        for reference in (*units, *others):
            yield f'<prg-ad:komponent xlink:href="http://geoportal.gov.pl/PZGIK/dane/{reference}"/>\n'
        yield "</prg-ad:PRG_PunktAdresowy>\n"
    for each in {each.commune: each for each in doors}.values():
        yield _named_2012("JednostkaAdministracyjnaNazwa", f"PL.{each.commune}", each.commune, "x")
    for each in {each.simc: each for each in doors}.values():
        yield _named_2012("MiejscowoscNazwa", f"PL.S{each.simc}", each.simc, each.place)
    for each in {(each.simc, each.ulic): each for each in doors if each.street}.values():
        reference = f"PL.U{each.simc}.{each.ulic}"
        yield _named_2012("UlicaNazwa", reference, each.ulic, each.street)
    yield "</gml:featureMembers></gml:FeatureCollection>"


def shapes(doors: Sequence[Door], columns: dict[str, str], *, stem: str) -> dict[str, bytes]:
    """Return the files of a shapefile by county by their names.

    Args:
        doors: The points.
        columns: NEW_COLUMNS or OLD_COLUMNS.
        stem: The name that the files share.
    """
    shp, shx, dbf = io.BytesIO(), io.BytesIO(), io.BytesIO()
    writer = shapefile.Writer(shp=shp, shx=shx, dbf=dbf, encoding="utf-8")
    for name in columns:
        writer.field(name, "C", 60)
    for each in doors:
        writer.point(*metres(each))
        writer.record(*(getattr(each, name) if name else "" for name in columns.values()))
    writer.close()
    projection = b'PROJCS["ETRS_1989_Poland_CS92",GEOGCS["GCS_ETRS_1989"]]'
    contents = (shp.getvalue(), shx.getvalue(), dbf.getvalue(), projection)
    endings = ("shp", "shx", "dbf", "prj")
    return {f"{stem}.{end}": each for end, each in zip(endings, contents, strict=True)}


def archive(members: dict[str, bytes]) -> bytes:
    """Return an archive of some files."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, member in members.items():
            file.writestr(name, member)
    return content.getvalue()


def metres(door: Door) -> tuple[float, float]:
    """Return easting and northing of EPSG:2180."""
    ((east, north),) = to_epsg_2180(np.array([[door.lon, door.lat]])).tolist()
    return east, north


def _place_2021(each: Door) -> str:
    """Return a locality."""
    return f"""<gml:featureMember><prgad:AD_Miejscowosc gml:id="S{each.simc}">
<prgad:nazwa>{each.place}</prgad:nazwa><prgad:rodzaj>01</prgad:rodzaj>
<prgad:identyfikatorSIMC>{each.simc}</prgad:identyfikatorSIMC>
<prgad:TERYTGminy>{each.commune}</prgad:TERYTGminy>
</prgad:AD_Miejscowosc></gml:featureMember>
"""


def _point_2021(each: Door, *, northing_first: bool) -> str:
    """Return a point, of about a thousand bytes as in the register."""
    first, second = metres(each)[:: -1 if northing_first else 1]
    street = f'<prgad:ulica2 xlink:href="#U{each.simc}.{each.street}"/>' if each.street else ""
    reference = f"PL.ZIPIN.4877.EMUiA_{each.simc}-{each.number}-2025-11-06T15_02_48_02_00"
    return f"""<gml:featureMember>
  <prgad:AD_PunktAdresowy gml:id="{reference}">
    <prgad:idIIP>
      <prgad:AD_IdentyfikatorIIP>
        <prgad:lokalnyId>07bcb481-4975-4c77-ab58-c8e4b9e05362</prgad:lokalnyId>
        <prgad:przestrzenNazw>PL.PZGIK.200</prgad:przestrzenNazw>
        <prgad:wersjaId>2025-11-06T15:02:48+02:00</prgad:wersjaId>
      </prgad:AD_IdentyfikatorIIP>
    </prgad:idIIP>
    <prgad:poczatekWersjiObiektu>2025-11-06T15:02:48</prgad:poczatekWersjiObiektu>
    <prgad:numerPorzadkowy>{each.number}</prgad:numerPorzadkowy>
    <prgad:georeferencja>
      <gml:Point srsName="EPSG:2180" srsDimension="2">
        <gml:pos>{first:.2f} {second:.2f}</gml:pos>
      </gml:Point>
    </prgad:georeferencja>
    <prgad:kodPocztowy>{each.code}</prgad:kodPocztowy>
    <prgad:dataNadania>2021-03-09</prgad:dataNadania>
    <prgad:miejscowosc xlink:href="#S{each.simc}"/>{street}
  </prgad:AD_PunktAdresowy>
</gml:featureMember>
"""


def _street_2021(each: Door) -> str:
    """Return a street."""
    return f"""<gml:featureMember><prgad:AD_UlicaPlac gml:id="U{each.simc}.{each.street}">
<prgad:nazwaPelna>{each.street}</prgad:nazwaPelna><prgad:rodzaj>{each.kind}</prgad:rodzaj>
<prgad:identyfikatorULIC>{each.ulic or "00001"}</prgad:identyfikatorULIC>
<prgad:miejsce xlink:href="#S{each.simc}"/>
</prgad:AD_UlicaPlac></gml:featureMember>
"""


def _named_2012(kind: str, reference: str, code: str, name: str) -> str:
    """Return a unit, a locality or a street."""
    return f"""<prg-ad:PRG_{kind} gml:id="{reference}">
<prg-ad:nazwa>{name}</prg-ad:nazwa><prg-ad:idTERYT>{code}</prg-ad:idTERYT>
</prg-ad:PRG_{kind}>
"""
