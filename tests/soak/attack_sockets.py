"""Connections that mean harm: large messages, idle and half-sent ones, uploads that never come."""

import asyncio
import random
import uuid
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from http.cookiejar import CookieJar
from urllib.parse import urlsplit

from attack_server import Server
from attacks import FAULTS, Attack, Bounds, Variant
from streamlit.proto.BackMsg_pb2 import BackMsg
from visitor import Visitor

CONTROL = ("clear_cache", "set_run_on_save", "load_git_info", "debug_disconnect_websocket",
           "debug_shutdown_runtime", "stop_script", "app_heartbeat")  # fmt: skip
"""Messages without content."""

SOFT_LIMIT = 1024
"""Open files that a process may usually have at first."""

HEADS = {
    "silent": b"",
    "half a line": b"GET / HT",
    "half a head": b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: ",
    "half a body": b"POST /marks-drawn HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\n1",
    "kept alive": b"GET /_stcore/health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
}


def varint(number: int) -> bytes:
    """A number as protobuf writes it."""
    made = bytearray()
    while number > 127:
        made.append(number & 127 | 128)
        number >>= 7
    return bytes([*made, number])


def field(number: int, content: bytes) -> bytes:
    """A field of a protobuf message that holds bytes."""
    return varint(number << 3 | 2) + varint(len(content)) + content


def _number(descriptor: object, name: str) -> int:
    return descriptor.fields_by_name[name].number


