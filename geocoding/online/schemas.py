"""What an answer of each service must look like to count; anything else is a failure.

Both services name their texts as JSON strings: Nominatim in its manual's chapter 'Output formats',
UUG in the description of GetAddress.
"""

from typing import Annotated, Final, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictStr, model_validator

from geocoding.model import Point
from geocoding.online.places import checked_point

MAX_PLACES: Final = 10_000
"""Places in one answer; more is none of a geocoding service."""

_Text = Annotated[StrictStr, Field(max_length=1_000)]
_Degrees = Annotated[float | int | StrictStr, Field(union_mode="left_to_right")]


class _Answer(BaseModel):
    """A part of an answer; other members are ignored."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)


class NominatimAddress(_Answer):
    """The parts of an address that Nominatim names; empty where it names none.

    The names of localities stand in the order from the finest to the coarsest.
    """

    house_number: _Text = ""
    road: _Text = ""
    hamlet: _Text = ""
    isolated_dwelling: _Text = ""
    village: _Text = ""
    neighbourhood: _Text = ""
    quarter: _Text = ""
    suburb: _Text = ""
    city_district: _Text = ""
    town: _Text = ""
    city: _Text = ""
    municipality: _Text = ""
    postcode: _Text = ""
    county: _Text = ""
    state: _Text = ""


class NominatimPlace(_Answer):
    """A place in an answer of Nominatim.

    Attributes:
        display_name: Words that name it.
        lat: Degrees, as text or number.
        lon: Degrees, as text or number.
        osm_id: Of the object on the map; None for the middle of a postal code.
        addresstype: What it is.
        type: The same in older versions.
        address: Its address.
    """

    display_name: _Text
    lat: _Degrees
    lon: _Degrees
    osm_id: int | None = None
    addresstype: _Text = ""
    type: _Text = ""
    address: NominatimAddress = NominatimAddress()

    @model_validator(mode="after")
    def _has_point(self) -> Self:
        """Refuse what is no point."""
        checked_point(self.lat, self.lon)
        return self

    @property
    def point(self) -> Point:
        """Where it is."""
        return checked_point(self.lat, self.lon)


class UugResult(_Answer):
    """A place in an answer of UUG; None where it has no such part.

    Attributes:
        city: Its locality.
        street: Its street.
        number: Its house number.
        code: Its postal code.
        jednostka: The units that it lies in: '{Polska,małopolskie,bocheński,Bochnia}'.
        x: Longitude in degrees, as text or number.
        y: Latitude in degrees, as text or number.
    """

    city: Annotated[_Text, Field(min_length=1)]
    street: _Text | None = None
    number: _Text | None = None
    code: _Text | None = None
    jednostka: _Text | None = None
    x: _Degrees
    y: _Degrees

    @model_validator(mode="after")
    def _has_point(self) -> Self:
        """Refuse what is no point."""
        checked_point(self.y, self.x)
        return self

    @property
    def point(self) -> Point:
        """Where it is."""
        return checked_point(self.y, self.x)


def _by_number(results: object) -> object:
    """Return the results by number.

    None for a null and an empty list, which say that there are none.
    """
    return {} if results is None or results == [] else results


class UugAnswer(_Answer):
    """An answer of UUG.

    Attributes:
        type: What its results are: 'address', 'street' or 'city'.
        results: Each by its number, from '1'.
    """

    type: _Text = ""
    results: Annotated[
        dict[Annotated[str, Field(pattern=r"^[0-9]{1,9}$")], UugResult],
        BeforeValidator(_by_number),
        Field(max_length=MAX_PLACES),
    ]
