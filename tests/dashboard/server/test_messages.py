"""What a browser sends that no page sends changes nothing and costs nothing."""

import asyncio

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed

from dashboard.server.messages import KINDS, MAX_BYTES, MessageGate

pytestmark = pytest.mark.slow


def named(kind):
    """A message of a kind, with nothing in it but what makes it one."""
    message = BackMsg()
    if kind in BackMsg.DESCRIPTOR.fields_by_name:
        part, name = message, kind
    else:
        part, name = message.backend_operation_request, kind
    field = part.DESCRIPTOR.fields_by_name[name]
    if field.message_type is None:
        setattr(part, name, True)
    else:
        getattr(part, name).SetInParent()
    return message.SerializeToString()


PAYLOADS = BackMsg().backend_operation_request.DESCRIPTOR.oneofs_by_name["payload"].fields
ALL_KINDS = sorted(
    {field.name for field in BackMsg.DESCRIPTOR.oneofs_by_name["type"].fields}
    | {field.name for field in PAYLOADS}
)


@pytest.fixture
def hear():
    """A function that sends messages; those that pass, and the code of the connection's end."""

    def send_all(*contents, gate=MessageGate, **settings):
        passed, codes, waiting = [], [], list(contents)

        async def app(_scope, receive, send):
            while (message := await receive())["type"] == "websocket.receive":
                passed.append(message["bytes"])
            await send({"type": "websocket.send", "bytes": b"late"})

        async def receive():
            if not waiting:
                return {"type": "websocket.disconnect", "code": 1001}
            content = waiting.pop(0)
            kind = "text" if isinstance(content, str) else "bytes"
            return {"type": "websocket.receive", kind: content}

        async def send(message):
            codes.append(message.get("code"))

        asyncio.run(gate(app, **settings)({"type": "websocket"}, receive, send))
        return passed, codes[0]

    return send_all


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_messages_of_those_kinds_alone_pass_that_pages_send(hear, kind):
    content = named(kind)
    passed, _ = hear(content)
    assert passed == ([content] if kind in KINDS else [])


def test_a_page_needs_no_message_for_the_server_itself():
    assert not KINDS & {"clear_cache", "set_run_on_save", "load_git_info", "install_skills"}
    assert not [kind for kind in KINDS if kind.startswith("debug")]
    assert set(ALL_KINDS) >= KINDS


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(b"", 1002, id="empty"),
        pytest.param(b"\xff\xff\xff", 1002, id="none of Streamlit's"),
        pytest.param(b"\xc0\x3e\x01", 1002, id="of a kind that is not known"),
        pytest.param("text", 1003, id="text"),
        pytest.param(bytes(MAX_BYTES + 1), 1009, id="too large"),
    ],
)
def test_a_message_that_no_browser_sends_ends_the_connection(hear, content, code):
    after = named("rerun_script")
    assert hear(content, after) == ([], code)


def asking(**fields):
    return BackMsg(**fields).SerializeToString()


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda n: {"rerun_script": {"cached_message_hashes": [""] * n}}, id="hashes"),
        pytest.param(
            lambda n: {"rerun_script": {"widget_states": {"widgets": [{}] * n}}}, id="widgets"
        ),
        pytest.param(lambda n: {"rerun_script": {"query_string": "p" * n}}, id="address"),
        pytest.param(lambda n: {"file_urls_request": {"file_names": [""] * n}}, id="files"),
    ],
)
def test_a_small_message_asks_for_no_more_than_a_page_does(hear, make):
    usual = asking(**make(2_000))
    assert hear(usual) == ([usual], None)
    assert hear(asking(**make(100_000)), usual) == ([], 1009)


def test_a_browser_that_sends_without_end_is_slowed_down(hear):
    times = []

    def clock():
        times.append(None)
        return len(times) * 0.001

    many = [named("rerun_script")] * 2_100  # 4 MiB at the least that a message counts
    passed, _ = hear(*many, clock=clock)
    assert len(passed) == len(many)  # none is lost


def test_a_visitor_clears_no_cache_of_the_server(server):
    with server.open() as websocket:
        websocket.send(named("clear_cache"))
        websocket.send(named("set_run_on_save"))
        websocket.ping().wait(60)
    with server.open() as websocket:
        for kind in ("load_git_info", "debug_shutdown_runtime", "install_skills"):
            websocket.send(named(kind))
        websocket.ping().wait(60)
    assert server.answers()
    assert "Client tried" not in server.said()


def parts(size):
    """So many bytes in pieces."""
    return iter([bytes(2**16)] * (size // 2**16))


@pytest.mark.parametrize("make", [bytes, parts], ids=["one frame", "many frames"])
def test_a_huge_message_is_not_taken_in(server, make):
    server.answers()
    before = server.memory_mib()

    def send(websocket):
        websocket.send(make(200 * 2**20))
        websocket.recv(timeout=60)

    with server.open() as websocket, pytest.raises(ConnectionClosed) as ended:
        send(websocket)
    assert ended.value.rcvd is None or ended.value.rcvd.code == 1009
    assert server.answers()
    assert server.memory_mib() - before < 50


def test_a_text_and_an_empty_message_leave_no_trace_in_the_log(server):
    for content in ("text", b"", b"\xff\xff"):
        with server.open() as websocket:
            websocket.send(content)
            with pytest.raises(ConnectionClosed):
                websocket.recv(timeout=60)
    assert server.answers()
    assert "Exception" not in server.said()
    assert "Error" not in server.said()
