"""From settings to a geocoder of tables: who is asked, in which order."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
import pandas as pd

from geocoding.cache import AnswerCache, RememberingGeocoder, question_key
from geocoding.cascade.reverse import NEAREST_COLUMNS
from geocoding.chain import Chain
from geocoding.errors import ServiceNotAskedError
from geocoding.gazetteer.index import Gazetteer
from geocoding.locale import message
from geocoding.matches import AddressGeocoder, RowByRow, TableGeocoder, match_rows
from geocoding.model import Address, Match, Status
from geocoding.offline import GazetteerGeocoder
from geocoding.online.geocoder import OnlineGeocoder
from geocoding.online.rate_limiter import Limits, RateLimiter
from geocoding.online.services import SERVICES
from geocoding.overrides import Overridden, load_overrides
from geocoding.settings import CHAIN, Settings
from geocoding.stated_points import StatedPoints


@dataclass(frozen=True, slots=True)
class Assembled:
    """A geocoder of tables, and what explains its single answers.

    Attributes:
        tables: Answers a table.
        explain: What is known of one address, with candidates; asks no service.
        online: Whether a service is asked, so that rows take their time.
    """

    tables: TableGeocoder
    explain: Callable[[Address], Match | None]
    online: bool


class DryRunGeocoder:
    """Stands in the place of a service in a dry run: notes questions and asks none.

    Attributes:
        questions: What the service would have been asked, each once.
    """

    def __init__(self, geocoder: AddressGeocoder) -> None:
        """Make a stand-in with the name and version of the geocoder that is not asked."""
        self.name = geocoder.name
        self.version = geocoder.version
        self.questions: set[str] = set()

    def match(self, address: Address) -> Match:
        """Note the question.

        Raises:
            ServiceNotAskedError: Always.
        """
        self.questions.add(question_key(address, provider=self.name, version=self.version))
        raise ServiceNotAskedError(address.city)


class WithNearestAddress:
    """A geocoder of tables whose answers name the address that is nearest to each point."""

    def __init__(self, geocoder: TableGeocoder, gazetteer: GazetteerGeocoder) -> None:
        """Make a geocoder over another one; the gazetteer's knows the addresses."""
        self._geocoder = geocoder
        self._gazetteer = gazetteer

    def match_table(self, addresses: pd.DataFrame) -> pd.DataFrame:
        """Return one row of answers per row of addresses, index kept, with NEAREST_COLUMNS."""
        answers = self._geocoder.match_table(addresses)
        lat, lon = (answers[name].to_numpy(dtype=np.float64) for name in ("lat", "lon"))
        nearest = self._gazetteer.nearest_addresses(lat, lon).set_index(answers.index)
        return answers.assign(**{name: nearest[name] for name in NEAREST_COLUMNS})


class HeadGeocoder:
    """A geocoder that answers the first rows of a table; the others are skipped."""

    def __init__(self, geocoder: TableGeocoder, rows: int) -> None:
        """Make a geocoder over another one that stops after some rows."""
        self._geocoder = geocoder
        self._left = rows

    def match_table(self, addresses: pd.DataFrame) -> pd.DataFrame:
        """Return one row of answers per row of addresses, index kept.

        `skipped` beyond the limit.
        """
        first, others = addresses.iloc[: self._left], addresses.iloc[self._left :]
        self._left -= len(first)
        skipped = Match(status=Status.SKIPPED, error=message("row-beyond-limit"))
        parts = [match_rows([skipped] * len(others), index=others.index)] if len(others) else []
        if len(first) or not parts:
            parts.insert(0, self._geocoder.match_table(first))
        return pd.concat(parts) if len(parts) > 1 else parts[0]


def service_geocoder(settings: Settings) -> AddressGeocoder | None:
    """Return the geocoder that asks the service of the settings; None where none is asked.

    Raises:
        SettingsError: The server's address cannot be one.
    """
    if not settings.asks:
        return None
    entry = SERVICES[settings.asks]
    service = entry.make(
        server=settings.server or entry.server,
        user_agent=settings.user_agent,
        timeout_s=settings.timeout_s,
    )
    limits = Limits(interval_s=settings.interval_s, attempts=settings.attempts)
    return OnlineGeocoder(service, RateLimiter(limits))


def assemble(
    settings: Settings, service: AddressGeocoder | None, cache: AnswerCache | None
) -> Assembled:
    """Return the geocoder of the settings: overrides, then the gazetteer, a service, or both.

    Raises:
        GazetteerError: The gazetteer is missing or damaged.
        TableError: The overrides are not as they should be.
    """
    if service is None or cache is None:
        gazetteer = GazetteerGeocoder()
        tables = _with_given_points(gazetteer, settings, gazetteer)
        return Assembled(tables, gazetteer.match, online=False)
    remembering = RememberingGeocoder(
        service, cache, retry=settings.retry, keep_errors_s=settings.keep_errors_s
    )
    by_service = RowByRow(remembering, workers=settings.workers)
    if settings.geocoder != CHAIN:
        tables = _with_given_points(by_service, settings)
        return Assembled(tables, remembering.recall, online=True)
    gazetteer = GazetteerGeocoder()
    tables = _with_given_points(Chain(gazetteer, by_service), settings, gazetteer)
    return Assembled(tables, gazetteer.match, online=True)


def _with_given_points(
    geocoder: TableGeocoder, settings: Settings, gazetteer: GazetteerGeocoder | None = None
) -> TableGeocoder:
    """Return a geocoder before which go points that a table states, or that a person has set."""
    known = partial(getattr, gazetteer, "gazetteer") if gazetteer else Gazetteer.load
    stated = StatedPoints(geocoder, known, precision=settings.coordinates)
    overridden = Overridden(stated, load_overrides(settings.overrides))
    if not settings.reverse:
        return overridden
    return WithNearestAddress(overridden, gazetteer or GazetteerGeocoder())
