"""Where a value of a record card leads: web pages, e-mail and telephone, nothing else.

The schemes are http, https, mailto and tel; a text that is no such target gives no link.
"""

import re
from urllib.parse import quote

from dashboard.practices.taxonomy import SITE_NOW
from dashboard.practices.values import read_emails, read_website

_MOVED = re.compile(
    r"^https?://(?:www\.|nowa\.)?dobrepraktyki\.pl(?=/(?:index\.php)?\?(?:[^#]*&)?art=\d)",
    re.IGNORECASE,
)
_NOW_AT = SITE_NOW.removesuffix("/index.php")


def website_link(text: str) -> str:
    """Return the http or https address in a text such as 'www.bochnia.pl'.

    Empty where there is none.
    """
    try:
        return read_website(text)
    except ValueError:
        return ""


def practice_link(text: str) -> str:
    """Return where the page of a practice is now, for its address in the table.

    The database has moved: its articles are on another host, under the same addresses. Empty where
    the text is no web address.
    """
    address = website_link(text)
    return _MOVED.sub(_NOW_AT, address)


def email_link(text: str) -> str:
    """Return 'mailto:' and the e-mail address that a text is; empty where it is none."""
    try:
        return f"mailto:{quote(read_emails(text)[0], safe='@+')}"
    except ValueError:
        return ""


def phone_link(text: str) -> str:
    """Return 'tel:' and the number with +48; empty unless it is plainly one Polish number.

    '(14) 6149150' gives 'tel:+48146149150'; what follows 'wew.' is an extension.
    """
    main, _, extension = re.sub(r"[\s()./-]", "", text).partition("wew")
    digits = re.fullmatch(r"(?:\+48|0048|0)?([1-9]\d{8})", main)
    if digits is None or (extension and not extension.isdecimal()):
        return ""
    return f"tel:+48{digits[1]}" + (f";ext={extension}" if extension else "")
