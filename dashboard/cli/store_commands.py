"""`mapa-praktyk edit`, `history`, `undo`, `backup`, `restore`, `migrate`: the store by command."""

import getpass
import os
import uuid
from pathlib import Path
from typing import Annotated, Final

import pandas as pd
import typer

from dashboard.cli import options
from dashboard.cli.language import Command
from dashboard.cli.terminal import say
from dashboard.errors import SettingsError, StoreError
from dashboard.locale import message
from dashboard.practices import save_practices
from dashboard.practices.demo import is_made_up
from dashboard.practices.edits import PRACTICE, Action, Edit, Signature
from dashboard.store.backup import backup, restore
from dashboard.store.opening import open_store
from dashboard.store.port import PracticeStore
from dashboard.store.sql_store import SqlStore
from dashboard.store.table_file import TableFile
from dashboard.store.upgrading import upgrade
from geocoding.files.atomic_write import means_no_room
from geocoding.locale import os_reason

_SHOWN: Final = 60
"""Characters of a value that the history shows."""

_DEEDS: Final = {
    Action.ADD: "edit-added",
    Action.REPLACE: "edit-updated",
    Action.REMOVE: "edit-removed",
}

Force = Annotated[
    bool,
    typer.Option("--force", help="help-force"),
]
Who = Annotated[
    str | None,
    typer.Option(metavar="metavar-name", show_default="help-who-default", help="help-who"),
]
Reason = Annotated[str, typer.Option(metavar="metavar-text", help="help-reason")]


def signature(*, who: str | None = None, reason: str = "", has_batch: bool = False) -> Signature:
    """Give the signature of whoever gives a command.

    Args:
        who: Who it is; None for the system's user.
        reason: Why.
        has_batch: Whether the command changes several things, which are undone together.
    """
    return Signature(
        who=who or _system_user(), reason=reason, batch=uuid.uuid4().hex[:12] if has_batch else ""
    )


def require_replaceable(store: PracticeStore, *, force: bool) -> None:
    """Refuse to replace practices that are not made up, unless it is wanted.

    Raises:
        SettingsError: There are some.
    """
    if force or not store.exists():
        return
    practices = store.load()
    if len(practices) and not is_made_up(practices):
        raise SettingsError(
            message("store-holds-practices", name=store.name, practices=str(len(practices)))
        )


def write_demo(practices: pd.DataFrame, target: PracticeStore, by: Signature) -> None:
    """Write made-up practices into a store, or into a table file, which is replaced in one step.

    Raises:
        SettingsError: The file cannot be written.
        StoreError: The store cannot be written.
    """
    if not isinstance(target, TableFile):
        target.save(practices, by)
        return
    try:
        save_practices(practices, target.path)
    except OSError as error:
        helps = message("make-room") if means_no_room(error) else ""
        raise SettingsError(
            message(
                "table-not-written",
                path=str(target.path),
                reason=os_reason(error),
                helps=helps,
            )
        ) from error


def edit_practice(  # noqa: PLR0913  one argument an option
    number: Annotated[int, typer.Argument(metavar="metavar-number", help="help-number")],
    field: Annotated[str, typer.Argument(metavar="metavar-field", help="help-field")],
    value: Annotated[str, typer.Argument(metavar="metavar-value", help="help-value")],
    *,
    reason: Reason,
    who: Who = None,
    data: options.Data = None,
) -> None:
    """Correct one field of a practice.

    The correction stays in force when the practice's page is imported again; `undo` takes it back.
    """
    store = _sql_store(data)
    edit = store.edit_field(number, field, value, signature(who=who, reason=reason))
    if edit is None:
        typer.echo(message("edit-same", number=str(number), field=field))
    else:
        typer.echo(_line(edit))


def show_history(
    *,
    practice: Annotated[
        int | None, typer.Option(metavar="metavar-number", help="help-of-practice")
    ] = None,
    count: Annotated[int, typer.Option(min=1, help="help-count")] = 20,
    data: options.Data = None,
) -> None:
    """List the latest changes: id, when, who, what, before and after, why."""
    for edit in _sql_store(data).latest_edits(number=practice, count=count):
        typer.echo(_line(edit))


