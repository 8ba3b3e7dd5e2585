"""The options of `mapa-praktyk export`, and what it says."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from dashboard.cli.facet_options import FacetValues, with_facet_options
from dashboard.cli.language import Command
from dashboard.locale import message, texts_in
from dashboard.url import FIRST_YEAR, LAST_YEAR
from geocoding.locale import command_language

if TYPE_CHECKING:
    from dashboard.cli.exporting import Exported

_Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="metavar-kind",
        show_default="help-format-default",
        help="help-format",
    ),
]
_Link = Annotated[str | None, typer.Option(metavar="metavar-address", help="help-link")]
_Least = Annotated[int | None, typer.Option(min=0, help="help-least")]
_Greatest = Annotated[int | None, typer.Option(min=0, help="help-most")]
_FirstYear = Annotated[
    int | None,
    typer.Option(min=FIRST_YEAR, max=LAST_YEAR, metavar="metavar-year", help="help-year-from"),
]
_LastYear = Annotated[
    int | None,
    typer.Option(min=FIRST_YEAR, max=LAST_YEAR, metavar="metavar-year", help="help-year-to"),
]
_Search = Annotated[str | None, typer.Option(help="help-search")]
_Since = Annotated[
    dt.datetime | None,
    typer.Option(formats=["%Y-%m-%d"], metavar="metavar-day", help="help-since"),
]
_Near = Annotated[str | None, typer.Option(metavar="metavar-place", help="help-near")]
_FigureRange = Annotated[
    str | None, typer.Option(metavar="metavar-figure-range", help="help-figure-range")
]
_Area = Annotated[str | None, typer.Option(metavar="metavar-area", help="help-area")]
_Radius = Annotated[int | None, typer.Option(min=1, metavar="KM", help="help-radius")]
_SameGroup = Annotated[bool, typer.Option("--same-group", help="help-same-group")]
_StatedAlone = Annotated[bool, typer.Option("--stated-population", help="help-stated-population")]
_Completes = Annotated[
    bool, typer.Option("--complete-population", hidden=True, help="help-complete-population")
]
_Level = Annotated[str | None, typer.Option(help="help-level")]
_Second = Annotated[str | None, typer.Option(help="help-second-measure")]
_Measure = Annotated[str | None, typer.Option(help="help-measure")]
_Breaks = Annotated[str | None, typer.Option(help="help-breaks")]
_Until = Annotated[
    int | None,
    typer.Option(min=FIRST_YEAR, max=LAST_YEAR, metavar="metavar-year", help="help-until"),
]
_Limits = Annotated[str | None, typer.Option(metavar="metavar-limits", help="help-limits")]
_Beside = Annotated[bool, typer.Option("--beside", help="help-beside")]
_BesideMeasure = Annotated[str | None, typer.Option(help="help-beside-measure")]
_BesideUntil = Annotated[
    int | None,
    typer.Option(min=FIRST_YEAR, max=LAST_YEAR, metavar="metavar-year", help="help-beside-until"),
]
_BesideLimits = Annotated[
    str | None, typer.Option(metavar="metavar-limits", help="help-beside-limits")
]
_Points = Annotated[bool | None, typer.Option(help="help-points")]
_Practice = Annotated[
    int | None, typer.Option(min=1, metavar="metavar-number", help="help-one-practice")
]
_Contacts = Annotated[bool, typer.Option("--contacts", help="help-contacts")]
_FullTexts = Annotated[bool, typer.Option("--full-texts", help="help-full-texts")]
_PracticeSlides = Annotated[bool, typer.Option("--practice-slides", help="help-practice-slides")]
_Language = Annotated[
    str | None, typer.Option(metavar="pl|en", show_default="pl", help="help-language")
]
_Data = Annotated[
    str | None,
    typer.Option(
        metavar="metavar-store", show_default="help-export-data-default", help="help-export-data"
    ),
]
_Output = Annotated[Path, typer.Option(metavar="metavar-path", help="help-export-output")]
_Force = Annotated[bool, typer.Option("--force", help="help-export-force")]


class ExportCommand(Command):
    """The command `export`, whose help ends with the kinds of file that there are."""

    def format_epilog(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401  Typer's
        """Write the name of each kind of file, and what it is."""
        from dashboard.export.registry import FORMATS  # noqa: PLC0415  seconds of imports

        super().format_epilog(ctx, formatter)
        texts = texts_in(command_language())
        with formatter.section(message("help-formats")):
            formatter.write_dl(
                [(each.name, texts(f"export-format-{each.name}")) for each in FORMATS]
            )


@with_facet_options
def export_practices(  # noqa: PLR0913  one parameter an option
    *,
    kind: _Format = None,
    link: _Link = None,
    chosen: FacetValues,
    population_from: _Least = None,
    population_to: _Greatest = None,
    year_from: _FirstYear = None,
    year_to: _LastYear = None,
    search: _Search = None,
    since: _Since = None,
    figure_range: _FigureRange = None,
    area: _Area = None,
    near: _Near = None,
    radius: _Radius = None,
    same_group: _SameGroup = False,
    stated: _StatedAlone = False,
    complete_population: _Completes = False,  # noqa: ARG001  scripts that say it go on to work
    level: _Level = None,
    measure: _Measure = None,
    second_measure: _Second = None,
    breaks: _Breaks = None,
    limits: _Limits = None,
    points: _Points = None,
    until: _Until = None,
    beside: _Beside = False,
    beside_measure: _BesideMeasure = None,
    beside_until: _BesideUntil = None,
    beside_limits: _BesideLimits = None,
    practice: _Practice = None,
    contacts: _Contacts = False,
    full_texts: _FullTexts = False,
    slides: _PracticeSlides = False,
    language: _Language = None,
    data: _Data = None,
    output: _Output = Path(),
    force: _Force = False,
) -> None:
    """Write practices into a file, the same one that the page's 'Pobierz' gives."""
    from dashboard.cli import exporting as work  # noqa: PLC0415  seconds of imports

    size, years = (population_from, population_to), (year_from, year_to)
    options = work.ExportOptions(
        work.AreaOptions(size, years, search, near, radius, same_group, figure_range, since, area),
        work.QuestionOptions(level, measure, second_measure, breaks, limits, points, until),
        work.BesideOptions(beside, beside_measure, beside_until, beside_limits),
        work.Target(path=output, is_forced=force),
        *(kind, link, chosen, practice, stated, contacts, full_texts, language, data, slides),
    )
    _say(work.export(options))


def _say(made: "Exported") -> None:
    """Print what was written; exit with code 1 where no practice passes the filters."""
    words = "; ".join(f"{name}: {value}" for name, value in made.filters)
    filters = f" ({words})" if words else ""
    if made.path is None:
        typer.echo(message("exported-nothing", total=made.total, filters=filters), err=True)
        raise typer.Exit(1)
    path = str(made.path)
    typer.echo(message("exported", file=path, shown=made.shown, total=made.total, filters=filters))


app: Final = typer.Typer(rich_markup_mode=None)
app.command("export", cls=ExportCommand, help="help-export")(export_practices)
