"""The environment variables that hold settings of the dashboard.

A module that needs only a variable's name, such as the one with the options of the command, thus
imports nothing of what the setting is for. How much visitors may ask for is in `rate_limits`.
"""

from typing import Final

DATA_VARIABLE: Final = "MAPA_PRAKTYK_DATA"
"""What to show: a store, a table, or a data folder."""

CACHE_VARIABLE: Final = "MAPA_PRAKTYK_PREPARED"
"""The folder of what is prepared of a table for a quick start."""

BASEMAP_VARIABLE: Final = "MAPA_PRAKTYK_BASEMAP"
"""The map file in use."""

MAP_SERVERS_VARIABLE: Final = "MAPA_PRAKTYK_MAP_SERVERS"
"""The file that lists the servers of map pictures."""

EMBED_IN_VARIABLE: Final = "MAPA_PRAKTYK_EMBED_IN"
"""The sites whose pages may show parts of the map's page, with spaces between."""

PUBLISHER_VARIABLE: Final = "MAPA_PRAKTYK_PUBLISHER"
"""The file that says who publishes the dashboard."""

HOSTS_VARIABLE: Final = "MAPA_PRAKTYK_HOSTS"
"""What `--host` names, with spaces between."""

API_ORIGINS_VARIABLE: Final = "MAPA_PRAKTYK_API_ORIGINS"
"""What `--api-origin` names, with spaces between."""

EDIT_VARIABLE: Final = "MAPA_PRAKTYK_EDIT"
"""Whether corrections can be saved where the dashboard runs ('1')."""

LOGIN_VARIABLE: Final = "MAPA_PRAKTYK_LOGIN"
"""The file that describes the identity provider."""

EDITORS_VARIABLE: Final = "MAPA_PRAKTYK_EDITORS"
"""Those who may save corrections: their e-mail addresses, or the path of a file of them."""

TRUST_EMAIL_VARIABLE: Final = "MAPA_PRAKTYK_TRUST_EMAIL"
"""Whether addresses count which the identity provider does not state to be verified ('1'): for a
provider where nobody can choose an address that is not theirs."""
