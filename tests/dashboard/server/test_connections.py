"""Whoever opens connections and asks for nothing keeps nobody out."""

import asyncio
import logging
import resource
import socket
from contextlib import ExitStack, suppress

import pytest
from websockets.exceptions import InvalidStatus

from dashboard.server.connections import (
    BODY_BYTES_PER_S,
    BODY_S,
    HEAD_S,
    UNREAD_S,
    Awaits,
    Connections,
    ConnectionStates,
)
from dashboard.server.descriptors import budget_within, log_exhausted_descriptors, raise_limit

pytestmark = pytest.mark.slow

HALF_A_HEAD = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n"
HALF_A_FILE = (
    b"PUT /_stcore/upload_file/a/b HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    b"Content-Type: multipart/form-data; boundary=m\r\nContent-Length: 20000000\r\n\r\n--m\r\n"
)
FEW = 64


class Transport:
    """What a connection does to its transport."""

    def __init__(self):
        self.written, self.is_ended, self.unread = b"", False, 0

    def write(self, data):
        self.written += data

    def get_write_buffer_size(self):
        return self.unread

    def close(self):
        self.is_ended = True

    abort = close


class Clock:
    """Tells the time that a test sets."""

    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def connections(clock):
    """DescriptorBudget for two connections."""
    return Connections(2, clock)


def test_the_longest_silent_connection_makes_room_for_the_next(connections, clock):
    first, second, third = Transport(), Transport(), Transport()
    (one,) = connections.add(first)
    clock.now = 1
    connections.add(second)
    clock.now = 2
    connections.hear(one, 10)
    assert connections.add(third)
    assert (first.is_ended, second.is_ended, third.is_ended) == (False, True, False)
    assert len(connections) == 2


def test_a_connection_that_is_answered_keeps_its_room(connections):
    for transport in (Transport(), Transport()):
        (connection,) = connections.add(transport)
        connections.wait_for(connection, Awaits.ANSWER)
    late = Transport()
    assert connections.add(late) == []
    assert late.is_ended
    assert late.written.startswith(b"HTTP/1.1 503 ")


@pytest.mark.parametrize(
    ("awaits", "came", "in_time_until"),
    [
        pytest.param(Awaits.HEAD, 0, HEAD_S, id="nothing"),
        pytest.param(Awaits.HEAD, 5_000, HEAD_S, id="no whole head, whatever came"),
        pytest.param(Awaits.BODY, 0, BODY_S, id="no body"),
        pytest.param(Awaits.BODY, 60 * BODY_BYTES_PER_S, BODY_S + 60, id="slow body"),
        pytest.param(Awaits.ANSWER, 0, 3_600, id="a long answer"),
    ],
)
def test_who_does_not_ask_in_time_is_left(connections, clock, awaits, came, in_time_until):
    transport = Transport()
    (connection,) = connections.add(transport)
    connections.wait_for(connection, awaits)
    connections.hear(connection, came)
    clock.now = in_time_until
    connections.end_overdue()
    assert not transport.is_ended
    clock.now += 1
    connections.end_overdue()
    assert transport.is_ended == (awaits is not Awaits.ANSWER)


def test_who_does_not_take_an_answer_is_left(connections, clock):
    transport = Transport()
    (connection,) = connections.add(transport)
    connections.wait_for(connection, Awaits.ANSWER)
    for unread in (500, 400, 300):  # slow, but it takes some
        transport.unread = unread
        clock.now += UNREAD_S
        connections.end_overdue()
        assert not transport.is_ended
    clock.now += UNREAD_S + 1
    connections.end_overdue()
    assert transport.is_ended


