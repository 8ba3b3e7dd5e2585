"""Which values messages and logs leave out, because they may name a person."""

import re
from typing import Final

from dashboard.practices.fields import CARD, FIELDS

_NOT_SHOWN: Final = frozenset({CARD, *(field.name for field in FIELDS if not field.is_public)})
"""The columns that are not public; the record card has their texts once more."""

_LONGEST_SHOWN: Final = 100
_LIKE_A_CONTACT: Final = re.compile(
    r"@|\d(?:[\s./()-]{0,3}\d){6}|(?<!\w)[A-ZĄĆĘŁŃÓŚŹŻ]\w++[ -]++[A-ZĄĆĘŁŃÓŚŹŻ]"
)
"""An e-mail address, a telephone number, or two words that begin with capital letters."""


def may_name_a_person(column: str, value: str) -> bool:
    """Say whether a value of a column stays out of messages and logs.

    Cells that slipped into a wrong column are known by what they look like.

    Args:
        column: Of the practices table; any other text for what is of none.
        value: What stands there.
    """
    beginning = " ".join(value.split())[:_LONGEST_SHOWN]  # messages show no more
    return column in _NOT_SHOWN or _LIKE_A_CONTACT.search(beginning) is not None
