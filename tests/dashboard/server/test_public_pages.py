"""The pages that the law asks for, answered by the real server."""

import pytest


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        pytest.param("/deklaracja-dostepnosci", "Deklaracja dostępności</h1>", id="statement"),
        pytest.param("/deklaracja", "Deklaracja dostępności</h1>", id="short"),
        pytest.param("/deklaracja?lang=en", "Accessibility statement</h1>", id="English"),
        pytest.param("/deklaracja/?lang=xx", "Deklaracja dostępności</h1>", id="no language"),
        pytest.param("/prywatnosc", "Dane osobowe i pliki cookie</h1>", id="privacy"),
        pytest.param("/prywatnosc?lang=en", "Personal data and cookies</h1>", id="in English"),
    ],
)
def test_a_page_comes_as_html_with_the_protecting_headers(server, path, heading):
    status, headers, body = server.ask(path)
    assert status == 200
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert heading in body.decode()


def test_they_are_only_read(server):
    assert server.ask("/deklaracja", "HEAD")[0] == 200
    assert server.ask("/deklaracja", "POST")[0] == 405
    assert "Deklaracja" not in server.ask("/deklaracja-inna")[2].decode()
