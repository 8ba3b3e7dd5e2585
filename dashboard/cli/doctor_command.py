"""The options of `mapa-praktyk doctor`, and what it says."""

from collections.abc import Sequence
from importlib.metadata import version
from typing import Annotated, Final

import typer

from dashboard.cli import options
from dashboard.cli.contact import require_email
from dashboard.cli.doctor import report
from dashboard.cli.doctor.environment import check_environment
from dashboard.cli.doctor.finding import Finding, Grade
from dashboard.cli.language import Command
from dashboard.extras import DISTRIBUTION


def run_doctor(  # noqa: PLR0913  one parameter an option
    *,
    data: options.Data = None,
    port: options.Port = None,
    address: options.Address = "127.0.0.1",
    base_path: options.BasePath = "",
    host: options.Hosts = None,
    edit: options.Edit = False,
    login: options.Login = None,
    editors: options.Editors = None,
    trust_email: options.TrustEmail = False,
    basemap: options.Basemap = None,
    map_servers: options.MapServers = None,
    embed_in: options.EmbedIn = None,
    publisher: options.PublisherFile = None,
    links: Annotated[bool, typer.Option("--links", help="help-doctor-links")] = False,
    contact: Annotated[
        str, typer.Option(metavar="metavar-email", help="help-harvest-contact")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="help-json")] = False,
) -> None:
    """Print what was found and what to do about it; exit with code 1 where there is a problem."""
    if contact:
        require_email(contact)
    findings = check_environment(DISTRIBUTION)
    if not _has_problem(findings):  # else what the other checks need may be missing, too
        from dashboard.cli.doctor import examination  # noqa: PLC0415  seconds of imports

        setup = examination.Setup(
            distribution=DISTRIBUTION,
            data=data,
            address=address,
            port=port,
            base_path=base_path,
            hosts=tuple(host or ()),
            is_editing=edit,
            login=login,
            editors=editors,
            base_map=basemap,
            map_servers=map_servers,
            embed_in=tuple(embed_in or ()),
            publisher=publisher,
            trusts_email=trust_email,
            asks_links=links,
            contact=contact,
        )
        findings += examination.run_checks(setup)
    _print(findings, as_json=as_json)
    raise typer.Exit(int(_has_problem(findings)))


def _print(findings: Sequence[Finding], *, as_json: bool) -> None:
    """Print the findings, for people or for a program."""
    if as_json:
        typer.echo(report.as_json(findings, version=version(DISTRIBUTION)))
    else:
        typer.echo(report.as_table(findings))


def _has_problem(findings: Sequence[Finding]) -> bool:
    return any(each.grade is Grade.PROBLEM for each in findings)


app: Final = typer.Typer(rich_markup_mode=None)
app.command("doctor", cls=Command, help="help-doctor")(run_doctor)
