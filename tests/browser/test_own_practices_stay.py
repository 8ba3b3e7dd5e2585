"""What one visitor brings stays in that browser, also when its page is loaded anew."""

import re

import pytest
from playwright.sync_api import expect

TABLE = "Tytuł;Miejscowość;Kod pocztowy\nTylko moja praktyka;Liszki;32-060\n"


@pytest.fixture
def bring(new_page, dashboard_url):
    """A function with which a new visitor brings the table and looks at it on the map.

    It gives the page and the addresses of all files that the browser fetched meanwhile.
    """

    def visit(page=None):
        page = page or new_page()
        fetched = []
        page.on("response", lambda answer: fetched.append(answer.url))
        page.goto(f"{dashboard_url}/dodaj")
        expect(page.get_by_role("button", name="Wybierz pliki")).to_be_visible()
        table = {"name": "t.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
        page.locator("input[type=file]").set_input_files(table)
        page.get_by_role("button", name="Wczytaj 1 wiersz").click()
        page.get_by_role("link", name="Pokaż na mapie").click()
        expect(page.locator(".st-key-lista")).to_contain_text("Tylko moja praktyka")
        frame = page.frame_locator('[class*="st-key-mapa"] iframe')
        expect(frame.locator(".leaflet-marker-icon").first).to_be_visible()
        return page, {url for url in fetched if re.search(r":\d+/media/|upload_file", url)}

    return visit


def test_two_browsers_with_the_same_table_share_nothing(bring, new_page, settled):
    first, of_first = bring()
    _, of_second = bring()
    points = {url for url in of_first if url.endswith(".gz")}
    assert points
    assert not points & of_second  # the names hold a secret, so the content does not give them
    stranger = new_page()
    stranger.goto(first.url)
    expect(stranger.get_by_text("danych, których tu nie ma")).to_be_visible()
    settled(stranger)
    expect(stranger.locator(".st-key-lista button.entry").first).to_be_visible()
    expect(stranger.locator(".st-key-lista")).not_to_contain_text("Tylko moja praktyka")
    for url in of_first:
        if "upload_file" in url:
            assert "Tylko moja" not in stranger.request.get(url).text()
    guess = re.sub(r"/media/[0-9a-f]{8}", "/media/00000000", next(iter(points)))
    assert stranger.request.get(guess).status == 404


def test_they_are_there_again_when_the_network_broke(bring, new_page):
    page, sockets = new_page(), []

    def pass_on(socket):
        socket.connect_to_server()
        sockets.append(socket)

    page.route_web_socket(re.compile("/_stcore/stream"), pass_on)
    bring(page)
    connected = len(sockets)
    sockets[-1].close(code=1001)
    page.wait_for_timeout(1)  # lets the page hear of it
    expect(page.locator('[data-testid="stApp"]')).to_have_attribute(
        "data-test-connection-state", "CONNECTED"
    )
    page.get_by_role("link", name="Analiza").click()
    page.get_by_role("link", name="Mapa").click()
    expect(page.locator(".st-key-lista")).to_contain_text("Tylko moja praktyka")
    assert len(sockets) > connected


def test_they_survive_a_page_that_is_loaded_anew_until_they_are_removed(bring, dashboard_url):
    page, _ = bring()
    page.reload()
    expect(page.locator(".st-key-lista")).to_contain_text("Tylko moja praktyka")
    expect(page.get_by_role("note").filter(has_text="Twoje dane")).to_contain_text("60 minut")
    page.goto(f"{dashboard_url}/dodaj")  # another link, without the choice of the data
    expect(page.get_by_role("heading", name="Wynik wczytania")).to_be_visible()
    page.get_by_role("button", name="Usuń moje dane").click()
    expect(page.get_by_role("button", name="Usuń moje dane")).to_have_count(0)
    page.goto(f"{dashboard_url}/?dane=wlasne")
    expect(page.get_by_text("danych, których tu nie ma")).to_be_visible()
