"""CSV as Polish Excel opens it by a double click: BOM, semicolons, decimal commas, ISO dates."""

from dashboard.locale import Texts
from dashboard.views.export.columns import headings, with_words
from dashboard.views.export.provenance import Provenance
from dashboard.views.export.taken import Taken


def csv_file(taken: Taken, provenance: Provenance, texts: Texts) -> bytes:
    """One row a practice; the last column says in each row where the file comes from."""
    table = with_words(taken.with_positions(), texts).assign(provenance=provenance.as_line(texts))
    text = table.to_csv(
        sep=";",
        decimal=",",
        index=False,
        header=headings(table, texts),
        date_format="%Y-%m-%d",
        lineterminator="\r\n",
    )
    return text.encode("utf-8-sig")
