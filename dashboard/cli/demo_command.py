"""The options of `mapa-praktyk demo`, and what it says."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Final

import typer

from dashboard.cli import options
from dashboard.cli.language import Command
from dashboard.cli.serving import serve
from dashboard.cli.store_commands import Force, require_replaceable, signature, write_demo
from dashboard.cli.terminal import say
from dashboard.locale import message
from dashboard.practices import save_practices
from dashboard.practices.demo import DEMO_ROWS, DEMO_SEED, make_demo
from dashboard.server.hosts import known_hosts
from dashboard.store import open_store

MAX_ROWS: Final = 1_000_000
"""More made-up practices than this help nobody."""

app: Final = typer.Typer(rich_markup_mode=None)


@app.command("demo", cls=Command, help="help-demo")
def show_demo(  # noqa: PLR0913  one parameter an option
    *,
    rows: Annotated[int, typer.Option(min=1, max=MAX_ROWS, help="help-rows")] = DEMO_ROWS,
    seed: Annotated[int, typer.Option(min=0, help="help-seed")] = DEMO_SEED,
    output: Annotated[
        str | None,
        typer.Option(
            metavar="metavar-store",
            show_default="help-demo-output-default",
            help="help-demo-output",
        ),
    ] = None,
    force: Force = False,
    port: options.Port = None,
    address: options.Address = "127.0.0.1",
    no_browser: options.NoBrowser = False,
    host: options.Hosts = None,
) -> None:
    """Make up practices, and write them or open the dashboard on them."""
    practices = make_demo(rows, seed=seed)
    if output is not None:
        target = open_store(output, say=say)
        require_replaceable(target, force=force)
        write_demo(practices, target, signature(reason="demo", has_batch=True))
        typer.echo(message("demo-written", store=target.name, count=len(practices)))
        return
    with TemporaryDirectory(prefix="mapa-praktyk-demo-") as folder:
        path = Path(folder) / "demo.csv"
        save_practices(practices, path)
        table = open_store(str(path))
        hosts = known_hosts(host or (), address=address)
        serve(table, port=port, address=address, headless=no_browser, hosts=hosts)
