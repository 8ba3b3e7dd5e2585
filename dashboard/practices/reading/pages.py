"""Pages of a visitor into practices, with a problem for every page or field that did not fit."""

from collections.abc import Iterable

from dashboard.practices.card_lines import Remark
from dashboard.practices.merging import merge
from dashboard.practices.page_reading import Parse, parse_page, read_contents
from dashboard.practices.reading.upload_result import Effect, Problem, UploadResult
from dashboard.practices.schema import bounds_of, rule_of
from dashboard.practices.table import no_practices


def convert_pages(pages: Iterable[tuple[str, bytes]], *, parse: Parse = parse_page) -> UploadResult:
    """Return the practices that pages describe, each page given by its name and content.

    Args:
        pages: Name and content of each.
        parse: What reads one, as `parse_page` does.
    """
    read = read_contents(pages, parse=parse)
    faults = [
        Problem(
            place=each.file,
            line=each.line,
            rule=each.rule,
            details=each.details,
            effect=Effect.LEFT_OUT,
        )
        for each in read.faults
    ]
    remarks = [
        _problem(practice.source, remark)
        for practice in read.practices
        for remark in practice.remarks
    ]
    return UploadResult(
        practices=merge(no_practices(), read.practices).table,
        problems=(*faults, *remarks),
        row_count=len(read.practices) + len(read.faults),
    )


def _problem(file: str, remark: Remark) -> Problem:
    """Return a field whose text could not be read as its type."""
    return Problem(
        place=file,
        column=remark.column,
        value=remark.field.text,
        rule=rule_of(remark.column),
        details=bounds_of(remark.column),
        effect=Effect.TEXT_ONLY,
    )
