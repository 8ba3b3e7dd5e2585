"""The edits of corrections in words: who changed what, when and why."""

from html import escape

from dashboard.locale import Texts
from dashboard.practices.edits import POSITION, Edit
from dashboard.practices.fields import FIELD
from geocoding.overrides import Override


def edit_html(edit: Edit, texts: Texts) -> str:
    """Return an edit as an HTML fragment, its moment in this machine's time zone."""
    at = edit.at.astimezone()
    what = texts("history-undo" if edit.undoes else f"history-{edit.action.value}")
    field = FIELD.get(edit.field)
    if field:
        what = f"{what}: {texts(field.message)}"
    head = (f"{texts.date(at.date())}, {at:%H:%M}", edit.who or texts("history-nobody"), what)
    # a person who was taken off a record card is not shown on in its history
    sides = (
        []
        if edit.field != POSITION and not (field and field.is_public)
        else [_side_html(side, texts) for side in (edit.before, edit.after)]
    )
    # the reason of a correction stands with it; another one is of the edit itself
    reasons = [side.reason for side in (edit.before, edit.after) if isinstance(side, Override)]
    reason = edit.reason if edit.reason not in reasons else ""
    lines = [escape(" · ".join(head)), " → ".join(sides)]
    if reason:
        lines.append(escape(texts("history-reason", reason=reason)))
    first, *others = lines
    return f"<p>{first}</p>" + "".join(f'<p class="mp-quiet">{each}</p>' for each in others if each)


def _side_html(side: object, texts: Texts) -> str:
    """Return what there was before or after an edit, in one line of HTML."""
    if side is None or isinstance(side, Override):
        return correction_html(side, texts)
    return escape(f"„{side}”") if side else texts("history-empty")


def correction_html(correction: Override | None, texts: Texts) -> str:
    """Return a correction in one line of HTML: its point, what that stands for, and the reason."""
    if correction is None:
        return texts("history-none")
    precision = texts(f"quality-precision-{correction.precision.value}")
    point = f"{correction.lat:.5f}, {correction.lon:.5f} ({precision})"
    return escape(f"{point}: {correction.reason}")
