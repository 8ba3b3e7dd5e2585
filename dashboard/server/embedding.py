"""Which answers of the server a page of another site may show in a frame.

Only those of an embedded part, which has no filters' column and saves nothing, and the frames of
maps within it. All else stays in no page of another site, whatever the settings say.
"""

from collections.abc import Collection
from typing import Final
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.types import Scope

from dashboard import url

FRAME: Final = "/component/"
"""In the address of every file that the frame of a map loads, its document among them."""

_DOCUMENT: Final = "document"
"""What a browser says it asks for where a page is opened in a window of its own."""


class Embedding:
    """The sites that may embed, and the answers that they may show.

    Attributes:
        origins: The sites, each as scheme, host and port.
    """

    def __init__(self, origins: Collection[str] = (), base_path: str = "") -> None:
        """Take over the settings.

        Args:
            origins: As `embedding_origins` gives them.
            base_path: Prefix of the path of every page.
        """
        self.origins = tuple(origins)
        self._root = f"/{base_path.strip('/')}".rstrip("/")

    def allows(self, scope: Scope) -> bool:
        """Say whether the sites may show the answer to a request in a frame."""
        if not self.origins or scope["type"] != "http":
            return False
        return FRAME in scope["path"] or self._is_part(scope)

    def is_within_frame(self, scope: Scope) -> bool:
        """Say whether a page is asked for as an embedded part, and not in a window of its own.

        Browsers say so themselves where a page comes by https; of those that say nothing the
        address decides.
        """
        destination = Headers(scope=scope).get("sec-fetch-dest", "")
        return bool(self.origins) and self._is_part(scope) and destination != _DOCUMENT

    def _is_part(self, scope: Scope) -> bool:
        """Say whether an address is that of an embedded part of the map's page."""
        is_map = scope["path"].rstrip("/") == self._root
        query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
        return is_map and url.embedded_part(query) is not None
