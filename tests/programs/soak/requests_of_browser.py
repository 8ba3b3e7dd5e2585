"""What a browser asks for over HTTP in one visit: the page, files, with the server's cookies."""

import uuid
from http.cookiejar import CookieJar
from urllib.request import HTTPCookieProcessor, Request, build_opener

XSRF = "_streamlit_xsrf"
"""The cookie that Streamlit compares with what the page says, against forged requests."""

NO_TOKEN = "PLACEHOLDER_AUTH_TOKEN"  # noqa: S105  what a browser says where it has no such cookie
PAGE_HEADERS = {
    "Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8",
    "Sec-Fetch-Dest": "document",
    "Sec-Fetch-Mode": "navigate",
    "Sec-Fetch-Site": "none",
}
"""What a browser says when it opens a page."""


class Requests:
    """The requests of one browser.

    Attributes:
        cookies: What the server has the browser send.
        opener: Sends them with each request, and follows redirects.
    """

    def __init__(self, address: str, cookies: CookieJar | None, answer_s: float) -> None:
        """Ask a server.

        Args:
            address: Its address, without a path.
            cookies: Those that the browser has already; None where it is new.
            answer_s: Seconds after which an answer counts as missing.
        """
        self._address, self._answer_s = address, answer_s
        self.cookies = CookieJar() if cookies is None else cookies
        self.opener = build_opener(HTTPCookieProcessor(self.cookies))

    def load(self, path: str = "/") -> None:
        """Load a page's document and what its script asks for first; the server sets cookies."""
        self.ask(Request(self._address + path, headers=PAGE_HEADERS))  # noqa: S310  http
        self.ask(Request(f"{self._address}/_stcore/health"))  # noqa: S310  http

    def cookie_header(self) -> dict[str, str]:
        """The header by which a browser sends the cookies; none where there are none."""
        request = Request(self._address)  # noqa: S310  http
        self.cookies.add_cookie_header(request)
        header = request.get_header("Cookie")
        return {"Cookie": header} if header else {}

    def put(self, path: str, name: str, content: bytes) -> None:
        """Send a file's content as a browser does, with the token against forged requests."""
        mark = uuid.uuid4().hex
        head = f'Content-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
        body = f"--{mark}\r\n{head}".encode() + content + f"\r\n--{mark}--\r\n".encode()
        headers = {
            "Content-Type": f"multipart/form-data; boundary={mark}",
            "X-Xsrftoken": self.token(),
        }
        self.ask(Request(self._address + path, data=body, headers=headers, method="PUT"))  # noqa: S310  http

    def token(self) -> str:
        """What the page says against forged requests."""
        found = (each.value for each in self.cookies if each.name == XSRF)
        return next(found, None) or NO_TOKEN

    def ask(self, request: Request) -> bytes:
        """The body of an answer; the cookies go with the request, and come with the answer."""
        with self.opener.open(request, timeout=self._answer_s) as answer:
            return answer.read()
