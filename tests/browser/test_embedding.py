"""A part of the map's page within a page of another site, and refused to any other.

Pages of two ports are of two origins, and `localhost` is another site than `127.0.0.1`.
"""

import re
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import expect

LIST = "/?osadzenie=lista"


@pytest.fixture(scope="module")
def other_site():
    """A function that makes a site on a port of its own; gives its address.

    Its page shows in a frame the address that stands behind its question mark.
    """

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self):
            framed = escape(self.path.partition("?")[2])
            page = f'<!DOCTYPE html><title>Gmina</title><iframe src="{framed}" title="Praktyki" '
            page += 'width="900" height="600"></iframe>'
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_arguments):
            pass

    servers = []

    def start():
        server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://localhost:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def named_site(other_site):
    """The site that may embed the dashboard."""
    return other_site()


@pytest.fixture(scope="module")
def embeddable_url(serve, named_site):
    """The address of a dashboard that one other site may embed."""
    return serve(None, "--embed-in", named_site)


@pytest.fixture
def embed(page, named_site, embeddable_url):
    """A function that opens a page of the named site with an address of ours in its frame."""

    def open_page(path):
        page.goto(f"{named_site}/?{embeddable_url}{path}")
        return page.frame_locator("iframe[title=Praktyki]")

    return open_page


def test_the_map_stands_in_a_page_of_the_named_site(embed, console_errors):
    part = embed("/?osadzenie=mapa&lang=en")
    marks = part.frame_locator(".st-key-mapa iframe").locator("button.mp-mark, .mp-cluster")
    expect(marks.first).to_be_visible()
    expect(part.get_by_test_id("stSidebar")).to_have_count(0)
    expect(part.get_by_role("contentinfo")).to_have_count(0)
    expect(part.get_by_role("navigation")).to_have_count(0)
    link = part.get_by_role("link", name="Open the whole page (new tab)")
    expect(link).to_be_in_viewport(ratio=1)
    assert [each for each in console_errors if "Unrecognized feature" not in each] == []


def test_a_part_stays_through_clicks_and_leads_to_the_whole_page(embed, page, embeddable_url):
    part = embed(f"{LIST}&woj=małopolskie")
    rows = part.locator(".st-key-practice-list").get_by_role("button")
    expect(rows).to_have_count(2)
    rows.first.press("Enter")
    back = part.get_by_role("button", name="Wróć do listy")
    expect(back).to_be_visible()
    expect(part.locator(".st-key-metryka")).to_be_visible()
    expect(part.get_by_test_id("stSidebar")).to_have_count(0)
    with page.context.expect_page() as opened:
        part.get_by_role("link", name=re.compile("na całej stronie")).click()
    whole = opened.value
    expect(whole.get_by_test_id("stSidebar")).to_be_visible()
    expect(whole).to_have_url(re.compile(r"[?&]p=\d+"))
    expect(whole).to_have_url(re.compile(r"[?&]woj=ma"))
    assert "osadzenie" not in whole.url
    assert whole.url.startswith(embeddable_url)
    back.press("Enter")
    expect(rows).to_have_count(2)


@pytest.fixture
def refused(page, console_errors):
    """A function that opens a page with an address in its frame; what the browser says of it."""

    def open_page(site, address):
        page.goto(f"{site}/?{address}", wait_until="load")
        framed = page.frames[1]
        assert framed.locator("#root, .stApp").count() == 0, framed.url
        return "\n".join(console_errors)

    return open_page


def test_a_third_site_is_refused(refused, other_site, named_site, embeddable_url):
    said = refused(other_site(), f"{embeddable_url}/?osadzenie=mapa")
    assert f"frame-ancestors 'self' {named_site}" in said


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("/", id="the whole page"),
        pytest.param("/jakosc?osadzenie=mapa", id="another page"),
    ],
)
def test_the_named_site_gets_no_more_than_the_parts(path, refused, named_site, embeddable_url):
    assert "frame-ancestors 'self'\"" in refused(named_site, f"{embeddable_url}{path}")


def test_the_dialog_writes_the_frame_with_the_present_filters(
    page, new_page, named_site, embeddable_url, dashboard_url
):
    page.goto(f"{embeddable_url}/?woj=małopolskie&lang=en&p=150")
    opener = page.get_by_role("button", name="Embed on a page")
    opener.press("Enter")
    dialog = page.get_by_role("dialog", name="Embed on a page")
    expect(dialog).to_contain_text(named_site)
    expect(dialog.get_by_label("What to show")).to_be_focused()
    dialog.get_by_label("What to show").select_option("lista")
    dialog.get_by_label("Width in pixels").fill("99999")
    dialog.get_by_label("Height in pixels").fill("500")
    code = dialog.get_by_label("HTML", exact=True).input_value()
    assert f'src="{embeddable_url}/?woj=ma%C5%82opolskie&amp;p=150&amp;lang=en' in code
    assert "osadzenie=lista" in code
    assert 'title="List of local governments’ practices"' in code
    assert 'width="4000" height="500" loading="lazy"' in code
    dialog.get_by_label("Language").select_option("pl")
    dialog.get_by_label("Width in pixels").fill("")
    code = dialog.get_by_label("HTML", exact=True).input_value()
    assert "lang=" not in code
    assert 'title="Lista praktyk samorządów" width="100%"' in code
    dialog.get_by_role("button", name="Copy the HTML").press("Enter")
    expect(dialog.locator("output")).to_have_text("Copied")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()
    other = new_page()
    other.goto(dashboard_url)
    expect(other.get_by_role("button", name="Kopiuj link")).to_be_visible()
    expect(other.get_by_role("button", name="Osadź na stronie")).to_have_count(0)


def test_the_html_of_the_dialog_works_on_a_page_of_the_named_site(page, named_site, embeddable_url):
    page.goto(f"{embeddable_url}/pokrycie?woj=małopolskie&miara=na100tys")
    page.get_by_role("button", name="Osadź na stronie").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("najpierw wybierz praktykę")
    dialog.get_by_label("Co pokazać").select_option("lista")
    code = dialog.get_by_label("Kod HTML").input_value()
    assert "miara" not in code
    page.goto(named_site)
    page.evaluate("code => { document.body.innerHTML = code }", code)
    part = page.frame_locator("iframe[title='Lista praktyk samorządów']")
    expect(part.locator(".st-key-practice-list").get_by_role("button")).to_have_count(2)
