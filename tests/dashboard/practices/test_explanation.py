"""How a page was read can be seen, line by line."""

from dashboard.locale import message
from dashboard.practices.explanation import explain_page


def test_each_line_says_what_it_was_taken_for(make_page) -> None:
    page = make_page(fields=("Miejscowość:  Bochnia", "Nagroda:  Złota Wieża"))
    found = explain_page("28.txt", page.encode("cp1250"))
    parts = {line.text: (line.part, line.column) for line in found.lines}
    assert parts["Usługi społeczne : Kultura"] == ("heading", "")
    assert parts["Biblioteka w każdej wsi"] == ("title", "")
    assert parts["Drugi akapit."] == ("summary", "")
    assert parts["Mapa Praktyk"] == ("", "")
    assert (found.article, found.encoding, found.fault) == (28, "Windows-1250", None)
    assert (found.known, found.unknown) == (("Miejscowość",), ("Nagroda",))
    assert [line.column for line in found.lines if line.part == "metryka"] == [
        *("locality", "unknown")
    ]
    assert 0 < found.used_share < 1


def test_an_unknown_layout_is_reported() -> None:
    page = "<html><meta charset=utf-8><body><h1>Żłobek</h1><p>Gmina Bochnia</p></body></html>"
    found = explain_page("x.html", page.encode())
    assert found.fault is not None
    assert "Skrót i Metryka" in found.fault.worded(message)
    assert (found.encoding, found.stated_by) == ("utf-8", "meta")
    assert [line.text for line in found.lines] == ["Żłobek", "Gmina Bochnia"]
    assert found.used_share == 0
