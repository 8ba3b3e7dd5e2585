"""Websocket messages that mean harm: large, odd, empty, cut, and those for developers."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from contextlib import suppress

from attack_server import Server
from attacks import FAULTS, Attack, Bounds, Variant
from streamlit.proto.BackMsg_pb2 import BackMsg
from visitor import Visitor

CONTROL = ("clear_cache", "set_run_on_save", "load_git_info", "debug_disconnect_websocket",
           "debug_shutdown_runtime", "stop_script", "app_heartbeat")  # fmt: skip
"""Messages without content."""


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
        return await is_served(server)

    return bring


async def is_served(server: Server, within_s: float = 10.0) -> str:
    """Whether a new visitor gets the page; what is wrong, in words."""
    try:
        async with asyncio.timeout(within_s), Visitor(server.address, answer_s=within_s) as visitor:
            await visitor.open()
    except FAULTS as error:
        return f"a new visitor: {type(error).__name__} {str(error)[:60]}"
    return ""


MESSAGES = [
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
]