def messages(size: int) -> dict[str, Callable[[], bytes]]:
    """Messages of about so many bytes, by what they are full of."""
    back = BackMsg.DESCRIPTOR
    client = back.fields_by_name["rerun_script"].message_type
    rerun, asked = _number(back, "rerun_script"), _number(back, "file_urls_request")
    names = back.fields_by_name["file_urls_request"].message_type
    hashes = field(_number(client, "cached_message_hashes"), b"a")
    states = client.fields_by_name["widget_states"].message_type
    state = field(_number(states, "widgets"), field(1, b"a"))
    name = field(_number(names, "file_names"), b"")
    return {
        "hashes": lambda: field(rerun, hashes * (size // len(hashes))),
        "widgets": lambda: field(
            rerun, field(_number(client, "widget_states"), state * (size // len(state)))
        ),
        "address": lambda: field(
            rerun, field(_number(client, "query_string"), b"p=1&" * (size // 4))
        ),
        "files to bring": lambda: field(asked, name * (size // len(name))),
        "zeros": lambda: bytes(size),
        "deep": lambda: _deep(min(size, 2_000_000)),
    }


def _deep(size: int) -> bytes:
    """An unknown field in an unknown field, and so on, as far as a group may go."""
    start, end = varint(1000 << 3 | 3), varint(1000 << 3 | 4)
    count = size // (len(start) + len(end))
    return start * count + end * count


def large_messages(dice: random.Random, count: int) -> list[Variant]:
    """Websocket messages of up to 190 MB."""
    made = [Variant(name="190 MB of hashes", bring=_say(messages(190_000_000)["hashes"]))]
    kinds = sorted(messages(0))
    for number in range(count - 1):
        kind = "files to bring" if not number else dice.choice(kinds)
        size = dice.choice((1, 5, 20, 60)) * 1_000_000
        if kind == "files to bring":
            size = 1_000_000
        bring = _say(messages(size)[kind])
        made.append(Variant(name=f"{size // 1_000_000} MB of {kind}", bring=bring))
    return made


def small_messages(dice: random.Random, count: int) -> list[Variant]:
    """Odd, empty and cut websocket messages; those that a browser sends to developers only."""
    whole = BackMsg(rerun_script={"query_string": "p=1"}).SerializeToString()
    contents: dict[str, bytes | str] = {
        "text": "hello",
        "empty": b"",
        "cut": whole[: dice.randint(1, len(whole) - 1)],
        "noise": dice.randbytes(dice.randint(10, 5_000)),
        "session of another": BackMsg(
            file_urls_request={"session_id": "a", "file_names": ["a"]}
        ).SerializeToString(),
    }
    contents |= {each: BackMsg(**{each: True}).SerializeToString() for each in CONTROL}
    names = ["text", "empty", *dice.sample(sorted(contents), min(count, len(contents)))]
    return [
        Variant(name=name, bring=_say(lambda name=name: contents[name], times=3))
        for name in dict.fromkeys(names)
    ]


def _say(make: Callable[[], bytes | str], *, times: int = 1) -> Callable[[Server], Awaitable[str]]:
    """Send a message; that the server closes the connection is an answer, too."""

    async def bring(server: Server) -> str:
        content = make()
        with suppress(*FAULTS):
            async with Visitor(server.address, answer_s=10) as visitor:
                await visitor.open()
                for _ in range(times):
                    await visitor.send(content)
                await visitor.open()
        return await _is_served(server)

    return bring


async def _is_served(server: Server, within_s: float = 10.0) -> str:
    """Whether a new visitor gets the page; what is wrong, in words."""
    try:
        async with asyncio.timeout(within_s), Visitor(server.address, answer_s=within_s) as visitor:
            await visitor.open()
    except FAULTS as error:
        return f"a new visitor: {type(error).__name__} {str(error)[:60]}"
    return ""


async def _hold(stack: AsyncExitStack, server: Server, head: bytes) -> bool:
    """Open a connection, send a head, and leave it open; whether that went."""
    parts = urlsplit(server.address)
    try:
        async with asyncio.timeout(5):
            _, writer = await asyncio.open_connection(parts.hostname, parts.port)
            stack.callback(writer.close)
            writer.write(head)
            await writer.drain()
    except (OSError, TimeoutError):
        return False
    return True


def idle(dice: random.Random, count: int) -> list[Variant]:
    """Connections that say nothing, or half of what they mean to, for a while."""
    names = ["silent", "half a head", *dice.sample(sorted(HEADS), len(HEADS))]
    return [
        Variant(name=f"{number} connections, {name}", bring=_keep(HEADS[name], number))
        for name in list(dict.fromkeys(names))[:count]
        for number in [dice.randint(1_050, 1_300)]
    ]


def _keep(head: bytes, number: int) -> Callable[[Server], Awaitable[str]]:
    async def bring(server: Server) -> str:
        async with AsyncExitStack() as stack:
            for _ in range(0, number, 50):
                await asyncio.gather(*(_hold(stack, server, head) for _ in range(50)))
            await asyncio.sleep(2)
            return await _is_served(server)

    return bring


def uploads(dice: random.Random, count: int) -> list[Variant]:
    """Uploads that announce more than they send."""
    made = []
    for number in range(count):
        files = 10 if not number else dice.randint(10, 40)
        size = dice.choice((50, 20)) * 2**20 if number else 50 * 2**20
        leaves = number % 2 == 1
        made.append(
            Variant(
                name=f"{files} of {size >> 20} MB" + (", visit left" if leaves else ""),
                bring=_announce(files, size, leaves=leaves),
            )
        )
    return made


def _announce(files: int, size: int, *, leaves: bool) -> Callable[[Server], Awaitable[str]]:
    async def bring(server: Server) -> str:
        async with AsyncExitStack() as stack:
            visitor = Visitor(server.address)
            async with visitor:
                await visitor.open("dodaj")
                for _ in range(files):
                    place = await visitor.ask_for_place("a.csv")
                    await _hold(stack, server, _upload_head(visitor, place.upload_url, size))
                if not leaves:
                    return await _can_bring(server)
            return await _can_bring(server)

    return bring


def _upload_head(visitor: Visitor, path: str, size: int) -> bytes:
    """The head of an upload, and the first bytes of its body."""
    mark = uuid.uuid4().hex
    headers = {
        "Host": urlsplit(visitor.address).netloc,
        "Content-Type": f"multipart/form-data; boundary={mark}",
        "Content-Length": str(size),
        "X-Xsrftoken": visitor.token(),
        **visitor.cookie_header(),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"PUT {path} HTTP/1.1\r\n{lines}\r\n--{mark}\r\n".encode()


async def _can_bring(server: Server, within_s: float = 30.0) -> str:
    """Whether another visitor can bring a small table within that time; what is wrong, in words."""
    fault = ""
    for _ in range(int(within_s // 5)):
        try:
            async with asyncio.timeout(within_s), Visitor(server.address) as visitor:
                await visitor.open("dodaj")
                await visitor.upload("add-files", "t.csv", b"title;locality\nT;Bochnia\n")
        except FAULTS as error:
            fault = f"another visitor's file: {type(error).__name__} {str(error)[:60]}"
            await asyncio.sleep(5)
        else:
            return ""
    return fault


def odd_requests(dice: random.Random, count: int) -> list[Variant]:
    """Requests whose heads are not as they should be."""
    heads = {
        "Origin [bad": {"Origin": "http://[bad"},
        "Origin null": {"Origin": "null"},
        "Origin of another": {"Origin": "http://evil.example"},
        "Origin //": {"Origin": "//]["},
        "Host [bad": {"Host": "[bad"},
        "Cookie of 6 kB": {"Cookie": "a=" + "x" * 6_000},
    }
    names = ["Origin [bad", *dice.sample(sorted(heads), min(count, len(heads)))]
    return [Variant(name=name, bring=_ask(heads[name])) for name in dict.fromkeys(names)]


def _ask(headers: dict[str, str]) -> Callable[[Server], Awaitable[str]]:
    async def bring(server: Server) -> str:
        parts = urlsplit(server.address)
        given = {"Host": parts.netloc, "Upgrade": "websocket", "Connection": "Upgrade",
                 "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "eDR5eHl6eHl6eHl6eHl6eA==",
                 **headers}  # fmt: skip
        lines = "".join(f"{name}: {value}\r\n" for name, value in given.items())
        reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
        writer.write(f"GET /_stcore/stream HTTP/1.1\r\n{lines}\r\n".encode())
        status = (await asyncio.wait_for(reader.readline(), 10)).decode(errors="replace").strip()
        writer.close()
        is_foreign = "Origin" in headers or "Host" in headers
        if " 500 " in f"{status} ":
            return status
        return f"let in: {status}" if is_foreign and " 101" in status else await _is_served(server)

    return bring


def taken_over(_dice: random.Random, _count: int) -> list[Variant]:
    """A visit's id in the hands of another one, with and without the page's cookie."""
    return [
        Variant(name="another browser", bring=_take_over(loads=True)),
        Variant(name="no browser, no cookie", bring=_take_over(loads=False)),
    ]


def _take_over(*, loads: bool) -> Callable[[Server], Awaitable[str]]:
    title = f"Tajne {uuid.uuid4().hex[:6]}"

    async def bring(server: Server) -> str:
        async with Visitor(server.address) as owner:
            await owner.open("dodaj")
            await owner.upload("add-files", "t.csv", f"title;locality\n{title};Bochnia\n".encode())
            await owner.press("add-read")
            thief = Visitor(server.address, cookies=CookieJar(), visit=owner.session, loads=loads)
            seen: list[str] = []
            with suppress(*FAULTS):
                async with thief:
                    await thief.open("", "dane=wlasne")
                    seen = [*thief.words, *map(str, thief.elements.values())]
            logged = server.logged(0)
            if owner.session == thief.session or any(title in each for each in seen):
                return "another one has the visit"
            await owner.open("")  # raises where the visit is gone
            return "the log holds the visit's id" if owner.session in logged else ""

    return bring


SOCKETS = [
    Attack(
        mark="A7",
        name="large websocket messages",
        must="an answer or a closed connection; others served",
        server="open",
        make=large_messages,
        bounds=Bounds(seconds=15.0, wait_s=3.0),
    ),
    Attack(
        mark="D5",
        name="odd websocket messages",
        must="an answer or a closed connection, no trace in the log",
        server="open",
        make=small_messages,
    ),
    Attack(
        mark="D5",
        name="odd heads of requests",
        must="refused, no trace in the log",
        server="open",
        make=odd_requests,
    ),
    Attack(
        mark="A8",
        name="idle connections (soft limit 1024)",
        must="a new visitor gets in, no flood in the log",
        server="few files",
        make=idle,
        bounds=Bounds(seconds=30.0, memory_mib=300.0),
    ),
    Attack(
        mark="D6",
        name="uploads that are only announced",
        must="another one brings a file within 30 s",
        server="open",
        make=uploads,
        bounds=Bounds(seconds=45.0),
    ),
    Attack(
        mark="C3",
        name="a visit's id in other hands",
        must="nothing of the visit is shown, its id is not logged",
        server="open",
        make=taken_over,
    ),
]
