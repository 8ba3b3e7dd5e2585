"""No answer refers to a message that the browser has forgotten, however slow the network."""

import asyncio
import tomllib
from collections import deque

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from dashboard.server.message_memory import SURE_RUNS, MessageMemory
from dashboard.server.running import config_file

WIRE = 2
"""How many answers may be on their way at once."""


BODY = "x" * 1000


class Browser:
    """Keeps messages as Streamlit's page does: each until it was of no use in `age` runs."""

    def __init__(self, age):
        self.age, self.runs, self.kept = age, 0, {}

    def hear(self, content):
        message = ForwardMsg.FromString(content)
        if message.WhichOneof("type") == "script_finished":
            self.runs += 1
            self.kept = {
                name: used for name, used in self.kept.items() if self.runs - used <= self.age
            }
        elif message.WhichOneof("type") == "ref_hash":
            assert message.ref_hash in self.kept, "a reference to a forgotten message"
            self.kept[message.ref_hash] = self.runs
        else:
            self.kept[message.hash] = self.runs

    def ask(self):
        request = BackMsg()
        request.rerun_script.cached_message_hashes.extend(self.kept)
        return request.SerializeToString()


def answer(request, contents):
    """What a run sends: references to what the browser is believed to have, the rest in full."""
    told = BackMsg.FromString(request).rerun_script.cached_message_hashes
    for name in contents:
        message = ForwardMsg(ref_hash=name) if name in told else ForwardMsg(hash=name)
        if not message.ref_hash:
            message.delta.new_element.text.body = BODY
            message.metadata.cacheable = True
        yield message.SerializeToString()
    yield ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY).SerializeToString()


class Connection:
    """A browser, the wire, and a server behind the memory; nothing moves unless it is told to."""

    def __init__(self, age, sure=SURE_RUNS):
        self.browser, self.sure = Browser(age), sure
        self.requests, self.wire, self.sent = deque(), deque(), 0

    def run(self, steps):
        """Take the steps one by one: 'ask', 'hear', or what the next run shows."""
        moves = {"ask": self.ask, "hear": self.hear}

        async def server(_scope, receive, send):
            for step in steps:
                if step in moves:
                    moves[step]()
                elif self.requests:
                    await self.show(step, receive, send)

        async def receive():
            return {"type": "websocket.receive", "bytes": self.requests.popleft()}

        async def send(message):
            self.sent += len(message["bytes"])
            self.wire[-1].append(message["bytes"])

        asyncio.run(MessageMemory(server, self.sure)({"type": "websocket"}, receive, send))
        return self

    def ask(self):
        if len(self.requests) + len(self.wire) < WIRE:
            self.requests.append(self.browser.ask())

    def hear(self):
        for content in self.wire.popleft() if self.wire else ():
            self.browser.hear(content)

    async def show(self, contents, receive, send):
        request = (await receive())["bytes"]
        self.wire.append([])
        for content in answer(request, contents):
            await send({"type": "websocket.send", "bytes": content})


@pytest.fixture(scope="module")
def age():
    """For how many runs the browsers of the dashboard keep a message."""
    return tomllib.loads(config_file().read_text())["global"]["maxCachedMessageAge"]


def test_browsers_keep_messages_longer_than_the_server_relies_on(age):
    assert age >= SURE_RUNS + 2 * WIRE


shown = st.frozensets(st.sampled_from("abc"), min_size=1, max_size=2)
prompt = st.builds(lambda contents: ["ask", contents, "hear", "hear"], shown)
late = st.builds(lambda contents: ["ask", "hear", contents], shown)


@given(st.lists(st.one_of(prompt, late), min_size=10, max_size=50))
def test_every_reference_finds_its_message(turns):
    """In turns that are heard at once, and in those that are heard after the next was asked for."""
    Connection(age=1 + WIRE, sure=1).run([step for turn in turns for step in turn])


def test_a_message_that_comes_back_while_its_end_is_on_the_way(age):
    """Shown once, not in the runs after, and asked for again as the browser forgets it."""
    others = ["ask", frozenset("b"), "hear"] * (age - 1)
    late = ["ask", "ask", frozenset("b"), frozenset("a"), "hear", "hear"]
    Connection(age).run(["ask", frozenset("a"), "hear", *others, *late])


def test_what_stays_the_same_is_not_sent_again(age):
    assert Connection(age).run(["ask", frozenset("a"), "hear"] * 3).sent < 2 * len(BODY)


def test_what_is_not_understood_is_passed_on():
    seen = []

    async def server(_scope, receive, _send):
        seen.append(await receive())

    async def receive():
        return {"type": "websocket.receive", "bytes": b"\xff\xff"}

    asyncio.run(MessageMemory(server)({"type": "websocket"}, receive, None))
    assert seen == [{"type": "websocket.receive", "bytes": b"\xff\xff"}]
