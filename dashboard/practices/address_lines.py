"""Reads the lines of a record card that fill several columns: locality, post and street."""

import re
from collections.abc import Mapping
from typing import Final

from dashboard.practices.values import Value
from geocoding.text import read_post, split_localities
from geocoding.text.streets import read_street

_NUMBER_WORD: Final = re.compile(
    r"(?<![\s,])[\s,]*+\b(?:nr|numer|n-r|dom|d)\b\.?\s*$", re.IGNORECASE
)


def read_locality(text: str) -> Mapping[str, Value]:
    """Read one locality, or several places; parts of a building are none."""
    places = split_localities(text)
    return {"places": places} if len(places) > 1 else {"locality": "".join(places)}


def read_post_line(text: str) -> Mapping[str, Value]:
    """Read '32-700 Bochnia' into postal code and post town."""
    post = read_post(text)
    return {"postal_code": post.postal_code, "post_town": post.town}


def read_street_line(text: str) -> Mapping[str, Value]:
    """Read 'ul. Kazimierza Wielkiego 2' into the street as printed and the number."""
    line = read_street(text)
    if not line.number:
        return {"street": text}
    printed = re.compile(r"\s*".join(map(re.escape, re.sub(r"\s", "", line.number))), re.IGNORECASE)
    starts = [match.start() for match in printed.finditer(text)]
    street = text[: starts[-1]] if starts else line.street
    number = f"{line.number}/{line.flat}" if line.flat else line.number
    return {"street": _NUMBER_WORD.sub("", street).strip(" ,"), "number": number}
