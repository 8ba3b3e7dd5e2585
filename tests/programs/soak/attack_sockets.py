"""Connections that mean harm: idle and half-sent ones, uploads that never come, odd heads."""

import asyncio
import random
import uuid
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from http.cookiejar import CookieJar
from urllib.parse import urlsplit

from attack_messages import is_served
from attack_server import Server
from attacks import FAULTS, Attack, Bounds, Variant
from visitor import Visitor

SOFT_LIMIT = 1024
"""Open files that a process may usually have at first."""

HEADS = {
    "silent": b"",
    "half a line": b"GET / HT",
    "half a head": b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: ",
    "half a body": b"POST /marks-drawn HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\n1",
    "kept alive": b"GET /_stcore/health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
}


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
            return await is_served(server)

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
        "X-Xsrftoken": visitor.http.token(),
        **visitor.http.cookie_header(),
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
        return f"let in: {status}" if is_foreign and " 101" in status else await is_served(server)

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
