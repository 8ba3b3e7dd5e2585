"""What holds of every address that opens the dashboard: `make soak ARGS=fuzz` runs these long."""

import re
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.explore.catalog.facets import Facet
from dashboard.explore.filters.filters import select
from dashboard.explore.link.links import read_link, read_question, write_link
from dashboard.url import LONGEST_SHORTLIST

VALUES = {
    **dict.fromkeys([facet.value for facet in Facet], ("małopolskie", "gmina miejska", "x")),
    "ludnosc": ("20000-50000", "5-", "-5", "9-5", "brak", "-"),
    "lata": ("2009-2015", "2010-", "-2010", "2015-2009", "9-15"),
    "szukaj": ("żłobek", " "),
    "p": ("1", "99", "01"),
    "moja": ("Liszki",),
    "promien": ("50", "-5"),
    "mojtyp": ("powiat",),
    "mojaludnosc": ("17000",),
    "mojagestosc": ("240", "0"),
    "mojaurbanizacja": ("2", "4"),
    "grupa": ("rodzaj", "brak", "x"),
    "tylkogrupa": ("1", "x"),
    "gminygrupy": ("1", "0"),
    "mojdzial": ("Usługi społeczne", "Kosmos"),
    "kolejnosc": ("podobienstwo", "losowo"),
    "wybrane": ("3,1", "3,99,x", ",".join(["1", "2", "3", "4"] * 9)),
    "miara": ("na100tys", "x"),
    "poziom": ("woj", "pow"),
    "klasy": ("natural", "x"),
    "punkty": ("1", "0"),
    "doroku": ("2012", "12"),
}
QUESTION = {"miara", "poziom", "klasy", "punkty", "doroku"}
LONGEST = 200
PARAMETERS = st.sampled_from(list(VALUES)).flatmap(
    lambda name: st.tuples(st.just(name), st.sampled_from(VALUES[name]) | st.text(max_size=9))
)
SEEDS = (
    urlencode([(name, value) for name, values in VALUES.items() for value in values]),
    "woj=ma%C5%82opolskie&ludnosc=20000-50000&szukaj=kultura&p=1&wybrane=3,1&promien=20",
)
QUERIES = st.lists(PARAMETERS, max_size=6).map(
    lambda pairs: urlencode(pairs, errors="surrogatepass")
)


@pytest.fixture
def follow(catalog):
    """A function that reads a link, and says which practices its filters leave."""

    def read(query):
        link = read_link(query, catalog)
        return link, select(catalog, link.view.filters).mask.tolist()

    return read


def parts(name, values):
    """What the values of a parameter ask for, each alone."""
    split = [value.split(",") if name == "wybrane" else [value] for value in values]
    return {re.sub(r"\b0+(?=\d)", "", part.strip()) for each in split for part in each} - {""}


@given(QUERIES)
def test_every_value_of_a_link_is_used_or_told(follow, text: str) -> None:
    query = parse_qs(text, keep_blank_values=True)
    link, mask = follow(query)
    written = write_link(link.view)
    again, same_mask = follow(written)
    assert again.ignored == ()
    assert write_link(again.view) == written
    assert same_mask == mask
    assert len(link.view.shortlist) <= LONGEST_SHORTLIST
    for name, values in query.items():
        told = [value for ignored, value in link.ignored if ignored == name]
        asked = parts(name, [value for value in values if len(value) <= LONGEST])
        if name in VALUES and name not in QUESTION:
            assert asked <= parts(name, written.get(name, ())) | parts(name, told)


@given(QUERIES)
def test_a_question_is_read_of_any_link(follow, text: str) -> None:
    query = parse_qs(text, keep_blank_values=True)
    link, _ = follow(query)
    question, ignored = read_question(query, link.view.filters)
    assert question.max_year is None or 1000 <= question.max_year <= 2999
    assert all(value in query[name] for name, value in ignored)
