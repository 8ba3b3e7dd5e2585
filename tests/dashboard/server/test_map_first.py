"""The map of practices is sent ahead, and what stands around it when the marks are drawn."""

import asyncio
import json

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from dashboard.server.map_first import MapFirst

TOLD = {"type": "http", "method": "POST", "path": "/marks-drawn"}
PRACTICES_MAP = json.dumps({"js_links": ["../files/practices-map.js"]})
ANOTHER_MAP = json.dumps({"js_links": ["../files/coverage-map.js"]})
LONG_S, SHORT_S = 60.0, 0.01


def text(words):
    message = ForwardMsg()
    message.delta.new_element.text.body = words
    return message


def frame(arguments):
    message = ForwardMsg()
    message.delta.new_element.component_instance.json_args = arguments
    return message


def end():
    return ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY)


def asked_by(browser, **scope):
    cookies = f"theme=dark; _streamlit_xsrf={browser}" if browser else ""
    return {"headers": [(b"cookie", cookies.encode())], **scope}


class Visit:
    """A browser at an application that asks for nothing and sends some messages."""

    def __init__(self, messages, *, browser="a", **options):
        self.messages, self.browser = messages, browser
        self.sent, self.said = [], asyncio.Queue()
        self.server = MapFirst(self.serve, **options)

    async def serve(self, _scope, receive, send):
        hearing = asyncio.ensure_future(receive())
        for message in self.messages:
            await send({"type": "websocket.send", "bytes": message.SerializeToString()})
        hearing.cancel()

    async def note(self, message):
        self.sent.append(message)

    def open(self):
        scope = asked_by(self.browser, type="websocket")
        return asyncio.create_task(self.server(scope, self.said.get, self.note))

    async def tell(self, browser="a", **scope):
        answer = []

        async def note(message):
            answer.append(message)

        await self.server(asked_by(browser, **TOLD | scope), None, note)
        return answer[0]["status"]


async def passed():
    """Let everything go on as far as it can."""
    for _ in range(20):
        await asyncio.sleep(0)


BEFORE = [text("above"), frame(PRACTICES_MAP)]
MESSAGES = [*BEFORE, text("below"), end()]


@pytest.mark.parametrize("base_path", ["", "praktyki", "/urzad/praktyki/"])
def test_what_follows_the_map_waits_for_its_marks(base_path):
    async def check():
        visit = Visit(MESSAGES, base_path=base_path, patience_s=LONG_S)
        opened = visit.open()
        await passed()
        assert len(visit.sent) == len(BEFORE)
        path = f"/{base_path.strip('/')}/marks-drawn".replace("//", "/")
        assert await visit.tell(path=path) == 204
        await opened
        assert [ForwardMsg.FromString(each["bytes"]) for each in visit.sent] == MESSAGES

    asyncio.run(check())


def test_marks_in_another_browser_are_no_reason():
    async def check():
        visit = Visit(MESSAGES, patience_s=LONG_S)
        opened = visit.open()
        await passed()
        assert await visit.tell(browser="b") == 204
        await passed()
        assert len(visit.sent) == len(BEFORE)
        await visit.tell()
        await opened

    asyncio.run(check())


def test_browsers_without_cookies_are_served_too():
    async def check():
        visit = Visit(MESSAGES, browser="", patience_s=LONG_S)
        opened = visit.open()
        await passed()
        await visit.tell(browser="")
        await opened
        assert len(visit.sent) == len(MESSAGES)

    asyncio.run(check())


def test_whatever_the_reader_does_comes_first():
    async def check():
        visit = Visit(MESSAGES, patience_s=LONG_S)
        opened = visit.open()
        await passed()
        visit.said.put_nowait({"type": "websocket.receive", "bytes": b""})
        await opened
        assert len(visit.sent) == len(MESSAGES)

    asyncio.run(check())


def test_patience_comes_to_an_end():
    async def check():
        visit = Visit(MESSAGES, patience_s=SHORT_S)
        await visit.open()
        assert len(visit.sent) == len(MESSAGES)

    asyncio.run(check())


@pytest.mark.parametrize(
    "messages",
    [
        pytest.param([text("above"), frame(ANOTHER_MAP), text("below"), end()], id="another map"),
        pytest.param([end(), frame(PRACTICES_MAP), text("below"), end()], id="a later run"),
    ],
)
def test_nothing_else_waits(messages):
    async def check():
        visit = Visit(messages, patience_s=LONG_S)
        await asyncio.wait_for(visit.open(), LONG_S / 2)
        assert len(visit.sent) == len(messages)

    asyncio.run(check())


def test_marks_that_nobody_waits_for_are_no_fault():
    assert asyncio.run(Visit([]).tell()) == 204