def test_websockets_leave_room_for_requests(caplog):
    connections = Connections(4)
    sent = []

    async def several():
        goes = asyncio.Event()

        async def app(_scope, _receive, _send):
            await goes.wait()

        async def send(message):
            sent.append(message)

        states = ConnectionStates(app, connections, most_websockets=3)
        tasks = []
        for _ in range(4):
            own = connections.add(Transport())
            scope = {"type": "websocket", "state": {"mapa_praktyk.connection": own}}
            tasks.append(asyncio.create_task(states(scope, None, send)))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        goes.set()
        await asyncio.gather(*tasks)

    asyncio.run(several())
    assert sent == [{"type": "websocket.close", "code": 1013}]
    assert "3 websockets are open" in caplog.text


def test_open_files_are_raised_to_what_is_allowed():
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (256, before[1]))
        assert raise_limit() == resource.getrlimit(resource.RLIMIT_NOFILE)[0] > 256
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)


@pytest.mark.parametrize("limit", [64, 256, 1_024, 20_000, 65_536])
def test_connections_leave_files_for_the_rest(limit):
    room = budget_within(limit)
    assert room.waiting >= 4
    assert room.connections >= 2 * room.websockets >= 4
    assert limit / 16 <= room.websockets or room.websockets == 1_000
    of_visits = 3 * 2 * room.websockets
    assert room.connections + of_visits + room.waiting <= limit - 16


def test_the_end_of_open_files_is_told_in_words(caplog):
    loop = asyncio.new_event_loop()
    log_exhausted_descriptors(loop, 64)
    loop.call_exception_handler({"message": "accept", "exception": OSError(24, "too many")})
    loop.call_exception_handler({"message": "something else"})
    loop.close()
    told = [(record.levelno, record.getMessage()) for record in caplog.records]
    assert [level for level, _ in told] == [logging.ERROR] * 2
    assert "64 are allowed" in told[0][1]
    assert "LimitNOFILE" in told[0][1]
    assert told[1][1] == "something else"


@pytest.fixture(scope="module")
def small_server(start_server):
    """A dashboard that may have few files open."""
    return start_server(limits=(FEW, FEW))


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(HALF_A_HEAD, id="half a head"),
        pytest.param(HALF_A_FILE, id="half a file"),
    ],
)
def test_idle_connections_keep_nobody_out(small_server, sent):
    with ExitStack() as stack:
        for _ in range(FEW + 6):
            idle = stack.enter_context(
                socket.create_connection(("127.0.0.1", small_server.port), timeout=60)
            )
            idle.sendall(sent)
        assert small_server.answers(timeout=30)
        with small_server.open() as websocket:
            assert small_server.run(websocket)
        assert small_server.answers(timeout=30)
    assert "Traceback" not in small_server.said()
    assert len(small_server.said()) < 20_000


def test_more_visitors_than_there_is_room_for_do_not_end_the_server(small_server):
    with ExitStack() as stack:
        refused = 0
        for _ in range(FEW):
            try:
                stack.enter_context(small_server.open())
            except (InvalidStatus, OSError):
                refused += 1
        assert refused
        assert small_server.answers(timeout=30)
    assert len(small_server.said()) < 20_000
    with small_server.open() as websocket:
        assert small_server.run(websocket)


def test_half_a_request_is_left_after_a_while(server):
    with socket.create_connection(("127.0.0.1", server.port), timeout=4 * HEAD_S) as idle:
        idle.sendall(HALF_A_HEAD)
        with suppress(ConnectionResetError):  # the other way to end a connection
            assert idle.recv(1) == b""


def test_connections_of_the_server_send_at_once():
    from dashboard.server.listening import open_socket  # noqa: PLC0415

    async def accept():
        with open_socket("127.0.0.1", 0) as bound:
            taken = asyncio.get_running_loop().create_future()
            listening = await asyncio.start_server(
                lambda _reader, writer: taken.set_result(writer), sock=bound
            )
            async with listening:
                _, client = await asyncio.open_connection(*bound.getsockname())
                writer = await taken
                own = writer.get_extra_info("socket")
                at_once = own.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
                for each in (client, writer):
                    each.close()
                    await each.wait_closed()
                return at_once

    assert asyncio.run(accept())
