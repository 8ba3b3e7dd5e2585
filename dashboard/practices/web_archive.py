"""Answers of a web server in WARC files (ISO 28500): bytes, status, headers, moment, checksum.

Each answer is a record of its own, packed by itself, so that a file grows by adding records to its
end. Programs that collect sites write the same format (`wget --warc-file`, browsers' add-ons).
"""

import datetime as dt
import gzip
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import SEEK_END, BytesIO
from pathlib import Path
from typing import Any, BinaryIO, Final

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

WARC_SUFFIXES: Final = (".warc", ".warc.gz")
MAX_ANSWER_BYTES: Final = 4 * 2**20
"""Bytes of one answer, unpacked, that are read; pages of the database have a hundredth of it."""
_VERSION: Final = "WARC/1.1"
REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
GONE: Final = frozenset({404, 410})
OK: Final = 200
NOT_MODIFIED: Final = 304
_END_OF_RECORD: Final = b"\r\n\r\n"
_BLOCK_BYTES: Final = 1 << 20
_STARTS: Final = (b"WARC/", b"\x1f\x8b")
_DAMAGED: Final = (
    *(ArchiveLoadFailed, EOFError, OSError, ValueError),
    AttributeError,  # warcio, where a record has no address
)
_OF_THE_TRANSFER: Final = frozenset(
    {"connection", "content-encoding", "content-length", "transfer-encoding"}
)
"""Headers about how a body was sent; the stored one is unpacked and in one piece."""


class ArchiveDamagedError(ValueError):
    """A WARC file that ends too early or holds something else; the message says where."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered to one request.

    Attributes:
        url: Address that was asked for.
        at: When, in UTC.
        status: HTTP status; 304 where the page had not changed since the answer before.
        headers: Names and values as they came.
        body: The bytes of the page, unpacked; empty for an unchanged one. Of an answer that is far
            larger than a page they end after MAX_ANSWER_BYTES + 1.
    """

    url: str
    at: dt.datetime
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""

    @property
    def is_page(self) -> bool:
        """Whether it brought a page."""
        return self.status == OK

    @property
    def is_redirect(self) -> bool:
        """Whether it names another address."""
        return self.status in REDIRECTS

    @property
    def is_gone(self) -> bool:
        """Whether there is nothing at the address, or no longer."""
        return self.status in GONE

    @property
    def is_unchanged(self) -> bool:
        """Whether the page is the one that was answered before."""
        return self.status == NOT_MODIFIED

    @property
    def sha256(self) -> str:
        """The checksum of its body, in hexadecimal figures."""
        return hashlib.sha256(self.body).hexdigest()

    def header(self, name: str) -> str:
        """Return the value of a header; empty where it did not come."""
        lower = name.lower()
        return next((value for each, value in self.headers if each.lower() == lower), "")


def packed(answer: Answer, *, before: Answer | None = None) -> bytes:
    """Return an answer as a record of a file NAME.warc.gz.

    Args:
        answer: The answer.
        before: The answer that it says has not changed, where its status is 304.
    """
    buffer = BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version=_VERSION)
    headers = [each for each in answer.headers if each[0].lower() not in _OF_THE_TRANSFER]
    http = StatusAndHeaders(f"{answer.status} -", headers, protocol="HTTP/1.1")
    date = {"WARC-Date": _written(answer.at)}
    if before is not None and answer.is_unchanged:
        record = writer.create_revisit_record(
            answer.url,
            f"sha256:{before.sha256}",
            before.url,
            _written(before.at),
            http_headers=http,
            warc_headers_dict=date,
        )
    else:
        date["WARC-Payload-Digest"] = f"sha256:{answer.sha256}"
        record = writer.create_warc_record(
            answer.url,
            "response",
            payload=BytesIO(answer.body),
            length=len(answer.body),
            http_headers=http,
            warc_headers_dict=date,
        )
    writer.write_record(record)
    return buffer.getvalue()


def answers_in(content: BinaryIO) -> Iterator[Answer]:
    """Yield the answers in an opened WARC file, the oldest first; records of other kinds are not.

    Raises:
        ArchiveDamagedError: A record is cut off, is no record, or does not have its checksum.
    """
    start = content.read(len(_STARTS[0]))
    content.seek(0)
    if start and not start.startswith(_STARTS):
        raise ArchiveDamagedError(f"is no WARC file, it begins with {start!r}")
    try:
        for record in ArchiveIterator(content):
            if record.rec_type in {"response", "revisit"} and record.http_headers is not None:
                yield _answer(record)
        _require_end(content)
    except _DAMAGED as error:
        raise ArchiveDamagedError(f"a record that cannot be read ({error})") from error


def _require_end(content: BinaryIO) -> None:
    """Refuse a file that was cut off; warcio takes a cut within a record's first lines as the end.

    Raises:
        EOFError: It does not end as a WARC file does.
        OSError: What follows the last record is none.
    """
    content.seek(0)
    if content.read(len(_STARTS[1])) == _STARTS[1]:
        content.seek(0)
        with gzip.GzipFile(fileobj=content) as unpacked:
            while unpacked.read(_BLOCK_BYTES):
                pass
        return
    end = max(0, content.seek(0, SEEK_END) - len(_END_OF_RECORD))
    content.seek(end)
    if content.read() not in (b"", _END_OF_RECORD):
        raise EOFError("the last record is cut off")


def read_answers(file: Path) -> tuple[Answer, ...]:
    """Return the answers in a WARC file, the oldest first.

    Raises:
        ArchiveDamagedError: A record cannot be read.
        OSError: The file cannot be opened.
    """
    with file.open("rb") as opened:
        return tuple(answers_in(opened))


def is_archive(name: str) -> bool:
    """Say whether a file is a WARC file by its name."""
    return name.lower().endswith(WARC_SUFFIXES)


def _answer(record: Any) -> Answer:  # noqa: ANN401  warcio has no types
    """Return the answer in a record.

    Raises:
        ValueError: It states no moment, or does not have its checksum.
    """
    body = record.content_stream().read(MAX_ANSWER_BYTES + 1)
    headers = record.rec_headers
    answer = Answer(
        url=headers.get_header("WARC-Target-URI"),
        at=dt.datetime.fromisoformat(headers.get_header("WARC-Date") or ""),
        status=int(record.http_headers.get_statuscode()),
        headers=tuple(record.http_headers.headers),
        body=body,
    )
    digest = str(headers.get_header("WARC-Payload-Digest") or "")
    is_ours = record.rec_type == "response" and digest.startswith("sha256:")
    is_as_sent = len(body) <= MAX_ANSWER_BYTES and not answer.header("Content-Encoding")
    if is_ours and is_as_sent and digest != f"sha256:{answer.sha256}":
        raise ValueError(f"the checksum of {answer.url} is not that of its bytes")
    return answer


def _written(moment: dt.datetime) -> str:
    """Return a moment as WARC writes it: '2026-11-30T16:00:00.000000Z'."""
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
