"""Attacks on who may save: logins that were ended, look-alike addresses, tokens of many groups."""

import asyncio
import json
import random
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from http.cookiejar import CookieJar
from pathlib import Path
from socket import create_connection, socket
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, build_opener
from uuid import UUID

from attack_server import Server
from attacks import FAULTS, Attack, Variant, said
from streamlit.proto.BackMsg_pb2 import BackMsg
from visitor import VisitError, Visitor

from dashboard.store import open_store
from geocoding import GeocodingError

EDITORS = ("redaktor@example.org", "boss@example.org", "gross@example.org", "kinga@example.org")
EDITOR = EDITORS[0]
SETTINGS = """
[auth]
redirect_uri = "{address}/oauth2callback"
cookie_secret = "0123456789abcdef0123456789abcdef"
client_id = "mapa-praktyk"
client_secret = "sekret"
server_metadata_url = "{provider}/.well-known/openid-configuration"
"""
PROVIDER = """
import json, sys, warnings
warnings.simplefilter("ignore")
from oidc_provider_mock import User, app
people = json.loads(sys.argv[2])
known = [User(sub=sub, claims=claims) for sub, claims in people.items()]
app(user_claims=known).run(port=int(sys.argv[1]), debug=False)
"""
LIKE = {"k": "\u212a", "s": "\u017f", "ss": "ß", "i": "\u0131", "a": "\uff41", "o": "\u043e"}
"""Letters, and others that look like them or are folded to them."""

GROUPS = (80, 120, 200)
ADDRESS = "the address of the logout"
RESTART = "a new start of the server"
REVIEW = ("jakosc", "przeglad=150")


def look_alikes(dice: random.Random, count: int) -> list[str]:
    """Addresses that are none of the editors' own, but look like one, or are folded to one."""
    made = ["redaKtor@example.org".replace("K", "\u212a"), "boſſ@example.org", "groß@example.org"]
    for address in EDITORS:
        for letter, other in LIKE.items():
            if letter in address.partition("@")[0]:
                made.append(address.replace(letter, other, 1))
        name = address.partition("@")[0]
        made += [
            f"{name}@exam\u200bple.org",
            f"{name}@EXAMPLE.ORG\u0307",
            f"{name[0]}\u0301{name[1:]}@example.org",
            f"{name}@example.org\u3002",
            f"{name}@example.org@evil.example",
            "".join(chr(ord(each) + 0xFEE0) for each in name) + "@example.org",
        ]
    further = [each for each in made[3:] if each not in EDITORS]
    return [*made[:3], *dice.sample(further, min(max(count - 3, 0), len(further)))]


def people() -> dict[str, dict[str, object]]:
    """The claims of everybody whom the provider knows, by their names there."""
    dice = random.Random(0)  # noqa: S311  no secret: the same groups every time
    known = {"editor": {"email": EDITOR, "email_verified": True}}
    for number in GROUPS:
        groups = [str(UUID(int=dice.getrandbits(128))) for _ in range(number)]
        known[f"groups-{number}"] = {**known["editor"], "groups": groups}
    for at, address in enumerate(look_alikes(random.Random(0), 99)):  # noqa: S311  all of them
        known[f"like-{at}"] = {"email": address, "email_verified": True}
    return known


