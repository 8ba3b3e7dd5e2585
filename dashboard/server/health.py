"""Answers whether the server is alive (`/livez`) and whether it is ready for visitors (`/readyz`).

Programs ask these, not people: a proxy, an orchestrator, a monitor. Whoever asks learns no name of
a file, a database or a host.
"""

import asyncio
import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.errors import DashboardError, UnavailableError
from dashboard.ui.visit.data import table_state
from geocoding import GeocodingError

LIVE_PATH: Final = "livez"
READY_PATH: Final = "readyz"

PREPARING: Final = "the practices are being prepared"
SILENT: Final = "the store does not answer"
UNREADABLE: Final = "the practices cannot be read; `mapa-praktyk doctor` says why"

_WAIT_S: Final = 2.0
"""So long an answer waits for what is examined: less than probes wait for theirs."""
_VALID_S: Final = 1.0
"""So long a finding answers further requests, so that nobody burdens the store by asking."""


def table_fault() -> str:
    """Return why the practices cannot be shown now; empty where they can.

    The practices are prepared where they are not yet, which may take long.
    """
    try:
        return "" if table_state().is_answering else SILENT
    except UnavailableError:
        return SILENT
    except (DashboardError, GeocodingError):
        return UNREADABLE


class Readiness:
    """Whether the server can show the practices; however many ask, it is examined once."""

    def __init__(
        self,
        examine: Callable[[], str] = table_fault,
        *,
        wait_s: float = _WAIT_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Know nothing yet.

        Args:
            examine: Returns why the server is not ready, empty where it is; called in a thread.
            wait_s: Seconds that an answer waits for it.
            clock: Returns the time in seconds.
        """
        self._examine = examine
        self._wait_s = wait_s
        self._clock = clock
        self._examining: asyncio.Task[str] | None = None
        self._valid_until = 0.0

    async def fault(self) -> str:
        """Return why the server is not ready; empty where it is."""
        examining = self._examining
        if examining is None or (examining.done() and self._clock() >= self._valid_until):
            examining = self._examining = asyncio.create_task(self._examined())
        ended, _ = await asyncio.wait([examining], timeout=self._wait_s)
        return examining.result() if ended else PREPARING

    async def _examined(self) -> str:
        """Return what is found, and note until when it is valid."""
        try:
            return await run_in_threadpool(self._examine)
        finally:
            self._valid_until = self._clock() + _VALID_S


class HealthRoutes:
    """ASGI middleware that answers `/livez` and `/readyz`."""

    def __init__(
        self, app: ASGIApp, base_path: str = "", readiness: Readiness | None = None
    ) -> None:
        """Stand in front of an application.

        Args:
            app: What all else is passed on to.
            base_path: Prefix of the path of every page.
            readiness: Says whether the server is ready; None for that of the practices.
        """
        self._app = app
        before = base_path.strip("/")
        root = f"/{before}/" if before else "/"
        self._live, self._ready = f"{root}{LIVE_PATH}", f"{root}{READY_PATH}"
        self._readiness = readiness or Readiness()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a probe, or pass the request on."""
        if scope["type"] != "http" or scope["path"] not in (self._live, self._ready):
            await self._app(scope, receive, send)
            return
        if scope["method"] not in ("GET", "HEAD"):
            answer = _answer(HTTPStatus.METHOD_NOT_ALLOWED, "only GET", {"Allow": "GET, HEAD"})
        elif scope["path"] == self._live:
            answer = _answer(HTTPStatus.OK, "alive")
        elif fault := await self._readiness.fault():
            answer = _answer(HTTPStatus.SERVICE_UNAVAILABLE, fault, {"Retry-After": "5"})
        else:
            answer = _answer(HTTPStatus.OK, "ready")
        await answer(scope, receive, send)


def _answer(
    status: HTTPStatus, said: str, headers: dict[str, str] | None = None
) -> PlainTextResponse:
    """Return an answer that nobody may store."""
    return PlainTextResponse(f"{said}\n", status, {"Cache-Control": "no-store", **(headers or {})})
