"""What features of address points say in GML, by the models of 2021 and of 2012."""

from array import array
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from geocoding.text.streets import names_kind

MODELS: Final = {
    "2021": b"https://geoportal.gov.pl/schemas/prgad/1.0",
    "2012": b"urn:gugik:specyfikacje:gmlas:panstwowyRejestrGranicAdresy:1.0",
}
"""The namespace of each model."""
_GML: Final = "{http://www.opengis.net/gml/3.2}"
_HREF: Final = "{http://www.w3.org/1999/xlink}href"
_ID: Final = f"{_GML}id"
_NO_REFERENCE: Final = -1
_KINDS: Final = {
    "2": "Aleja",
    "3": "Plac",
    "4": "Skwer",
    "5": "Bulwar",
    "6": "Rondo",
    "7": "Park",
    "8": "Rynek",
    "9": "Szosa",
    "11": "Osiedle",
}
"""Kinds of streets by their code in the model of 2021, where the name may go without."""
_DIGITS_OF_COMMUNE: Final = 7
_TWO: Final = 2
_LEVELS: Final = 4
"""Country, voivodeship, county, commune: the units of a point in the model of 2012."""


@dataclass
class Features:
    """What was read of a file so far.

    Attributes:
        places: Commune, symbol and name of each locality, by its reference.
        streets: Symbol and name of each street, by its reference.
        communes: Code of each commune, by its reference (2012 only).
        references: Number of each reference.
        numbers: Number of each house number.
        codes: Number of each postal code.
        rows: Of each point the numbers of its commune, locality, street, house number, code.
        first: The coordinates that stand first.
        second: The others.
    """

    places: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    streets: dict[str, tuple[str, str]] = field(default_factory=dict)
    communes: dict[str, str] = field(default_factory=dict)
    references: dict[str, int] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    codes: dict[str, int] = field(default_factory=dict)
    rows: tuple["array[int]", ...] = field(
        default_factory=lambda: tuple(array("i") for _ in range(5))
    )
    first: "array[float]" = field(default_factory=lambda: array("d"))
    second: "array[float]" = field(default_factory=lambda: array("d"))

    def add(
        self, references: tuple[str, str, str], *, number: str, code: str, position: str
    ) -> None:
        """Add a point.

        Args:
            references: What it refers to: commune, locality, street; empty for none.
            number: House number.
            code: Postal code.
            position: The pair of its coordinates.
        """
        referred = [
            self.references.setdefault(each, len(self.references)) if each else _NO_REFERENCE
            for each in references
        ]
        texts = [
            self.numbers.setdefault(number, len(self.numbers)),
            self.codes.setdefault(code, len(self.codes)),
        ]
        for column, value in zip(self.rows, (*referred, *texts), strict=True):
            column.append(value)
        parts = position.split()
        pair = tuple(map(_float, parts)) if len(parts) == _TWO else (np.nan, np.nan)
        self.first.append(pair[0])
        self.second.append(pair[1])


Reader = Callable[[Any, Features], None]
"""Reads a feature into what was found."""


def _texts(feature: Any) -> dict[str, str]:  # noqa: ANN401  lxml has no types
    """Return the text or the reference of each property of a feature by its name."""
    return {
        child.tag.rpartition("}")[2]: (child.text or "").strip() or _reference(child)
        for child in feature
        if isinstance(child.tag, str)
    }


def _reference(element: Any) -> str:  # noqa: ANN401  lxml has no types
    """Return what an element refers to: the part after '#', or after the last '/'."""
    target: str = element.get(_HREF, "")
    return target.rpartition("#")[2] if "#" in target else target.rpartition("/")[2]


def _position(feature: Any) -> str:  # noqa: ANN401  lxml has no types
    """Return the pair of coordinates of a feature, empty where there is none."""
    position = next(feature.iter(f"{_GML}pos"), None)
    return "" if position is None else (position.text or "")


