"""'Pobierz': the filtered practices as a file, made when it is asked for and not before."""

import datetime as dt
from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np
import streamlit as st

from dashboard.explore.catalog import Catalog
from dashboard.explore.facets import Mask
from dashboard.explore.filters import Filters
from dashboard.locale import Texts
from dashboard.practices.demo import has_examples
from dashboard.ui import data, state
from dashboard.views.export import (
    FORMATS,
    Format,
    Provenance,
    filter_words,
    take,
    without_contacts,
)

_CONTACTS: Final = "export-contacts-wanted"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """What a file is to hold.

    Attributes:
        catalog: All practices.
        mask: Those that the file holds.
        filters: What the mask was made by.
        dataset: Where the practices are from, in words.
        has_contacts: Whether persons, telephone numbers and e-mail addresses are wanted.
    """

    catalog: Catalog
    mask: Mask
    filters: Filters
    dataset: str
    has_contacts: bool


def draw_downloads(catalog: Catalog, mask: Mask, texts: Texts) -> None:
    """Draw the button that opens the formats; the files hold the practices in the mask."""
    with st.container(key="pobierz", width="content"), st.popover(texts("export")):
        _formats(catalog, mask, texts)


@st.fragment
def _formats(catalog: Catalog, mask: Mask, texts: Texts) -> None:
    """One button a format, and whether contacts are wanted."""
    count = int(np.count_nonzero(mask))
    if not count:
        st.write(texts("export-nothing"))
        return
    st.html(f'<p class="mp-quiet">{texts("export-what", count=count)}</p>')
    has_contacts = st.checkbox(
        texts("export-with-contacts"), key=_CONTACTS, help=texts("export-with-contacts-hint")
    )
    examples = has_examples(catalog.practices)
    name = texts("export-file-name-demo" if examples else "export-file-name")
    order = _Order(
        catalog=catalog,
        mask=mask,
        filters=state.filters(),
        dataset=data.described(texts),
        has_contacts=has_contacts,
    )
    today = dt.datetime.now().astimezone().date()
    for kind in FORMATS:
        st.download_button(
            texts(f"export-format-{kind.suffix}"),
            data=partial(_write, order, kind, texts),
            file_name=f"{name}-{today}.{kind.suffix}",
            mime=kind.mime,
            key=f"export-{kind.suffix}",
            on_click="ignore",
            width="stretch",
        )
    if has_contacts:
        st.html(f'<p class="mp-quiet">{texts("export-personal")}</p>')


def _write(order: _Order, kind: Format, texts: Texts) -> bytes:
    """The file, at the moment at which it is asked for."""
    provenance = Provenance(
        made_at=dt.datetime.now().astimezone(),
        dataset=order.dataset,
        filters=filter_words(order.filters, texts),
        shown=int(np.count_nonzero(order.mask)),
        total=len(order.catalog),
        has_contacts=order.has_contacts,
        has_examples=has_examples(order.catalog.practices),
    )
    taken = take(order.catalog, order.mask)
    return kind.write(taken if order.has_contacts else without_contacts(taken), provenance, texts)
