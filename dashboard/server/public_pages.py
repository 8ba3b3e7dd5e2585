"""Answers with the accessibility statement and with the page about personal data.

They are pages of their own, without scripts: who cannot use the map can read them, and so can the
programs that look whether a public body has them.
"""

from typing import Final
from urllib.parse import parse_qs

from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard import url
from dashboard.locale import LANGUAGES, Language, texts_in
from dashboard.publishing.publisher import publisher
from dashboard.ui.visit.uploaded_data import LASTS_MINUTES
from dashboard.url import PRIVACY_PATH, STATEMENT_PATH, STATEMENT_SHORT_PATH
from dashboard.views.public_pages import privacy_html, statement_html

_NOT_ALLOWED: Final = 405


class PublicPages:
    """ASGI middleware with the pages that the law asks a public body for."""

    def __init__(self, app: ASGIApp, base_path: str = "", *, has_login: bool = False) -> None:
        """Stand in front of an application.

        Args:
            app: What all else is passed on to.
            base_path: Prefix of the path of every page.
            has_login: Whether people log in here.
        """
        self._app = app
        before = base_path.strip("/")
        self._root = f"/{before}/" if before else "/"
        self._has_login = has_login

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a page, or pass the request on."""
        page = self._asked(scope)
        if not page:
            await self._app(scope, receive, send)
            return
        if scope["method"] not in ("GET", "HEAD"):
            answer: Response = PlainTextResponse("only GET", _NOT_ALLOWED, {"Allow": "GET, HEAD"})
        else:
            query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
            asked = url.last(query, url.LANGUAGE)
            answer = self._answer(page, "en" if asked == "en" else LANGUAGES[0])
        await answer(scope, receive, send)

    def _asked(self, scope: Scope) -> str:
        """Return the path of the page that is asked for, behind the base path; empty for none."""
        if scope["type"] != "http" or not scope["path"].startswith(self._root):
            return ""
        page: str = scope["path"].removeprefix(self._root).rstrip("/")
        is_ours = page in (STATEMENT_PATH, STATEMENT_SHORT_PATH, PRIVACY_PATH)
        return page if is_ours else ""

    def _answer(self, page: str, language: Language) -> Response:
        """Return a page in a language."""
        texts, said = texts_in(language), publisher()
        if page == PRIVACY_PATH:
            content = privacy_html(
                said,
                texts,
                root=self._root,
                has_login=self._has_login,
                uploads_minutes=LASTS_MINUTES,
            )
        else:
            content = statement_html(said, texts, root=self._root)
        return HTMLResponse(content, headers={"Cache-Control": "no-cache"})
