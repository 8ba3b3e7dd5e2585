"""The options of `mapa-praktyk doctor`, and what it says."""

from collections.abc import Sequence
from importlib.metadata import version
from typing import Annotated, Final

import typer

from dashboard.cli.doctor import report
from dashboard.cli.doctor.environment import check_environment
from dashboard.cli.doctor.finding import Finding, Grade
from dashboard.cli.hosts import HOSTS_VARIABLE

DISTRIBUTION: Final = "mapa-praktyk"

_Hosts = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME",
        envvar=HOSTS_VARIABLE,
        help="Name that a browser may ask by; may be given again.",
    ),
]


def run_doctor(  # noqa: PLR0913  one parameter an option
    *,
    data: Annotated[
        str | None,
        typer.Option(
            metavar="TABLE",
            show_default="the table that the dashboard shows",
            help="The practices: a CSV file, or postgresql://user@host/database.",
        ),
    ] = None,
    port: Annotated[
        int | None,
        typer.Option(
            min=1, max=65535, show_default="the next free one from 8501", help="Port to serve on."
        ),
    ] = None,
    address: Annotated[str, typer.Option(help="Network address to serve on.")] = "127.0.0.1",
    base_path: Annotated[
        str, typer.Option(metavar="PATH", help="What stands before the paths behind a proxy.")
    ] = "",
    host: _Hosts = None,
    edit: Annotated[
        bool, typer.Option("--edit", help="Check that corrections can be saved, too.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, for a program.")] = False,
) -> None:
    """Look for what would keep the dashboard from working; say what to do about it.

    Give it the options that the dashboard is started with. Exit code 1 where there is a problem;
    a warning leaves it at 0. Nothing is changed, and only services that are switched on are asked.
    """
    findings = check_environment(DISTRIBUTION)
    if not _has_problem(findings):  # else what the other checks need may be missing, too
        from dashboard.cli.doctor import examination  # noqa: PLC0415  seconds of imports

        case = examination.Case(
            distribution=DISTRIBUTION,
            data=data,
            address=address,
            port=port,
            base_path=base_path,
            hosts=tuple(host or ()),
            is_editing=edit,
        )
        findings += examination.examine(case)
    if as_json:
        typer.echo(report.as_json(findings, version=version(DISTRIBUTION)))
    else:
        typer.echo(report.as_table(findings))
    raise typer.Exit(int(_has_problem(findings)))


def _has_problem(findings: Sequence[Finding]) -> bool:
    return any(each.grade is Grade.PROBLEM for each in findings)
