"""The options of `mapa-praktyk export`, and what it says."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dashboard.cli.facet_options import FacetValues, with_facet_options

if TYPE_CHECKING:
    from dashboard.cli.exporting import Exported

_Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="KIND",
        show_default="as the ending of --output",
        help="csv, xlsx, geojson, gpkg, gpkg2180 (in EPSG:2180), html (the map in one file), png, "
        "svg, pdf (the map of regions), cards (the record cards as PDF), pptx (a deck of slides).",
    ),
]
_Link = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="The address copied from a page: its filters, question and language. Options given "
        "beside it take the place of the same ones in it.",
    ),
]
_Least = Annotated[int | None, typer.Option(min=0, help="Least number of inhabitants.")]
_Most = Annotated[int | None, typer.Option(min=0, help="Greatest number of inhabitants.")]
_Search = Annotated[str | None, typer.Option(help="Words that must all occur.")]
_Near = Annotated[
    str | None,
    typer.Option(metavar="PLACE", help="Around this place, or unit by its TERYT code ..."),
]
_Radius = Annotated[int | None, typer.Option(min=1, metavar="KM", help="... so far, in km.")]
_SameGroup = Annotated[
    bool,
    typer.Option("--same-group", help="Only units like the one of --near: its kind and size."),
]
_StatedAlone = Annotated[
    bool,
    typer.Option(
        "--stated-population",
        help="Populations of the record cards alone, not those of the units where a card has none.",
    ),
]
_Completes = Annotated[
    bool,
    typer.Option("--complete-population", hidden=True, help="What is done without it, too."),
]
_Level = Annotated[str | None, typer.Option(help="Regions: voivodeship or county.")]
_Measure = Annotated[
    str | None, typer.Option(help="What is shaded: practices, rate, share, units or year.")
]
_Breaks = Annotated[str | None, typer.Option(help="Classes: natural, quantiles or equal.")]
_Until = Annotated[
    int | None,
    typer.Option(
        min=1000, max=9999, metavar="YEAR", help="Count what was introduced in it or before."
    ),
]
_Points = Annotated[bool | None, typer.Option(help="Draw the practices as dots.")]
_Practice = Annotated[
    int | None, typer.Option(min=1, metavar="N", help="One practice alone; its card, as PDF.")
]
_Contacts = Annotated[
    bool,
    typer.Option("--contacts", help="With persons, telephone numbers and e-mail addresses."),
]
_Language = Annotated[
    str | None, typer.Option(metavar="pl|en", show_default="pl", help="The file's language.")
]
_Data = Annotated[
    str | None,
    typer.Option(
        metavar="TABLE",
        show_default="the table that the dashboard shows",
        help="The practices: a CSV file, or postgresql://user@host/database.",
    ),
]
_Output = Annotated[Path, typer.Option(metavar="PATH", help="A file, or a folder to put it in.")]
_Force = Annotated[bool, typer.Option("--force", help="Replace a file that is there.")]


@with_facet_options
def export_practices(  # noqa: PLR0913  one parameter an option
    *,
    kind: _Format = None,
    link: _Link = None,
    chosen: FacetValues,
    population_from: _Least = None,
    population_to: _Most = None,
    search: _Search = None,
    near: _Near = None,
    radius: _Radius = None,
    same_group: _SameGroup = False,
    stated_population: _StatedAlone = False,
    complete_population: _Completes = False,  # noqa: ARG001  scripts that say it go on to work
    level: _Level = None,
    measure: _Measure = None,
    breaks: _Breaks = None,
    points: _Points = None,
    until: _Until = None,
    practice: _Practice = None,
    contacts: _Contacts = False,
    language: _Language = None,
    data: _Data = None,
    output: _Output = Path(),
    force: _Force = False,
) -> None:
    """Write practices into a file, the same one that the page's 'Pobierz' gives."""
    from dashboard.cli import exporting as work  # noqa: PLC0415  seconds of imports

    options = work.ExportOptions(
        kind=kind,
        link=link,
        chosen=chosen,
        around=work.Around(
            population=(population_from, population_to),
            search=search,
            near=near,
            radius_km=radius,
            same_group=same_group,
        ),
        question=work.QuestionOptions(
            level=level, measure=measure, breaks=breaks, points=points, until=until
        ),
        practice=practice,
        is_stated_alone=stated_population,
        has_contacts=contacts,
        language=language,
        table=data,
        target=work.Target(path=output, is_forced=force),
    )
    _say(work.export(options))


def _say(made: "Exported") -> None:
    """Tell what was written; exit with code 1 where no practice passes the filters."""
    words = "; ".join(f"{name}: {value}" for name, value in made.filters)
    said = f" ({words})" if words else ""
    if made.path is None:
        typer.echo(f"none of the {made.total} practices passes the filters{said}", err=True)
        raise typer.Exit(1)
    typer.echo(f"{made.path}: {made.shown} of {made.total} practices{said}")
