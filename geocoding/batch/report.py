"""The audit of a run as files: one for programs, one for readers."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path

from geocoding.batch.audit import LISTED, Audit
from geocoding.errors import TableError
from geocoding.files.atomic_write import replace_file
from geocoding.locale import message, os_reason


def report_paths(output: Path) -> tuple[Path, Path]:
    """Return where the reports of an output go: 'OUT.audit.json' and 'OUT.audit.md' beside it."""
    return output.with_suffix(".audit.json"), output.with_suffix(".audit.md")


def write_reports(audit: Audit, output: Path, *, about: Mapping[str, object]) -> None:
    """Write both reports of a run beside its output.

    Args:
        audit: What was collected.
        output: The table that the run wrote.
        about: What else a reader must know of the run: input, geocoder, date.

    Raises:
        TableError: A report cannot be written.
    """
    json_path, text_path = report_paths(output)
    report = {**about, **as_dict(audit)}
    try:
        replace_file(json_path, json.dumps(report, ensure_ascii=False, indent=1).encode())
        replace_file(text_path, as_text(audit, about).encode())
    except OSError as error:
        raise TableError(
            message("audit-not-written", filename=error.filename, reason=os_reason(error))
        ) from error


def as_dict(audit: Audit) -> dict[str, object]:
    """Return what was collected, as JSON takes it."""
    return {
        "rows": audit.rows,
        "statuses": dict(audit.count(0)),
        "precisions": {name or "none": rows for name, rows in audit.count(1).items()},
        "voivodeships": {name or "none": rows for name, rows in sorted(audit.count(2).items())},
        "failed_checks": dict(audit.failed_checks.most_common()),
        "open_rows": [asdict(row) for row in audit.open_rows],
        "contradictions": [asdict(row) for row in audit.contradictions],
        "shared_points": [asdict(point) for point in audit.shared_points()],
    }


def as_text(audit: Audit, about: Mapping[str, object]) -> str:
    """Return what was collected, for a reader, as Markdown."""
    lines = [f"# {message('audit-title')}", ""]
    lines += [f"- {name.replace('_', ' ')}: {value}" for name, value in about.items()]
    for part, name in enumerate(("status", "precision", "voivodeship")):
        counts = audit.count(part).most_common()
        lines += _table(message(f"audit-by-{name}"), (name, "rows"), counts)
    checks = audit.failed_checks.most_common()
    lines += _table(message("audit-failed-checks"), ("check", "rows"), checks)
    lines += _table(
        message("audit-open-rows", limit=LISTED),
        ("row", "status", "query", "reason", "rejected"),
        ((one.row, one.status, one.query, one.reason, one.rejected) for one in audit.open_rows),
    )
    lines += _table(
        message("audit-contradictions", limit=LISTED),
        ("row", "query", "matched", "checks", "decided-by"),
        (
            (one.row, one.query, one.matched, one.checks, one.decided_by)
            for one in audit.contradictions
        ),
    )
    lines += _table(
        message("audit-shared-points"),
        ("matched", "precision", "lat", "lon", "rows"),
        (
            (one.matched, one.precision, f"{one.lat:.5f}", f"{one.lon:.5f}", one.rows)
            for one in audit.shared_points()
        ),
    )
    return "\n".join(lines) + "\n"


def _table(title: str, header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> list[str]:
    """Return the lines of a section with one table, and one line where it has no rows.

    Args:
        title: In words.
        header: Names of the columns.
        rows: The cells.
    """
    body = [_line(row) for row in rows]
    names = (message(f"audit-column-{name}") for name in header)
    head = [_line(names), _line(("---",) * len(header))]
    return ["", f"## {title}", "", *([*head, *body] if body else [message("audit-none")])]


def _line(cells: Iterable[object]) -> str:
    """Return one row of a Markdown table; a cell never breaks it."""
    texts = (str(cell).replace("|", "\\|").replace("\n", " ") or "-" for cell in cells)
    return f"| {' | '.join(texts)} |"
