"""The page that Streamlit opens with has room for what follows, and stays what it is."""

import asyncio
import gzip

import pytest
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from dashboard.server.opening_style import OpeningStyle

PAGE = "<!DOCTYPE html><html><head><title>ł</title></head><body></body></html>"
SIDEBAR_ROOM = "padding-left:280px"
STYLE = ".mp{color:red}"


@pytest.fixture
def ask():
    """A function that gives the headers and the body of what is sent for a request."""

    def ask(answer, path="/", *, query="", method="GET"):
        sent = []

        async def send(message):
            sent.append(message)

        scope = {
            "type": "http",
            "method": method,
            "path": path,
            "query_string": query.encode(),
            "headers": [],
        }
        asyncio.run(OpeningStyle(answer, STYLE)(scope, None, send))
        headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        return headers, b"".join(each["body"] for each in sent[1:])

    return ask


def packed(page):
    body = gzip.compress(page.encode())
    return Response(body, media_type="text/html", headers={"Content-Encoding": "gzip"})


@pytest.mark.parametrize(
    ("answer", "unpack"),
    [
        pytest.param(HTMLResponse(PAGE), bytes, id="as it is"),
        pytest.param(packed(PAGE), gzip.decompress, id="compressed"),
    ],
)
def test_a_page_has_the_style_at_its_end(ask, answer, unpack):
    headers, body = ask(answer, "/praktyki/pokrycie", query="dane=demo")
    page = unpack(body).decode()
    before, style, after = page.partition("<style>")
    assert before == PAGE.partition("</body>")[0]
    assert style
    assert after.endswith(f"<style>{STYLE}</style></body></html>")
    assert SIDEBAR_ROOM in after
    assert headers["content-length"] == str(len(body))


@pytest.mark.parametrize("query", ["prezentacja=1", "dane=demo&prezentacja=1&p=150"])
def test_a_presentation_has_no_room_for_filters(ask, query):
    _, body = ask(HTMLResponse(PAGE), query=query)
    assert "<style>" in body.decode()
    assert SIDEBAR_ROOM not in body.decode()


def test_what_names_the_file_is_not_sent_with_the_longer_page(ask):
    of_the_file = {"ETag": '"1"', "Last-Modified": "Mon, 30 Nov 2026 08:58:57 GMT"}
    headers, _ = ask(HTMLResponse(PAGE, headers=of_the_file))
    assert not {"etag", "last-modified"} & headers.keys()


@pytest.mark.parametrize(
    ("answer", "path", "method"),
    [
        pytest.param(PlainTextResponse(PAGE), "/", "GET", id="no page"),
        pytest.param(HTMLResponse(PAGE, status_code=404), "/", "GET", id="an error"),
        pytest.param(HTMLResponse(PAGE), "/component/a/index.html", "GET", id="a frame"),
        pytest.param(HTMLResponse(PAGE), "/", "POST", id="sent to the server"),
    ],
)
def test_all_else_is_passed_on(ask, answer, path, method):
    headers, body = ask(answer, path, method=method)
    assert body == PAGE.encode()
    assert headers["content-length"] == str(len(body))
