"""A file of settings in TOML that an option names: read and checked, with every fault named."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError

from dashboard.errors import SettingsError
from dashboard.locale import message
from geocoding.locale import os_reason
from geocoding.locale.validation import refusal

_SHOWN: Final = 80
"""Characters of a wrong value that an error shows."""
_Settings = TypeVar("_Settings", bound=BaseModel)


def read_settings_file(path: Path, model: type[_Settings], *, option: str) -> _Settings:
    """Return what a file of settings says.

    Args:
        path: The file.
        model: What it may say.
        option: The option that names the file, for the message.

    Raises:
        SettingsError: It cannot be read, is no TOML, or has an impossible value; the message lists
            every key that is at fault with its value and what was expected.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        words = {"path": str(path), "reason": os_reason(error), "option": option}
        raise SettingsError(message("settings-file-not-read", **words)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        words = {"path": str(path), "reason": str(error)}
        raise SettingsError(message("settings-file-no-toml", **words)) from error
    try:
        return model.model_validate(content)
    except ValidationError as error:
        faults = "\n".join(f"  {_fault(one)}" for one in error.errors())
        words = {"path": str(path), "option": option, "faults": faults}
        raise SettingsError(message("settings-file-faults", **words)) from error


def _fault(error: Mapping[str, Any]) -> str:
    """Return which key of a file is wrong, what it says, and what was expected."""
    key = ""
    for part in error["loc"]:
        key += f"[{part + 1}]" if isinstance(part, int) else f"{'.' if key else ''}{part}"
    is_absent = error["type"] in {"missing", "value_error"} and isinstance(error["input"], Mapping)
    if is_absent:
        return f"{key}: {refusal(error)}" if key else refusal(error)
    value = repr(error["input"])
    shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
    return message("settings-file-fault", key=key, value=shown, expected=refusal(error))
