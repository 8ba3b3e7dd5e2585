"""The folder of a harvest: every answer in a WARC file of its page, and where the round stands.

    harvest.json                        the site, and when this round began and ended
    harvest-report.csv                  what the last run did, and what it passed over
    robots.warc.gz                      the site's rules
    lists/list-p1-3-p2-7.warc.gz        a list
    pages/art-000150-tab-1.warc.gz      one tab of an article: all answers, the latest at its end

A file is replaced as a whole, so what is in the folder is what was answered: whatever ends a run,
the next one reads the folder and goes on.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from dashboard.errors import HarvestError
from dashboard.locale import message
from dashboard.practices.web_archive import Answer, ArchiveDamagedError, packed, read_answers
from geocoding.files.atomic_write import means_no_room, replace_file
from geocoding.locale import os_reason

_STATE: Final = "harvest.json"
REPORT: Final = "harvest-report.csv"
_LOCK: Final = ".harvest.lock"
_SUFFIX: Final = ".warc.gz"
_DAMAGED_SUFFIX: Final = ".damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One time that all pages are asked for.

    Attributes:
        site: Scheme and host.
        started: When it began, in UTC.
        ended: When all was asked; None where it was broken off.
        failed: Pages that had no answer when it ended.
    """

    site: str
    started: datetime
    ended: datetime | None = None
    failed: int = 0


class HarvestFolder:
    """The files of a harvest.

    Attributes:
        path: The folder.
    """

    def __init__(self, path: Path) -> None:
        """Take a folder, which need not be there yet."""
        self.path = path

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Make the folder, and lock it for this run.

        Raises:
            HarvestError: Another run has it, or it cannot be written.
        """
        with self._writing():
            self.path.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.path / _LOCK, timeout=0)
            try:
                lock.acquire()
            except Timeout as error:
                raise HarvestError(message("harvest-locked", folder=str(self.path))) from error
        try:
            yield
        finally:
            lock.release()

    def answers(self, key: str) -> tuple[Answer, ...]:
        """Return the answers about a page, the oldest first; none where its file is damaged.

        Raises:
            HarvestError: The system does not read the file.
        """
        try:
            return read_answers(self._file(key))
        except (FileNotFoundError, ArchiveDamagedError):
            return ()
        except OSError as error:
            reason = os_reason(error)
            words = message("harvest-not-readable", file=str(self._file(key)), reason=reason)
            raise HarvestError(words) from error

    def add(self, key: str, answer: Answer, *, before: Answer | None = None) -> None:
        """Put an answer at the end of its page's file, in one step.

        Args:
            key: The page's key.
            answer: What was answered.
            before: The page that it says has not changed, where it says so.

        Raises:
            HarvestError: The file cannot be written; it is as it was.
        """
        file = self._file(key)
        with self._writing():
            file.parent.mkdir(parents=True, exist_ok=True)
            earlier = b""
            if file.exists():
                if self.answers(key):
                    earlier = file.read_bytes()
                else:
                    file.replace(file.with_name(file.name + _DAMAGED_SUFFIX))
            replace_file(file, earlier + packed(answer, before=before))

    def article_keys(self) -> list[str]:
        """Return the keys of all tabs of articles that were ever answered, in their order."""
        files = (self.path / "pages").glob(f"art-*{_SUFFIX}")
        return sorted(file.name.removesuffix(_SUFFIX) for file in files)

    def round(self) -> Round | None:
        """Return the last round; None where there was none.

        Raises:
            HarvestError: The file about it is not one of a harvest.
        """
        file = self.path / _STATE
        try:
            found = json.loads(file.read_text(encoding="utf-8"))
            ended = found["ended"]
            return Round(
                site=str(found["site"]),
                started=datetime.fromisoformat(found["started"]),
                ended=datetime.fromisoformat(ended) if ended else None,
                failed=int(found["failed"]),
            )
        except FileNotFoundError:
            return None
        except (OSError, ValueError, LookupError, TypeError) as error:
            raise HarvestError(message("harvest-no-state", file=str(file))) from error

    def write_round(self, state: Round) -> None:
        """Note where a round stands.

        Raises:
            HarvestError: It cannot be written.
        """
        with self._writing():
            text = json.dumps(asdict(state), default=datetime.isoformat, indent=2)
            replace_file(self.path / _STATE, text.encode())

    def write_report(self, content: bytes) -> Path:
        """Put the report of a run beside the pages, and return its path.

        Raises:
            HarvestError: It cannot be written.
        """
        file = self.path / REPORT
        with self._writing():
            replace_file(file, content)
        return file

    def _file(self, key: str) -> Path:
        """Return the file of a page."""
        part = {"art": "pages", "list": "lists"}.get(key.partition("-")[0], "")
        return self.path / part / f"{key}{_SUFFIX}"

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Raise what keeps files from being written as an error of the harvest."""
        try:
            yield
        except OSError as error:
            name = "harvest-no-room" if means_no_room(error) else "harvest-not-writable"
            words = message(name, folder=str(self.path), reason=os_reason(error))
            raise HarvestError(words) from error
