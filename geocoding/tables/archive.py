"""ZIP archives from outside, as packed workbooks are: opened only when they can do no harm.

Refused are: more files or bytes than the limits allow, a compression that only bombs have,
archives within archives, paths that lead out of the folder, links, and encrypted files.
"""

import io
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import Final

from geocoding.errors import TableFileError
from geocoding.files.zip_archives import DAMAGED_ZIP, is_encrypted
from geocoding.tables.limits import Limits

ARCHIVES: Final = frozenset({".7z", ".bz2", ".gz", ".rar", ".tar", ".tgz", ".xz", ".zip", ".zst"})
"""Endings of archives' names; only ZIP is read."""
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_SHOWN: Final = 100
"""Characters of a name that a message shows."""


@contextmanager
def open_archive(content: bytes, *, file: str, limits: Limits) -> Iterator[zipfile.ZipFile]:
    """Open an archive whose directory is harmless; for reading with `read_member`.

    Raises:
        TableFileError: It is no ZIP archive, or one of the rules above is broken.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check(archive.infolist(), file, limits)
            yield archive
    except DAMAGED_ZIP as error:
        raise TableFileError(file, rule="archive") from error


def read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, size: int) -> bytes:
    """Read a file in the archive, up to a number of bytes."""
    with archive.open(member) as stream:
        return stream.read(size)


def _check(members: list[zipfile.ZipInfo], file: str, limits: Limits) -> None:
    """Refuse what breaks a rule, the whole before its parts."""
    most = limits.packed_files
    if len(members) > most:
        raise TableFileError(file, rule="files", limit=most)
    unpacked = sum(member.file_size for member in members)
    most = limits.unpacked_bytes
    if unpacked > most:
        raise TableFileError(file, rule="unpacked", limit=most)
    packed = max(1, sum(member.compress_size for member in members))
    is_worth_a_look = unpacked > limits.packed_ratio_from_bytes
    if is_worth_a_look and unpacked / packed > limits.packed_ratio:
        raise TableFileError(file, rule="bomb")
    for member in members:
        rule = _broken_rule(member)
        if rule:
            raise TableFileError(file, rule=rule, found=member.filename[:_SHOWN])


def _broken_rule(member: zipfile.ZipInfo) -> str:
    """Name the rule that a file in an archive breaks; empty where it is harmless."""
    path = PurePosixPath(member.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in member.filename:
        return "path"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "link"
    if is_encrypted(member):
        return "encrypted"
    if path.suffix.lower() in ARCHIVES:
        return "nested"
    is_readable = member.compress_type in _METHODS and member.header_offset >= 0
    return "" if is_readable else "archive"