def _float(text: str) -> float:
    """Return a number, NaN for what is none."""
    try:
        return float(text)
    except ValueError:
        return np.nan


def _place_2021(feature: Any, found: Features) -> None:  # noqa: ANN401  lxml has no types
    """Read a locality."""
    texts = _texts(feature)
    found.places[feature.get(_ID)] = (
        texts.get("TERYTGminy", ""),
        texts.get("identyfikatorSIMC", ""),
        texts.get("nazwa", ""),
    )


def _street_2021(feature: Any, found: Features) -> None:  # noqa: ANN401  lxml has no types
    """Read a street; one whose name goes without its kind gets it."""
    texts = _texts(feature)
    name = texts.get("nazwaPelna") or " ".join(
        filter(None, (texts.get("TERYTNazwa2"), texts.get("TERYTNazwa1")))
    )
    kind = _KINDS.get(texts.get("rodzaj", ""), "")
    named = f"{kind} {name}" if kind and name and not names_kind(name) else name
    found.streets[feature.get(_ID)] = (texts.get("identyfikatorULIC", ""), named)


def _point_2021(feature: Any, found: Features) -> None:  # noqa: ANN401  lxml has no types
    """Read a point."""
    texts = _texts(feature)
    found.add(
        ("", texts.get("miejscowosc", ""), texts.get("ulica2", "")),
        number=texts.get("numerPorzadkowy", ""),
        code=texts.get("kodPocztowy", ""),
        position=_position(feature),
    )


def _named_2012(feature: Any) -> tuple[str, str, str]:  # noqa: ANN401  lxml has no types
    """Return reference, code and name of a unit, a locality or a street."""
    texts = _texts(feature)
    return feature.get(_ID), texts.get("idTERYT", ""), texts.get("nazwa", "")


def _unit_2012(feature: Any, found: Features) -> None:  # noqa: ANN401  lxml has no types
    """Read a commune; the units above it are passed over."""
    reference, code, _ = _named_2012(feature)
    if len(code) == _DIGITS_OF_COMMUNE:
        found.communes[reference] = code


def _place_2012(feature: Any, found: Features) -> None:  # noqa: ANN401  lxml has no types
    """Read a locality, whose commune its points say."""
    reference, code, name = _named_2012(feature)
    found.places[reference] = ("", code, name)


def _street_2012(feature: Any, found: Features) -> None:  # noqa: ANN401  lxml has no types
    """Read a street."""
    reference, code, name = _named_2012(feature)
    found.streets[reference] = (code, name)


def _point_2012(feature: Any, found: Features) -> None:  # noqa: ANN401  lxml has no types
    """Read a point: its components are four units, a locality, and perhaps a street."""
    texts = _texts(feature)
    components = [_reference(child) for child in feature if str(child.tag).endswith("}komponent")]
    units, others = components[:_LEVELS], components[_LEVELS:]
    commune = units[-1] if len(units) == _LEVELS else ""
    place, street = (*others[:2], "", "")[:2]
    found.add(
        (commune, place, street),
        number=texts.get("numerPorzadkowy", ""),
        code=texts.get("kodPocztowy", ""),
        position=_position(feature),
    )


_2021: Final = f"{{{MODELS['2021'].decode()}}}AD_"
_2012: Final = f"{{{MODELS['2012'].decode()}}}PRG_"
READERS_2021: Final[dict[str, Reader]] = {
    f"{_2021}PunktAdresowy": _point_2021,
    f"{_2021}Miejscowosc": _place_2021,
    f"{_2021}UlicaPlac": _street_2021,
}
READERS_2012: Final[dict[str, Reader]] = {
    f"{_2012}PunktAdresowy": _point_2012,
    f"{_2012}JednostkaAdministracyjnaNazwa": _unit_2012,
    f"{_2012}MiejscowoscNazwa": _place_2012,
    f"{_2012}UlicaNazwa": _street_2012,
}