def undo_edit(
    key: Annotated[str, typer.Argument(metavar="metavar-id", help="help-edit-id")],
    *,
    reason: Reason = "",
    who: Who = None,
    data: options.Data = None,
) -> None:
    """Undo a change, or all that one import changed, by a further change."""
    undone = _sql_store(data).undo(key, signature(who=who, reason=reason, has_batch=True))
    typer.echo(message("undone", count=len(undone)))


def back_up(
    file: Annotated[Path, typer.Argument(metavar="metavar-file", help="help-backup-file")],
    *,
    force: Force = False,
    data: options.Data = None,
) -> None:
    """Copy the whole store into one file, while the dashboard goes on."""
    if os.access(file, os.F_OK) and not force:
        raise SettingsError(message("file-exists", file=str(file)))
    store = _sql_store(data)
    backup(store, file)
    size = file.stat().st_size
    typer.echo(message("backed-up", file=str(file), store=store.name, size=size))


def restore_backup(
    file: Annotated[Path, typer.Argument(metavar="metavar-file", help="help-restore-file")],
    *,
    output: options.Output = None,
    force: Force = False,
) -> None:
    """Put a backup in place of all that a store holds; into PostgreSQL, too."""
    if not file.is_file():
        raise SettingsError(message("file-missing", file=str(file)))
    store = _sql_store(output)
    require_replaceable(store, force=force)
    restore(file, store)
    typer.echo(message("restored", store=store.name, count=len(store.load())))


def migrate_store(*, data: options.Data = None) -> None:
    """Bring the tables of a store up to this version; a copy of the old ones is made before."""
    lines = list(upgrade(_sql_store(data)))
    for line in lines or [message("migrated-nothing")]:
        typer.echo(line)


def _sql_store(named: str | None) -> SqlStore:
    """Open a store that can be changed.

    Raises:
        StoreError: It is a table file.
    """
    store = open_store(named, say=say)
    if not isinstance(store, SqlStore):
        store.require_writable()
        raise StoreError(message("no-store", name=store.name))
    return store


def _line(edit: Edit) -> str:
    """Give an edit in one line; of a whole practice only the names of what changed."""
    at = edit.at.astimezone().strftime("%Y-%m-%d %H:%M")
    if edit.field == PRACTICE:
        names = sorted({**_names(edit.before), **_names(edit.after)})
        deed = message(_DEEDS[edit.action]) if edit.before else message("edit-added")
        what = f"{deed} {', '.join(names)}".strip() if edit.before else deed
        key = f"{edit.id} ({message('edit-import')} {edit.batch})" if edit.batch else edit.id
    else:
        what = f"{edit.field}: {_short(edit.before)} -> {_short(edit.after)}"
        key = edit.id
    parts = (key, at, edit.who or "-", edit.place, what, edit.reason)
    return "  ".join(part for part in parts if part)


def _names(value: object) -> dict[str, str]:
    return value if isinstance(value, dict) else {}


def _short(value: object) -> str:
    """Give a value in few characters."""
    lat, lon = getattr(value, "lat", None), getattr(value, "lon", None)
    text = f"{lat:.5f} {lon:.5f}" if lat is not None and lon is not None else str(value or "-")
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."


def _system_user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user without a name, as in some containers
        return f"user {os.getuid()}" if hasattr(os, "getuid") else ""


app: Final = typer.Typer(rich_markup_mode=None)
app.command("edit", cls=Command, help="help-edit")(edit_practice)
app.command("history", cls=Command, help="help-history")(show_history)
app.command("undo", cls=Command, help="help-undo")(undo_edit)
app.command("backup", cls=Command, help="help-backup")(back_up)
app.command("restore", cls=Command, help="help-restore")(restore_backup)
app.command("migrate", cls=Command, help="help-migrate")(migrate_store)
