"""What a deck says of itself on every slide: the filters in a line, source, day."""

from typing import Final

from dashboard.export.request import ExportRequest
from dashboard.views.sources import sources


def filters_line(request: ExportRequest) -> str:
    """Return 'Filtry: Województwo: małopolskie; Szukaj: muzeum', or that there are none."""
    texts = request.texts
    said = "; ".join(f"{name}: {value}" for name, value in request.provenance.filters)
    return f"{texts('export-filters')}: {said or texts('export-no-filter')}"


def footer(request: ExportRequest) -> str:
    """Return program, data and whose they are; that they are made up, where they are."""
    texts, about = request.texts, request.provenance
    publisher = texts("dataset-demo") if about.has_examples else _publisher()
    said = (texts("app-name"), about.dataset, publisher)
    return " · ".join(dict.fromkeys(filter(None, said)))


def speaker_notes(request: ExportRequest) -> list[str]:
    """Return a line each: practices, how many, filters, source, date."""
    texts, about = request.texts, request.provenance
    publisher = "" if about.has_examples else _publisher()
    names = {texts(f"export-{name}") for name in ("made-at", "dataset", "count", "filters")}
    names |= {name for name, _ in about.filters}
    return [
        f"{name}: {value}"
        for name, value in about.lines(texts)
        if name in names or value in {publisher, texts("demo-banner")}
    ]


def day(request: ExportRequest) -> str:
    """Return the day on which the deck was made."""
    return request.texts.date(request.provenance.made_at.date())


def _publisher() -> str:
    """Return who publishes the practices."""
    paths: Final = "practices"
    return next(
        source.attribution
        for source in sources()
        if any(file.path.startswith(paths) for file in source.files)
    )
