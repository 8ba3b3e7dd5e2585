"""The options of serving the dashboard, which `doctor` and `demo` know, too."""

from pathlib import Path
from typing import Annotated

import typer

from dashboard.variables import (
    API_ORIGINS_VARIABLE,
    BASEMAP_VARIABLE,
    EDIT_VARIABLE,
    EDITORS_VARIABLE,
    EMBED_IN_VARIABLE,
    HOSTS_VARIABLE,
    LOGIN_VARIABLE,
    MAP_SERVERS_VARIABLE,
    PUBLISHER_VARIABLE,
    TRUST_EMAIL_VARIABLE,
)

Port = Annotated[
    int | None,
    typer.Option(min=1, max=65535, show_default="help-port-default", help="help-port"),
]
Address = Annotated[str, typer.Option(metavar="metavar-address", help="help-address")]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="help-no-browser")]
Data = Annotated[
    str | None,
    typer.Option(metavar="metavar-store", show_default="help-data-default", help="help-data"),
]
Output = Annotated[
    str | None,
    typer.Option(metavar="metavar-store", show_default="help-output-default", help="help-output"),
]
BasePath = Annotated[str, typer.Option(metavar="metavar-path", help="help-base-path")]
Basemap = Annotated[
    Path | None,
    typer.Option(metavar="metavar-file", envvar=BASEMAP_VARIABLE, help="help-basemap"),
]
MapServers = Annotated[
    Path | None,
    typer.Option(metavar="metavar-file", envvar=MAP_SERVERS_VARIABLE, help="help-map-servers"),
]
Hosts = Annotated[
    list[str] | None,
    typer.Option(
        "--host",
        metavar="metavar-name",
        envvar=HOSTS_VARIABLE,
        show_default="help-host-default",
        help="help-host",
    ),
]
ApiOrigins = Annotated[
    list[str] | None,
    typer.Option(
        "--api-origin",
        metavar="metavar-address",
        envvar=API_ORIGINS_VARIABLE,
        show_default="help-api-origin-default",
        help="help-api-origin",
    ),
]
EmbedIn = Annotated[
    list[str] | None,
    typer.Option(
        "--embed-in",
        metavar="metavar-origin",
        envvar=EMBED_IN_VARIABLE,
        show_default="help-embed-in-default",
        help="help-embed-in",
    ),
]
PublisherFile = Annotated[
    Path | None,
    typer.Option(
        "--publisher", metavar="metavar-file", envvar=PUBLISHER_VARIABLE, help="help-publisher"
    ),
]
Edit = Annotated[bool, typer.Option("--edit", envvar=EDIT_VARIABLE, help="help-edit-option")]
Login = Annotated[
    Path | None, typer.Option(metavar="metavar-file", envvar=LOGIN_VARIABLE, help="help-login")
]
Editors = Annotated[
    str | None,
    typer.Option(metavar="metavar-file", envvar=EDITORS_VARIABLE, help="help-editors"),
]
TrustEmail = Annotated[
    bool,
    typer.Option("--trust-email", envvar=TRUST_EMAIL_VARIABLE, help="help-trust-email"),
]
