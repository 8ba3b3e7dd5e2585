"""What a parameter of the address bar is; `dashboard.url` lists them all."""

from dataclasses import dataclass
from enum import Enum, StrEnum


class Kind(Enum):
    """What the values of a parameter are."""

    VALUES = "any number of values"
    TEXT = "a text"
    NUMBER = "a whole number above zero"
    NUMBERS = "numbers with commas: 150,596"
    DAY = "a day: 2026-09-01"
    RANGE = "a range of numbers, open where there is no bound: 20000-50000"
    CHOICE = "one of some words"
    SWITCH = "a word where it is on, absent where it is off"
    AREA = "latitude and longitude of the corners of an area, with commas: 49.9,20.3,50.1,20.6"
    VIEW = "latitude, longitude and zoom of a map: 52.1,19.3,6.5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Param:
    """A parameter of the address.

    Attributes:
        name: As it stands in the address.
        kind: What its values are.
        default: What its absence stands for; '' for nothing.
        on: The word of a switch.
        page: The page that reads it; None for all. Every page keeps it in its links.
        is_shared: Whether it is written with what all pages show: filters, selection, own unit.
        by_browser: Whether the page's scripts write it, without a request to the server.
        is_of_dataset: Whether it means nothing for other practices, and goes with these.
        option: Option of `mapa-praktyk export` that takes its values; '' for none.
    """

    name: str
    kind: Kind
    default: str = ""
    on: str = ""
    page: StrEnum | None = None
    is_shared: bool = False
    by_browser: bool = False
    is_of_dataset: bool = False
    option: str = ""
