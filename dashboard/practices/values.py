"""Single values of a record card: a text in, a typed value out, ValueError where it is none."""

import datetime as dt
import re
from typing import Final

from geocoding.gazetteer.units import voivodeship_name

Value = str | int | dt.date | tuple[str, ...]
"""What the text of a record card's line is read into."""

VOIVODESHIPS: Final = (
    "dolnośląskie",
    "kujawsko-pomorskie",
    "lubelskie",
    "lubuskie",
    "łódzkie",
    "małopolskie",
    "mazowieckie",
    "opolskie",
    "podkarpackie",
    "podlaskie",
    "pomorskie",
    "śląskie",
    "świętokrzyskie",
    "warmińsko-mazurskie",
    "wielkopolskie",
    "zachodniopomorskie",
)
"""The 16 voivodeships, in lower case."""

_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[.\-/](\d{1,2})[.\-/](\d{4})(?: ?r\.?)?")
_COUNT = re.compile(
    r"(?:(?:ok\.?|około|ponad|blisko|prawie|~) ?)?"
    r"(?:(?P<whole>\d{1,3}(?:[ .,'’]\d{3})+|\d+)|(?P<decimal>\d+[.,]\d+))"
    r" ?(?P<unit>tys\b\.?|tysi[aą]ce|tysi[eę]cy|mln\b\.?|milion\w*)?"
    r"(?: ?(?:osób|mieszkańców|mieszk\.))?\.?(?:[,;] .*| ?\(.*)?",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WEBSITE = re.compile(
    r"(?:(?P<scheme>https?)://)?(?P<rest>[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?][^\s<>\"'\\]*)?)",
    re.IGNORECASE,
)


def read_day(text: str) -> dt.date:
    """Return the day in '2009-11-23' or '23.11.2009'.

    Raises:
        ValueError: The text is neither, or no day of the calendar.
    """
    if match := _DAY.fullmatch(text):
        return dt.date(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_FIRST.fullmatch(text):
        return dt.date(int(match[3]), int(match[2]), int(match[1]))
    raise ValueError("no day as 2009-11-23")


def read_count(text: str) -> int:
    """Return the number of inhabitants in '30.000', '5 323 653', '96 tys.', '1,2 mln' or '30000'.

    Dots, commas, spaces and apostrophes before three digits separate thousands; a comma or
    dot is a decimal sign only where 'tys.' or 'mln' follows.

    Raises:
        ValueError: The text is no such number.
    """
    match = _COUNT.fullmatch(" ".join(text.split()))
    unit = (match["unit"] or "").lower() if match else ""
    if match is None or (match["decimal"] and not unit):
        raise ValueError("no number of inhabitants such as 30 000, 30.000 or 96 tys.")
    factor = 1_000_000 if unit.startswith("m") else 1_000 if unit else 1
    if match["decimal"]:
        return round(float(match["decimal"].replace(",", ".")) * factor)
    return int(re.sub(r"\D", "", match["whole"])) * factor


def read_list(text: str) -> tuple[str, ...]:
    """Return the parts between commas and semicolons; dashes never part anything."""
    return tuple(part for part in map(str.strip, re.split(r"[,;]", text)) if part)


def read_emails(text: str) -> tuple[str, ...]:
    """Return the e-mail addresses in a text, in their order, each once.

    Raises:
        ValueError: There is none.
    """
    found = tuple(dict.fromkeys(_EMAIL.findall(text)))
    if not found:
        raise ValueError("no e-mail address")
    return found


def read_website(text: str) -> str:
    """Return the first web address in a text, with http:// where it has no scheme.

    Raises:
        ValueError: There is none.
    """
    for word in re.split(r"[\s,;]+", text):
        if match := _WEBSITE.fullmatch(word.rstrip(".")):
            return f"{(match['scheme'] or 'http').lower()}://{match['rest']}"
    raise ValueError("no web address such as www.bochnia.pl")


def read_voivodeship(text: str) -> str:
    """Return the voivodeship's name in lower case.

    'woj. MAŁOPOLSKIE', 'Małopolska', 'Lesser Poland' and the register's code '12' are read too.

    Raises:
        ValueError: The text names none of the 16.
    """
    if name := voivodeship_name(text):
        return name
    raise ValueError("none of the 16 voivodeships")
