"""House numbers that a spreadsheet made dates of: '7/9' became '07.wrz', '2 A' '2:00 AM'."""

import re
from typing import Final

_MONTHS: Final = {
    word: number
    for number, words in enumerate(
        (
            ("sty", "jan"),
            ("lut", "feb"),
            ("mar",),
            ("kwi", "apr"),
            ("maj", "may"),
            ("cze", "jun"),
            ("lip", "jul"),
            ("sie", "aug"),
            ("wrz", "sep"),
            ("paź", "paz", "oct"),
            ("lis", "nov"),
            ("gru", "dec"),
        ),
        start=1,
    )
    for word in words
}
_MONTH: Final = f"(?P<month>{'|'.join(_MONTHS)})"
_DAY_AND_MONTH: Final = re.compile(rf"(?P<first>\d{{1,2}})[.\- ]{_MONTH}", re.IGNORECASE)
_MONTH_AND_YEAR: Final = re.compile(rf"{_MONTH}[.\- ](?P<second>\d{{2,4}})", re.IGNORECASE)
_FULL_DATE: Final = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<first>\d{2})(?:[ T]00:00:00)?"
    r"|(?P<first_>\d{1,2})[.](?P<month_>\d{1,2})[.]\d{4}"
)
_TIME: Final = re.compile(r"(?P<hour>\d{1,2}):00(?::00)?(?: ?(?P<half>[AP])M)?", re.IGNORECASE)
_NOON: Final = 12
_MAX_CHARACTERS: Final = 20


def restore_house_number(text: str) -> str:
    """Give the house number that a spreadsheet made a date or a time of.

    Returns:
        '7/9' for '07.wrz', '7-Sep', '2024-09-07' and '07.09.2024', '9/24' for 'wrz.24', '2A' for
        '2:00 AM'; the text itself where it is neither.
    """
    stated = text.strip()
    if len(stated) > _MAX_CHARACTERS:
        return text
    if match := _DAY_AND_MONTH.fullmatch(stated):
        return f"{int(match['first'])}/{_MONTHS[match['month'].lower()]}"
    if match := _MONTH_AND_YEAR.fullmatch(stated):
        return f"{_MONTHS[match['month'].lower()]}/{match['second']}"
    if match := _FULL_DATE.fullmatch(stated):
        return f"{int(match['first'] or match['first_'])}/{int(match['month'] or match['month_'])}"
    if match := _TIME.fullmatch(stated):
        hour = int(match["hour"])
        half = (match["half"] or ("P" if hour >= _NOON else "A")).upper()
        return f"{hour if match['half'] else hour % _NOON or _NOON}{half}"
    return text


def restore_street_line(text: str) -> str:
    """Give a street with its number where a spreadsheet's date stands at its end.

    Only what holds a month's name counts: 'ul. Długa 07.wrz'.
    """
    street, blank, last = text.rstrip().rpartition(" ")
    if not blank or not (_DAY_AND_MONTH.fullmatch(last) or _MONTH_AND_YEAR.fullmatch(last)):
        return text
    return f"{street} {restore_house_number(last)}"
