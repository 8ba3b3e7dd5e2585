"""A visitor without a browser: speaks Streamlit's own protocol over a websocket.

Twenty-five browsers do not fit on the machine that serves them; what reaches the server from
these visitors is what a browser would send. Widgets are named by the key that the dashboard
gives them, the map as 'map'.
"""

import asyncio
import json
import time
import uuid
from contextlib import suppress
from http.cookiejar import CookieJar
from types import TracebackType
from typing import Self
from urllib.request import Request

from requests_of_browser import Requests
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import FileURLs
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

ANSWER_S = 120
"""A run that takes longer counts as an error."""

MAP = "practices-map.js"
"""The script of the map whose marks the server waits for."""

WORDS = {
    "html": "body",
    "markdown": "body",
    "alert": "body",
    "heading": "body",
    "code": "code_text",
}
"""The elements without a key that hold what a page says, with the names of their texts."""

FINISHED = (
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
)


class VisitError(Exception):
    """The server did not do what it was asked for."""


class Visitor:
    """One visit, from `async with` to its end.

    Attributes:
        elements: What the page holds, by the widget's key, each with its fragment's id.
        words: What the page says, text by text, in the order in which it came.
        http: The requests of the browser, with its cookies.
        answer_s: Seconds after which a run counts as an error.
        pages: The scripts' ids by the last part of the pages' addresses.
        query: The address's parameters.
        session: Streamlit's id of the visit.
        redirect: Where the server last sent the browser to log in or out.
        received_bytes: What the server has sent so far.
        finished: How many runs of a script have come to their end.
    """

    def __init__(
        self,
        address: str,
        *,
        cookies: CookieJar | None = None,
        answer_s: float = ANSWER_S,
        visit: str = "",
        loads: bool = True,
    ) -> None:
        """Visit the server at an address, 'http://127.0.0.1:8501'.

        Args:
            address: Without a path.
            cookies: Those that the browser has already; none where it is new.
            answer_s: Seconds after which a run counts as an error.
            visit: Id of the visit to go on with; empty for a new one.
            loads: Whether the page is loaded first, as browsers do.
        """
        self._visit, self._loads = visit, loads
        self.address = address
        self.answer_s = answer_s
        self.http = Requests(address, cookies, answer_s)
        self.elements: dict[str, tuple[Element, str]] = {}
        self.words: list[str] = []
        self.pages: dict[str, str] = {}
        self.query = ""
        self.session = ""
        self.redirect = ""
        self.received_bytes = 0
        self.finished = 0
        self._page = self._path = ""
        self._drew = False
        self._files: list[FileURLs] = []
        self._news = asyncio.Event()
        self._fault: Exception | None = None

    async def __aenter__(self) -> Self:
        """Load the page and connect, as a browser does; what it shows comes with `open`."""
        if self._loads:
            await asyncio.to_thread(self.http.load)
        stream = f"{self.address.replace('http', 'ws', 1)}/_stcore/stream"
        self._socket: ClientConnection = await connect(
            stream,
            subprotocols=["streamlit", self.http.token(), *filter(None, [self._visit])],
            max_size=None,
            ping_interval=None,  # a browser sends none
            origin=self.address,
            additional_headers=self.http.cookie_header(),
        )
        self._reader = asyncio.create_task(self._read())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave."""
        await self._socket.close()
        self._reader.cancel()
        with suppress(asyncio.CancelledError):
            await self._reader

    async def send(self, message: BackMsg | bytes | str) -> None:
        """Send any message, and wait for nothing."""
        is_message = isinstance(message, BackMsg)
        await self._socket.send(message.SerializeToString() if is_message else message)

    async def open(self, path: str = "", query: str | None = None) -> float:
        """Open a page by the last part of its address; the seconds that it took."""
        self._page, self._path = self.pages.get(path, ""), path
        if query is not None:
            self.query = query
        return await self._run()

    async def put(self, key: str, *, trigger: bool = False, **value: object) -> float:
        """Give a widget a value of the named kind; the seconds until the page is as it says.

        Args:
            key: The widget's key.
            trigger: Whether it is one of a component's events.
            value: The value by the name of its kind in Streamlit's protocol.
        """
        if key not in self.elements:
            raise VisitError(f"there is no widget {key!r} on the page")
        element, fragment = self.elements[key]
        named = getattr(element, str(element.WhichOneof("type"))).id
        state = WidgetState(id=f"$$STREAMLIT_INTERNAL_KEY_{named}__events" if trigger else named)
        for kind, content in value.items():
            if kind == "string_array_value":
                state.string_array_value.data.extend(content)
            elif kind == "file_uploader_state_value":
                state.file_uploader_state_value.CopyFrom(content)
            else:
                setattr(state, kind, content)
        return await self._run([state], fragment)

    async def choose(self, key: str, values: list[str]) -> float:
        """Choose values of a list of which several may be chosen."""
        return await self.put(key, string_array_value=values)

    async def write(self, key: str, text: str) -> float:
        """Write into a field."""
        return await self.put(key, string_value=text)

    async def press(self, key: str) -> float:
        """Press a button."""
        return await self.put(key, trigger_value=True)

    async def click(self, key: str, event: str, value: object) -> float:
        """Send an event of one of our own elements."""
        payload = json.dumps([{"event": event, "value": value}])
        return await self.put(key, trigger=True, json_trigger_value=payload)

    async def upload(self, key: str, name: str, content: bytes) -> float:
        """Put a file into the field for files; the seconds from there to the page that shows it."""
        urls = await self.ask_for_place(name)
        start = time.perf_counter()
        await asyncio.to_thread(self.http.put, urls.upload_url, name, content)
        state = WidgetState().file_uploader_state_value
        state.uploaded_file_info.add(
            name=name, size=len(content), file_id=urls.file_id, file_urls=urls
        )
        await self.put(key, file_uploader_state_value=state)
        return time.perf_counter() - start

    async def ask_for_place(self, name: str) -> FileURLs:
        """Where the server takes a file."""
        self._files.clear()
        asked = BackMsg()
        asked.file_urls_request.request_id = uuid.uuid4().hex
        asked.file_urls_request.session_id = self.session
        asked.file_urls_request.file_names.append(name)
        await self.send(asked)
        await self._until(lambda: bool(self._files))
        return self._files[0]

    async def fetch(self, path: str) -> bytes:
        """A file that the server has for this visit."""
        return await asyncio.to_thread(lambda: self.http.ask(Request(self.address + path)))  # noqa: S310  http

    async def _run(self, states: list[WidgetState] | None = None, fragment: str = "") -> float:
        """Ask for a run of the script; the seconds until it has ended."""
        message = BackMsg()
        client = message.rerun_script
        client.query_string, client.page_script_hash = self.query, self._page
        client.page_name, client.fragment_id = "" if self._page else self._path, fragment
        client.widget_states.widgets.extend(states or [])
        before, start = self.finished, time.perf_counter()
        await self.send(message)
        await self._until(lambda: self.finished > before)
        return time.perf_counter() - start

    async def _until(self, holds: object) -> None:
        """Wait until something holds; raises what went wrong meanwhile."""
        async with asyncio.timeout(self.answer_s):
            while not holds():
                if self._fault:
                    raise self._fault
                self._news.clear()
                await self._news.wait()
        if self._fault:
            raise self._fault

    async def _read(self) -> None:
        """Take in what the server sends."""
        try:
            async for content in self._socket:
                self.received_bytes += len(content)
                message = ForwardMsg.FromString(content)
                self._take(message)
                self._news.set()
                element = message.delta.new_element
                if not self._drew and MAP in element.component_instance.json_args:
                    self._drew = True
                    await asyncio.to_thread(self._say_drawn)
        except Exception as error:  # noqa: BLE001  whoever waits for an answer raises it
            self._fault = error
        else:
            self._fault = self._fault or VisitError("the server closed the connection")
        self._news.set()

    def _say_drawn(self) -> None:
        """Say that the marks are there, as the map's script does when it has drawn the first."""
        self.http.ask(Request(f"{self.address}/marks-drawn", method="POST"))  # noqa: S310  http

    def _take(self, message: ForwardMsg) -> None:
        """Take in one message."""
        match message.WhichOneof("type"):
            case "new_session":
                self._take_begin(message)
            case "navigation":
                pages = message.navigation.app_pages
                self.pages = {page.url_pathname: page.page_script_hash for page in pages}
                self.pages[""] = next(page.page_script_hash for page in pages if page.is_default)
                self._page = message.navigation.page_script_hash  # else the next run turned to it
            case "page_info_changed":
                self.query = message.page_info_changed.query_string
            case "auth_redirect":
                self.redirect = message.auth_redirect.url
            case "file_urls_response":
                self._files.extend(message.file_urls_response.file_urls)
            case "delta":
                self._take_element(message.delta.new_element, message.delta.fragment_id)
            case "script_finished":
                self._take_end(message.script_finished)

    def _take_begin(self, message: ForwardMsg) -> None:
        self.session = message.new_session.initialize.session_id
        if not message.metadata.run.fragment_ids:  # the whole page comes anew
            self.elements.clear()
            self.words.clear()

    def _take_element(self, element: Element, fragment: str) -> None:
        kind = element.WhichOneof("type")
        if kind == "exception":
            self._fault = VisitError(f"{element.exception.type}: {element.exception.message}")
        if kind in WORDS:
            self.words.append(getattr(getattr(element, kind), WORDS[kind]))
        named = getattr(getattr(element, kind), "id", "") if kind else ""
        if named.startswith("$$"):
            key = "map" if kind == "component_instance" else named.split("-", 2)[-1]
            self.elements[key] = (element, fragment)

    def _take_end(self, status: int) -> None:
        if status in FINISHED:
            self.finished += 1
        elif status == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
            self._fault = VisitError("the script does not compile")
