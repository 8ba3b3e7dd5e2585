"""The options of serving the dashboard, which `doctor` and `demo` know, too."""

from pathlib import Path
from typing import Annotated

import typer

from dashboard.practices.corrections import EDIT_VARIABLE
from dashboard.practices.editors import EDITORS_VARIABLE, TRUST_EMAIL_VARIABLE
from dashboard.server.editing import LOGIN_VARIABLE
from dashboard.server.hosts import HOSTS_VARIABLE
from dashboard.store import DATA_VARIABLE

Port = Annotated[
    int | None,
    typer.Option(
        min=1,
        max=65535,
        show_default="the next free one from 8501",
        help="Port to serve the dashboard on.",
    ),
]
Address = Annotated[
    str,
    typer.Option(help="Network address to serve on; 0.0.0.0 lets other computers in."),
]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Open no browser.")]
Data = Annotated[
    str | None,
    typer.Option(
        metavar="STORE",
        show_default=f"the variable {DATA_VARIABLE}, else the store in the user's data folder",
        help="Practices to show: a store (FILE.sqlite, postgresql://user@host/database), or a table"
        " file, which is only read (CSV, TSV, XLSX, XLS, ODS, GeoJSON).",
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        metavar="STORE",
        show_default="the store that the dashboard shows",
        help="Store to put them into: FILE.sqlite, or postgresql://user@host/database; made where"
        " there is none.",
    ),
]
BasePath = Annotated[
    str,
    typer.Option(
        metavar="PATH", help="Serve under this path, for a proxy that passes it on: praktyki."
    ),
]
Hosts = Annotated[
    list[str] | None,
    typer.Option(
        "--host",
        metavar="NAME",
        envvar=HOSTS_VARIABLE,
        show_default="localhost, this machine's name, where people log in",
        help="Name that a browser may ask by, besides addresses in figures; may be given again."
        " *.example.org stands for all below it, * for any.",
    ),
]
Edit = Annotated[
    bool,
    typer.Option(
        "--edit",
        envvar=EDIT_VARIABLE,
        help="Let visitors save corrected positions in the store.",
    ),
]
Login = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        envvar=LOGIN_VARIABLE,
        help="Identity provider (OpenID Connect) at which those log in who save corrections.",
    ),
]
Editors = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        envvar=EDITORS_VARIABLE,
        help="Those who alone may save corrections: a file of e-mail addresses, or these.",
    ),
]
TrustEmail = Annotated[
    bool,
    typer.Option(
        "--trust-email",
        envvar=TRUST_EMAIL_VARIABLE,
        help="Let an address count though the provider does not state that it is verified"
        " (email_verified). Only for a provider where nobody can choose another's address.",
    ),
]
