"""Answers that are kept: asked once, whichever run or process asks next.

The folder is an SQLite database that several processes may use at once. What is kept is
JSON; reading it never runs code that somebody else may have put there.
"""

import json
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from pickle import UnpicklingError
from typing import Any, Final

from diskcache_community import Cache, SafeDisk, Timeout

from geocoding.errors import CacheError, ServiceError, ServiceNotAskedError
from geocoding.locale import message
from geocoding.matches import AddressGeocoder, failed
from geocoding.model import Address, Candidate, Match, Point, Precision, Status
from geocoding.text import fold, full_street_name, read_postal_code


class Retry(StrEnum):
    """Which kept answers are asked for again."""

    NOTHING = "nothing"
    ERRORS = "errors"
    NO_MATCH = "no_match"
    ALL = "all"


_ASKED_AGAIN = {
    Retry.NOTHING: frozenset[Status](),
    Retry.ERRORS: frozenset({Status.ERROR}),
    Retry.NO_MATCH: frozenset({Status.ERROR, Status.NO_MATCH}),
    Retry.ALL: frozenset(Status),
}


_IN_THE_DATABASE: Final = 1 << 30  # bytes from which a value becomes a file of its own: never


@dataclass(frozen=True, slots=True)
class CachedAnswer:
    """A cached answer, and when it was given (seconds since 1970)."""

    match: Match
    given_at: float


class AnswerCache:
    """Answers by provider, version and question, in a folder."""

    def __init__(self, folder: Path) -> None:
        """Make the cache in a folder, which is made where it does not exist.

        Raises:
            CacheError: The folder cannot be used.
        """
        self._folder = folder
        with self._usable():
            self._cache = Cache(
                str(folder),
                disk=SafeDisk,
                disk_min_file_size=_IN_THE_DATABASE,
                eviction_policy="none",
                cull_limit=0,
            )

    def get(self, key: str) -> CachedAnswer | None:
        """Return the answer that is kept under a key.

        None where there is none, or none is readable.

        Raises:
            CacheError: The folder is damaged.
        """
        with self._usable():
            try:
                text = self._cache.get(key, retry=True)
            except UnpicklingError:  # not ours: we keep texts only
                return None
        return _read(text) if isinstance(text, str) else None

    def put(self, key: str, kept: CachedAnswer) -> None:
        """Store an answer under a key, in place of an older one.

        Raises:
            CacheError: The folder is damaged, full, or cannot be written.
        """
        with self._usable():
            self._cache.set(key, json.dumps(asdict(kept)), retry=True)

    def close(self) -> None:
        """Close the cache."""
        self._cache.close()

    @contextmanager
    def _usable(self) -> Iterator[None]:
        """Raise errors of the folder as our own."""
        try:
            yield
        except (OSError, sqlite3.Error, Timeout) as error:
            raise CacheError(
                message("cache-not-usable", folder=str(self._folder), error=str(error))
            ) from error


class RememberingGeocoder:
    """A geocoder that looks into the cache before it asks another one.

    It stands before the rate limiter of a service, so that cached answers come at once.
    """

    def __init__(
        self,
        geocoder: AddressGeocoder,
        cache: AnswerCache,
        *,
        retry: Retry = Retry.NOTHING,
        keep_errors_s: float = 3600.0,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Make a geocoder over another one and its kept answers.

        Args:
            geocoder: What is asked when nothing is kept.
            cache: Where answers are kept, also those that nothing was found.
            retry: Kept answers of before this run that are asked for again, once.
            keep_errors_s: Seconds for which a failed question is not asked again.
            clock: Seconds since 1970.
        """
        self.name = geocoder.name
        self.version = geocoder.version
        self._geocoder = geocoder
        self._cache = cache
        self._retry = retry
        self._keep_errors_s = keep_errors_s
        self._clock = clock
        self._started_at = clock()
        self._answered: set[str] = set()

    def match(self, address: Address) -> Match:
        """Return the answer that is kept, or a new one, which is kept from then on.

        Raises:
            ServiceNotAskedError: Nothing is kept, and the service was not asked.
        """
        key = question_key(address, provider=self.name, version=self.version)
        kept = self._cache.get(key)
        if kept is not None and not self._is_asked_again(key, kept):
            return kept.match
        try:
            match = self._geocoder.match(address)
        except ServiceNotAskedError:
            raise
        except ServiceError as error:
            match = failed(self.name, error)
        self._cache.put(key, CachedAnswer(match, self._clock()))
        self._answered.add(key)
        return match

    def recall(self, address: Address) -> Match | None:
        """Return the answer that is kept, however old; None where there is none."""
        kept = self._cache.get(question_key(address, provider=self.name, version=self.version))
        return kept.match if kept else None

    def _is_asked_again(self, key: str, kept: CachedAnswer) -> bool:
        """Say whether a kept answer does not count any more.

        One of a time to come was kept before the clock was set back: its age is not known.
        """
        now = self._clock()
        is_of_this_run = key in self._answered or self._started_at <= kept.given_at <= now
        if not is_of_this_run and kept.match.status in _ASKED_AGAIN[self._retry]:
            return True
        is_of_time_to_come = not is_of_this_run and kept.given_at > now
        is_expired = is_of_time_to_come or now - kept.given_at > self._keep_errors_s
        return kept.match.status is Status.ERROR and is_expired


def question_key(address: Address, *, provider: str, version: str) -> str:
    """Return one text for all spellings of a question to one version of a provider."""
    question = (
        fold(full_street_name(address.street)),
        fold(address.number).replace(" ", ""),
        fold(address.city),
        read_postal_code(address.postal_code),
        fold(address.county),
        fold(address.voivodeship),
        *filter(None, [fold(address.commune)]),  # keys of before communes were read stay the same
    )
    return json.dumps([provider, version, *question], ensure_ascii=False)


def _read(text: str) -> CachedAnswer | None:
    """Return a kept answer from its text; None where another version of the program wrote it."""
    try:
        kept = json.loads(text)
        return CachedAnswer(_read_match(kept["match"]), float(kept["given_at"]))
    except (KeyError, TypeError, ValueError):
        return None


def _read_match(stored: dict[str, Any]) -> Match:
    """Return a match from its dictionary."""
    candidates = tuple(
        Candidate(**{**candidate, "point": Point(**candidate["point"])})
        for candidate in stored["candidates"]
    )
    return Match(
        **{
            **stored,
            "status": Status(stored["status"]),
            "precision": Precision(stored["precision"]) if stored["precision"] else None,
            "point": Point(**stored["point"]) if stored["point"] else None,
            "candidates": candidates,
        }
    )
