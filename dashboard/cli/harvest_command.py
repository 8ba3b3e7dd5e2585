"""`mapa-praktyk harvest`: the pages of the practice database from its site into a folder."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Final, Never

import typer
from tqdm import tqdm

from dashboard.cli.contact import require_email
from dashboard.cli.language import Command
from dashboard.harvest.addresses import Site
from dashboard.harvest.clock import Clock
from dashboard.harvest.crawler import Progress
from dashboard.harvest.folder import REPORT, HarvestFolder
from dashboard.harvest.report import HarvestReport, Outcome
from dashboard.harvest.robots import AGENT, MIN_INTERVAL_S
from dashboard.harvest.rounds import Harvest
from dashboard.harvest.transport import HttpTransport
from dashboard.locale import message

_DEFAULT_FOLDER: Final = Path("practice-pages")


def harvest_site(
    address: Annotated[str, typer.Argument(metavar="metavar-site", help="help-harvest-address")],
    *,
    contact: Annotated[str, typer.Option(metavar="metavar-email", help="help-harvest-contact")],
    output: Annotated[
        Path, typer.Option(metavar="metavar-folder", help="help-harvest-output")
    ] = _DEFAULT_FOLDER,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="help-harvest-dry")] = False,
) -> None:
    """Bring pages into a folder; exit with code 1 where some that the site links did not come."""
    require_email(contact)
    site, clock = Site(address), Clock()
    typer.echo(message("harvest-law"), err=True)
    rate = message("harvest-rate", site=site.root, seconds=str(MIN_INTERVAL_S), agent=AGENT)
    typer.echo(rate, err=True)
    folder = HarvestFolder(output)
    with _bar() as bar:
        harvest = Harvest(site, folder, HttpTransport(contact, clock), clock, progress=bar)
        report = harvest.run(is_dry=dry_run)
    for line in _lines(report, output, is_dry=dry_run):
        typer.echo(line)
    if report.stopped:
        typer.echo(report.stopped, err=True)
    raise typer.Exit(int(not report.is_complete))


class _Bar:
    """Shows the progress of a harvest on the terminal."""

    def __init__(self, bar: "tqdm[Never]") -> None:
        """Draw on a bar of tqdm's."""
        self._bar = bar

    def __call__(self, progress: Progress) -> None:
        """Show how far it is, and the least time that is left."""
        minutes = round(progress.left_s / 60)
        self._bar.total = progress.known
        self._bar.set_postfix_str(f"> {minutes} min", refresh=False)
        self._bar.update(progress.done - self._bar.n)


@contextmanager
def _bar() -> Iterator[_Bar]:
    """Give a bar, which is not drawn where the output is no terminal."""
    shown = "{n}/{total} [{elapsed}{postfix}]"
    with tqdm(leave=False, file=sys.stderr, disable=None, bar_format=shown) as bar:
        yield _Bar(bar)


def _lines(report: HarvestReport, folder: Path, *, is_dry: bool) -> Iterator[str]:
    """Say what a run did: how many pages of each outcome, and what to do next."""
    if is_dry:
        yield from (e.address for e in report.entries if e.outcome is Outcome.WOULD_ASK)
    counts = report.counts
    for outcome in Outcome:
        if count := counts[outcome]:
            words = message("harvest-outcome", outcome=outcome.value)
            yield message("harvest-line", count=str(count).rjust(5), words=words)
    if is_dry:
        yield message("harvest-dry", requests=report.requests)
        return
    yield message(
        "harvest-done",
        folder=str(folder),
        articles=len(report.articles),
        requests=report.requests,
        report=str(folder / REPORT),
    )
    if report.articles:
        yield message("harvest-next", folder=str(folder))
    elif not report.stopped:
        yield message("harvest-no-articles")


app: Final = typer.Typer(rich_markup_mode=None)
app.command("harvest", cls=Command, help="help-harvest")(harvest_site)
