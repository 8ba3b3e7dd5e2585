"""A server that holds as much of what visitors brought as it may takes no more, and says so."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def small_url(serve, monkeypatch):
    """The address of a dashboard that holds one MiB of what visitors bring."""
    monkeypatch.setenv("MAPA_PRAKTYK_UPLOADS_MIB", "1")
    return serve(None, "--host", "small.localhost")


def bring(page, url, name):
    page.goto(f"{url}/dodaj")
    content = b"Nazwa praktyki;A;B;C;D;E;F\n" + b";".join([b"x" * 100_000] * 7)
    file = {"name": name, "mimeType": "text/csv", "buffer": content}
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_test_id("stFileChip")).to_contain_text(name)


def test_the_second_visitor_is_told_and_served_once_there_is_room(new_page, small_url):
    first, second = new_page(), new_page()
    bring(first, small_url, "pierwszy.csv")
    expect(first.get_by_role("button", name="Wczytaj 1 wiersz")).to_be_visible()
    told = first.get_by_text("Pliku nie przyjęto")
    expect(told).to_be_hidden()
    bring(second, small_url, "drugi.csv")
    told = second.get_by_text("Pliku nie przyjęto")
    expect(told).to_be_visible()
    first.get_by_role("button", name="Usuń pierwszy.csv").click()
    expect(first.get_by_test_id("stFileChip")).to_have_count(0)
    second.get_by_role("button", name="Usuń drugi.csv").click()
    expect(told).to_be_hidden()
    bring(second, small_url, "drugi.csv")
    expect(second.get_by_role("button", name="Wczytaj 1 wiersz")).to_be_visible()
    expect(told).to_be_hidden()
