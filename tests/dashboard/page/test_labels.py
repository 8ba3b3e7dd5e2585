"""Texts of data as labels: how Streamlit's Markdown reads them is tested in the browser."""

import pytest

from dashboard.ui.labels import plain

JOINER = "\N{WORD JOINER}"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("Lepsza szkoła, 2009", "Lepsza szkoła, 2009", id="words"),
        pytest.param("Szkoła: *nowa*", r"Szkoła\: \*nowa\*", id="emphasis"),
        pytest.param("[x](http://y)", rf"\[x\]\(http\:{JOINER.join(('', '//y'))}\)", id="link"),
        pytest.param(":material/home:", rf"\:{JOINER}material/home\:", id="icon"),
        pytest.param("a -> b", rf"a \-{JOINER}\> b", id="arrow"),
        pytest.param("www.x.pl", rf"www{JOINER}\.x\.pl", id="address"),
        pytest.param("a@b.pl", rf"a\@{JOINER}b\.pl", id="e-mail"),
    ],
)
def test_nothing_is_left_to_markdown(text, label):
    assert plain(text) == label
