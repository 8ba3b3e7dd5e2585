"""Whether the services that were switched on answer."""

import http.client
from urllib.parse import urlsplit

from dashboard.cli.doctor.finding import Finding, ok, problem, warning
from dashboard.locale import message
from geocoding.online.services import SERVICES
from geocoding.settings import Settings

_CHECK = "online geocoder"


def check_service(settings: Settings, *, timeout_s: float) -> Finding:
    """Say whether the geocoding service that the settings name answers; none is asked otherwise.

    Args:
        settings: Of `python -m geocoding`.
        timeout_s: Seconds to wait.
    """
    if not settings.asks:
        return ok(_CHECK, found=message("doctor-no-service"))
    service = SERVICES[settings.asks]
    server = settings.server or service.server
    try:
        status = _status(
            server, service.status_path, agent=settings.user_agent, timeout_s=timeout_s
        )
    except (OSError, http.client.HTTPException, ValueError) as error:
        found = message(
            "doctor-service-silent",
            service=settings.asks,
            server=server,
            error=str(error) or type(error).__name__,
        )
        return problem(_CHECK, found=found, remedy=message("doctor-service-remedy"))
    found = message(
        "doctor-service-status", service=settings.asks, server=server, status=str(status)
    )
    if status == http.client.OK:
        return ok(_CHECK, found=found)
    return warning(_CHECK, found=found, remedy=message("doctor-service-log"))


def _status(server: str, path: str, *, agent: str, timeout_s: float) -> int:
    """Return the HTTP status of one answer of a server."""
    address = urlsplit(server)
    kind = http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
    connection = kind(address.hostname or "", address.port, timeout=timeout_s)
    try:
        path = address.path.rstrip("/") + path or "/"
        connection.request("GET", path, headers={"User-Agent": agent or "mapa-praktyk doctor"})
        return connection.getresponse().status
    finally:
        connection.close()
