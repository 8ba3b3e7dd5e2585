"""The web addresses of a table are those that its record cards link."""

import pandas as pd

from dashboard.practices.attachments import Attachment, attachments_to_lines
from dashboard.practices.outgoing_links import OutgoingLink, outgoing_links
from dashboard.practices.schema import COLUMNS
from dashboard.practices.table import typed


def table(*rows: dict[str, str]) -> pd.DataFrame:
    """A table of practices."""
    empty = dict.fromkeys(COLUMNS, "")
    named = {"section": "Kultura", "title": "Tytuł"}
    return typed(pd.DataFrame([empty | named | row for row in rows]))


def test_each_address_comes_once_with_its_practices() -> None:
    files = attachments_to_lines(
        [
            Attachment(
                "Uchwała", "PDF", "", "https://archiwum.dobrepraktyki.pl/pliki/a.pdf#page=2"
            ),
            Attachment("Bez adresu", "PDF", "", "pliki/b.pdf"),
        ]
    )
    found = outgoing_links(
        table(
            {"art": "16", "url": "https://dobrepraktyki.pl/index.php?p1=1&p2=2&art=16"},
            {"art": "9", "website": "www.bochnia.pl", "attachments": files},
            {"art": "7", "website": "http://www.bochnia.pl"},
        )
    )
    now = "https://archiwum.dobrepraktyki.pl"
    assert found == [
        OutgoingLink(f"{now}/index.php?p1=1&p2=2&art=16", (16,), ("url",)),
        OutgoingLink("http://www.bochnia.pl", (7, 9), ("website",)),
        OutgoingLink(f"{now}/pliki/a.pdf", (9,), ("attachments",)),
    ]


def test_a_table_without_addresses_has_no_links() -> None:
    assert outgoing_links(table({"art": "7"})) == []