@contextmanager
def provider() -> Iterator[str]:
    """The address of an identity provider on this machine."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", PROVIDER, str(port), json.dumps(people())]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            deadline = time.monotonic() + 60
            while time.monotonic() < deadline and process.poll() is None:
                with suppress(OSError):
                    create_connection(("127.0.0.1", port), timeout=5).close()
                    break
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()


def options_of(folder: Path) -> list[str]:
    """The options of a server for named editors."""
    settings, editors = folder / "login.toml", folder / "editors.txt"
    return ["--edit", "--login", str(settings), "--editors", str(editors)]


def write_settings(folder: Path, address: str, provider_address: str) -> None:
    """Write down where people log in, and who may save."""
    text = SETTINGS.format(address=address, provider=provider_address)
    (folder / "login.toml").write_text(text, encoding="utf-8")
    (folder / "editors.txt").write_text("\n".join(EDITORS), encoding="utf-8")


async def logged_in(server: Server, who: str) -> CookieJar:
    """The cookies of a browser in which somebody has pressed 'Zaloguj' and chosen a name."""
    async with Visitor(server.address) as visitor:
        await visitor.open()
        await visitor.press("login")
        way = urljoin(server.address, visitor.redirect)
    await asyncio.to_thread(_choose, way, who, visitor.http.cookies)
    return visitor.http.cookies


def _choose(way: str, who: str, cookies: CookieJar) -> None:
    """Go to the provider and choose a name there."""
    opener = build_opener(HTTPCookieProcessor(cookies))
    with opener.open(way, timeout=30) as form:
        opener.open(form.url, data=urlencode({"sub": who}).encode(), timeout=30).close()


async def try_to_save(server: Server, visitor: Visitor, reason: str) -> bool:
    """Correct a position; whether that was saved with the table."""
    await visitor.put("review-lat", double_value=49.9 + random.random() / 10)  # noqa: S311  another
    precisions = visitor.elements["review-precision"][0].selectbox.options
    await visitor.write("review-precision", precisions[0])
    await visitor.write("review-reason", reason)
    with suppress(VisitError):
        await visitor.press("review-put")
    with suppress(GeocodingError):  # where it cannot be read back, all pages say so
        saved = open_store(str(server.table)).corrections()
        return any(reason in each.reason for each in saved)
    return False


async def _saves(server: Server, cookies: CookieJar, reason: str) -> bool:
    """Whether a new visit with the cookies saves a correction."""
    async with Visitor(server.address, cookies=cookies) as visitor:
        await visitor.open(*REVIEW)
        return await try_to_save(server, visitor, reason)


def ended_logins(dice: random.Random, count: int) -> list[Variant]:
    """A login that was ended in one window, and is tried again after all that may revive it."""
    further = ["a copied cookie", RESTART, "another window", ADDRESS]
    chosen = ["clear_cache", *dice.sample(further, min(max(count - 1, 0), len(further)))]
    return [
        Variant(name=name, bring=_after_logout(name), restarts=name == RESTART) for name in chosen
    ]


def _after_logout(means: str) -> Callable[[Server], Awaitable[str]]:
    async def bring(server: Server) -> str:
        cookies = await logged_in(server, "editor")
        reason = f"{means} {random.random()}"  # noqa: S311  told from the others
        other = Visitor(server.address, cookies=cookies)
        async with other:
            await other.open(*REVIEW)
            if not await try_to_save(server, other, reason[::-1]):
                return "the editor cannot save at all"
            copied = _copy(cookies)
            if means == ADDRESS:
                is_out = await _follow_logout(server, cookies)
                is_saved = is_out and await try_to_save(server, other, reason)
                return "saved in another window after the logout" if is_saved else ""
            await _log_out(server, cookies)
            if means == "clear_cache":
                await _clear_cache(server)
            if means == "another window":
                is_saved = await try_to_save(server, other, reason)
            else:
                if means == RESTART:
                    await asyncio.to_thread(server.end)
                    await asyncio.to_thread(server.ensure)
                is_saved = await _saves(server, copied, reason)
        return "saved after the logout" if is_saved else ""

    return bring


def _copy(cookies: CookieJar) -> CookieJar:
    """The same cookies in another browser."""
    made = CookieJar()
    for each in cookies:
        made.set_cookie(each)
    return made


async def _log_out(server: Server, cookies: CookieJar) -> None:
    """Press 'Wyloguj' in a window of its own."""
    with suppress(VisitError, OSError):
        async with Visitor(server.address, cookies=cookies, answer_s=10) as visitor:
            await visitor.open()
            await visitor.press("logout")
            if visitor.redirect:
                opener = build_opener(HTTPCookieProcessor(cookies))
                way = urljoin(server.address, visitor.redirect)
                await asyncio.to_thread(lambda: opener.open(way, timeout=10).close())


async def _follow_logout(server: Server, cookies: CookieJar) -> bool:
    """Follow a link to the address of the logout; whether the browser is logged out then."""
    opener = build_opener(HTTPCookieProcessor(cookies))
    with suppress(OSError):
        way = f"{server.address}/auth/logout"
        await asyncio.to_thread(lambda: opener.open(way, timeout=10).close())
    return not any(each.name.startswith("_streamlit_user") for each in cookies)


async def _clear_cache(server: Server) -> None:
    """Say 'clear the cache', as anybody can who has not logged in."""
    with suppress(*FAULTS):
        async with Visitor(server.address, answer_s=10) as nobody:
            await nobody.open()
            await nobody.send(BackMsg(clear_cache=True))
            await nobody.open()


def lookalike_logins(dice: random.Random, count: int) -> list[Variant]:
    """People whose verified addresses look like editors' ones."""
    names = {claims["email"]: sub for sub, claims in people().items() if sub.startswith("like-")}
    return [
        Variant(name=f"{address!a}", bring=_as_lookalike(names[address]))
        for address in look_alikes(dice, count)
    ]


def _as_lookalike(sub: str) -> Callable[[Server], Awaitable[str]]:
    async def bring(server: Server) -> str:
        try:
            cookies = await logged_in(server, sub)
        except HTTPError as error:  # not let in at all
            return "" if error.code < 500 else f"the login: {error}"
        is_saved = await _saves(server, cookies, f"{sub} {random.random()}")  # noqa: S311  told apart
        return "saved as a named editor" if is_saved else ""

    return bring


def many_groups(_dice: random.Random, _count: int) -> list[Variant]:
    """Identity tokens that name many groups."""
    return [Variant(name=f"{number} groups", bring=_with_groups(number)) for number in GROUPS]


def _with_groups(number: int) -> Callable[[Server], Awaitable[str]]:
    async def bring(server: Server) -> str:
        cookies = await logged_in(server, f"groups-{number}")
        async with Visitor(server.address, cookies=cookies, answer_s=20) as visitor:
            await visitor.open()
            return "" if EDITOR in said(visitor) else "the page does not know the login"

    return bring


LOGINS = [
    Attack(
        mark="C1",
        name="a login that was ended",
        must="nothing is saved with it any more",
        server="login",
        make=ended_logins,
    ),
    Attack(
        mark="C2",
        name="addresses that look like an editor's",
        must="nothing is saved",
        server="login",
        make=lookalike_logins,
    ),
    Attack(
        mark="B10",
        name="identity tokens with many groups",
        must="the page, with the login",
        server="login",
        make=many_groups,
    ),
]
