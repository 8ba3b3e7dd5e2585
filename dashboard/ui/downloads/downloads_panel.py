"""The panel of downloads: each file that a visitor ordered, from the click to its download.

A file is made once, when it is asked for, and stays at its address for as long as the panel shows
it. Streamlit's deferred downloads are no way to do this: each run of a script registers them
anew and forgets the old ones, so that a click that comes between the two finds nothing.
"""

from collections.abc import Callable
from typing import Final, cast

import streamlit as st

from dashboard.export.jobs import Job, JobSpec, JobStatus, unfinished
from dashboard.locale import Texts
from dashboard.rate_limits import rate_limits
from dashboard.ui.elements.tray import DownloadRow, draw_download_rows
from dashboard.ui.visit import visitor_limits

MAX_FILES: Final = 5
"""Files of one visit at a time."""

_FILES: Final = "tray-files"
_REFUSAL: Final = "tray-refusal"


def ask(spec: JobSpec, *, patience_s: float) -> None:
    """Order a file; one that is ready within `patience_s` is never shown as being made.

    It joins the files of the visit; beyond MAX_FILES the oldest is dropped.
    Where the limits of one visitor or of the server are reached, a message says so instead.

    Raises:
        SettingsError: A setting of how much one visitor may ask for is no number.
    """
    forget_saved()
    if not _is_admitted():
        return
    file = Job(spec)
    listed = [*files(), file]
    for surplus in listed[:-MAX_FILES]:
        surplus.cancel()
    st.session_state[_FILES] = listed[-MAX_FILES:]
    file.wait(patience_s)


def _is_admitted() -> bool:
    """Say whether the visitor may order another file now; notes the reason where not."""
    allowed = rate_limits()
    unready = sum(file.status in (JobStatus.WAITING, JobStatus.MAKING) for file in files())
    refusal: dict[str, int] = {}
    if unready >= allowed.files_at_once:
        refusal = {"at-once": allowed.files_at_once}
    elif unfinished() >= allowed.files_waiting:
        refusal = {"queue": allowed.files_waiting}
    elif minutes := visitor_limits.count_file():
        refusal = {"hourly": minutes}
    st.session_state[_REFUSAL] = refusal
    return not refusal


def files() -> list[Job]:
    """Return the files of this visit, in the order in which they were asked for."""
    return cast("list[Job]", st.session_state.get(_FILES, []))


def forget_saved() -> None:
    """Forget the files that the reader has taken."""
    st.session_state[_FILES] = [file for file in files() if not file.is_saved]


def draw_downloads(texts: Texts) -> None:
    """Draw the files of this visit; to be drawn in a fragment, which it runs while one is made.

    The buttons that Streamlit serves the files by are hidden: the element presses them.
    """
    for name, limit in st.session_state.get(_REFUSAL, {}).items():
        with st.container(key="pliki-odmowa"):
            st.html(f'<p role="alert">{texts(f"tray-refused-{name}", limit=limit)}</p>')
            st.button(texts("tray-close"), key="tray-refused", on_click=_forget_refusal)
    draw_download_rows(
        [_shown(file, texts) for file in files()],
        texts,
        on_cancel=_dismiss,
        on_save=_note_saved,
        on_retry=_retry,
    )
    with st.container(key="pliki-gotowe"):
        for file in files():
            if file.status is JobStatus.READY:
                st.download_button(
                    file.spec.name,
                    data=file.content,
                    file_name=file.spec.name,
                    mime=file.spec.mime,
                    key=f"file-{file.number}",
                    on_click="ignore",
                )


def _shown(file: Job, texts: Texts) -> DownloadRow:
    """Return a file as the tray shows it."""
    status, percent = file.status, round(file.share * 100)
    size = texts.size(len(file.content)) if status is JobStatus.READY else ""
    return DownloadRow(
        number=file.number,
        name=file.spec.name,
        stage=status.value,
        percent=percent,
        words=file.reason or texts(f"tray-{status.value}", percent=percent, size=size),
        is_saved=file.is_saved,
    )


def _with(number: int, act: Callable[[Job], None]) -> None:
    """Do something with the file of this number, if it is still there."""
    for file in files():
        if file.number == number:
            act(file)


def _dismiss(number: int) -> None:
    """Take a file off the tray, whatever its stage."""
    _with(number, Job.cancel)
    st.session_state[_FILES] = [file for file in files() if file.number != number]


def _note_saved(number: int) -> None:
    def note(file: Job) -> None:
        file.is_saved = True

    _with(number, note)


def _forget_refusal() -> None:
    st.session_state.pop(_REFUSAL, None)


def _retry(number: int) -> None:
    """Ask for a file again that failed, in its place."""
    if not _is_admitted():
        return
    st.session_state[_FILES] = [
        Job(file.spec) if file.number == number else file for file in files()
    ]
