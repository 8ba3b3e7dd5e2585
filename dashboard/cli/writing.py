"""Writing a practices table for a command, and saying plainly why it cannot be written."""

import os
from pathlib import Path

import pandas as pd

from dashboard.errors import SettingsError
from dashboard.practices import save_practices


def write_table(practices: pd.DataFrame, target: Path) -> None:
    """Write the practices in one step.

    Raises:
        PracticeDataError: The table breaks its schema; nothing was written.
        SettingsError: The table cannot be written; nothing was changed.
    """
    require_writable(target)
    try:
        save_practices(practices, target)
    except OSError as error:
        raise _not_writable(target, error.strerror or str(error)) from error


def require_writable(target: Path) -> None:
    """Say so before any work where the table cannot be replaced.

    Raises:
        SettingsError: There is no such folder, or no permission.
    """
    folder = target.parent
    if not folder.is_dir():
        raise _not_writable(target, "there is no such folder")
    if target.is_dir():
        raise _not_writable(target, "it is a folder")
    if not os.access(folder, os.W_OK) or (target.exists() and not os.access(target, os.W_OK)):
        raise _not_writable(target, "no permission")


def _not_writable(target: Path, reason: str) -> SettingsError:
    return SettingsError(
        f"{target}: the practices table cannot be written ({reason}); "
        "name another file with --output and show it with --data"
    )
