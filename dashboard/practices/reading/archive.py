"""Archives from outside: opened only when nothing in them can do harm.

Refused are: more files or bytes than the limits allow, a compression that only bombs have,
archives within archives, paths that lead out of the folder, links, and encrypted files.
"""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import Final

from dashboard.errors import UploadError
from dashboard.practices.reading.limits import (
    MOST_FILES,
    MOST_RATIO,
    MOST_UNPACKED_BYTES,
    RATIO_MATTERS_BYTES,
)

ARCHIVES: Final = frozenset({".7z", ".bz2", ".gz", ".rar", ".tar", ".tgz", ".xz", ".zip", ".zst"})
"""Endings of archives' names; only ZIP is read."""
_DAMAGED: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError),
    UnicodeDecodeError,  # of a file's name
)
"""What reading an archive ends in whose bytes are not as they should be."""
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED: Final = 0x1


@contextmanager
def open_archive(content: bytes, *, file: str) -> Iterator[zipfile.ZipFile]:
    """The archive, once its directory is known to be harmless; for reading with `read_member`.

    Raises:
        UploadError: It is no ZIP archive, or one of the rules above is broken.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check(archive.infolist(), file)
            yield archive
    except _DAMAGED as error:
        reason = f"is no ZIP archive that can be read ({error})"
        raise UploadError(file, rule="archive", reason=reason) from error


def read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, size: int) -> bytes:
    """Read a file in the archive, up to a number of bytes."""
    with archive.open(member) as stream:
        return stream.read(size)


def _check(members: list[zipfile.ZipInfo], file: str) -> None:
    """Refuse what breaks a rule, the whole before its parts."""
    if len(members) > MOST_FILES:
        reason = f"holds {len(members)} files, more than {MOST_FILES}"
        raise UploadError(file, rule="files", limit=MOST_FILES, reason=reason)
    unpacked = sum(member.file_size for member in members)
    if unpacked > MOST_UNPACKED_BYTES:
        reason = f"holds more than {MOST_UNPACKED_BYTES} bytes"
        raise UploadError(file, rule="unpacked", limit=MOST_UNPACKED_BYTES, reason=reason)
    packed = max(1, sum(member.compress_size for member in members))
    if unpacked > RATIO_MATTERS_BYTES and unpacked / packed > MOST_RATIO:
        raise UploadError(file, rule="bomb", reason="is packed as only harmful archives are")
    for member in members:
        rule = _broken_rule(member)
        if rule:
            reason = f"holds {member.filename!r}, which breaks the rule {rule!r}"
            raise UploadError(file, rule=rule, reason=reason)


def _broken_rule(member: zipfile.ZipInfo) -> str:
    """The rule that a file in an archive breaks; empty where it is harmless."""
    path = PurePosixPath(member.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in member.filename:
        return "path"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "link"
    if member.flag_bits & _ENCRYPTED:
        return "encrypted"
    if path.suffix.lower() in ARCHIVES:
        return "nested"
    is_readable = member.compress_type in _METHODS and member.header_offset >= 0
    return "" if is_readable else "archive"
