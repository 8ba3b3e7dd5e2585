"""The settings of a run: from options, the environment or a file, in this order of precedence.

Environment: MAPA_PRAKTYK_ and a setting's name, as MAPA_PRAKTYK_SERVER. Files, in the folder
where the program is started: mapa-praktyk.toml, and [tool.mapa-praktyk] in pyproject.toml.
"""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Final, Self

from platformdirs import user_cache_path
from pydantic import AfterValidator, Field, ValidationError, model_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    PyprojectTomlConfigSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from geocoding.cache import Retry
from geocoding.errors import SettingsError
from geocoding.locale import message
from geocoding.locale.validation import refusal
from geocoding.model import Precision
from geocoding.online.services import SERVICES
from geocoding.resources import data_dir

PREFIX = "MAPA_PRAKTYK_"


OFFLINE: Final = "offline"
"""The geocoder that asks the gazetteer alone."""

CHAIN: Final = "chain"
"""The geocoder that asks the gazetteer, then a service."""

SERVICE_NAMES: Final = tuple(SERVICES)
"""Services that can be asked; the first is what a chain asks unless another is named."""

GEOCODER_NAMES: Final = (OFFLINE, *SERVICE_NAMES, CHAIN)
"""What can answer the addresses."""


def _one_of(names: tuple[str, ...]) -> AfterValidator:
    """Return a validator that refuses every text but some names."""

    def check(name: str) -> str:
        if name not in names:
            raise ValueError(message("value-none-of", bound=", ".join(names)))
        return name

    return AfterValidator(check)


class EngineName(StrEnum):
    """What a run is worked through by."""

    LOCAL = "local"
    DASK = "dask"


class Settings(BaseSettings):
    """The settings of a run.

    Attributes:
        geocoder: What answers the addresses.
        service: Which service a chain asks.
        server: Address of the service, with its scheme; UUG has one of its own.
        user_agent: Words by which the server's operator knows who asks.
        interval_s: Seconds from one request to the next.
        timeout_s: Seconds until a request counts as unanswered.
        attempts: Requests for one question, the first included.
        workers: Requests that may be under way at a time, none sooner than the interval allows.
        cache: Folder of the kept answers.
        keep_errors_s: Seconds for which a failed question is not asked again.
        retry: Kept answers that are asked for again.
        overrides: File of points that persons have set.
        reverse: Whether the nearest address of each stated point is looked for.
        coordinates: What a table's own coordinates stand for.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        extra="forbid",
        frozen=True,
        toml_file="mapa-praktyk.toml",
        pyproject_toml_table_header=("tool", "mapa-praktyk"),
    )

    geocoder: Annotated[str, _one_of(GEOCODER_NAMES)] = OFFLINE
    service: Annotated[str, _one_of(SERVICE_NAMES)] = SERVICE_NAMES[0]
    server: str = ""
    user_agent: str = ""
    interval_s: Annotated[float, Field(ge=0)] = 1.0
    timeout_s: Annotated[float, Field(gt=0)] = 10.0
    attempts: Annotated[int, Field(ge=1)] = 3
    workers: Annotated[int, Field(ge=1, le=32)] = 1
    cache: Path = user_cache_path("mapa-praktyk", appauthor=False) / "answers"
    keep_errors_s: Annotated[float, Field(ge=0)] = 3600.0
    retry: Retry = Retry.NOTHING
    overrides: Path = data_dir() / "overrides.csv"
    reverse: bool = False
    coordinates: Precision = Precision.BUILDING

    @property
    def asks(self) -> str:
        """Name of the service that is asked, empty where none is."""
        if self.geocoder == CHAIN:
            return self.service
        return self.geocoder if self.geocoder in SERVICES else ""

    @model_validator(mode="after")
    def _has_what_the_service_needs(self) -> Self:
        """Refuse to ask a server that nobody named."""
        is_known = bool(self.server and self.user_agent)
        if self.asks and SERVICES[self.asks].needs_server and not is_known:
            raise ValueError(message("service-needs-server", service=self.asks))
        return self

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003  # there is no such file
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003  # nor such a folder
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Return options, then the environment, then the two files."""
        return (
            init_settings,
            env_settings,
            TomlConfigSettingsSource(settings_cls),
            PyprojectTomlConfigSettingsSource(settings_cls),
        )


def load_settings(options: Mapping[str, Any]) -> Settings:
    """Return the settings of a run; options that are None are taken from elsewhere.

    Raises:
        SettingsError: A setting is not known or has an impossible value.
    """
    given = {name: value for name, value in options.items() if value is not None}
    try:
        return Settings(**given)
    except ValidationError as error:
        problems = [f"{_where(one['loc'])}{refusal(one)}" for one in error.errors()]
        raise SettingsError("; ".join(problems)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(message("settings-not-read", error=str(error))) from error


def _where(place: tuple[int | str, ...]) -> str:
    """Return the name of the setting that is wrong, as it is written in each source."""
    if not place:
        return ""
    name = ".".join(map(str, place))
    return f"{name} (--{name.removesuffix('_s').replace('_', '-')}, {PREFIX}{name.upper()}): "
