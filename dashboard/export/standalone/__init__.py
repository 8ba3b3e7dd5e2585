"""One HTML file with the interactive map that opens from a disk, without a server or a network.

It holds the map's own scripts, styles, font and boundaries, and the practices as data that are
only ever shown as text; its security policy lets no other script run and nothing be loaded.
A practice takes about 1.3 kB, everything else 0.8 MB.
"""

from dashboard.export.standalone.page import map_html
from dashboard.export.standalone.records import MAX_PRACTICES

__all__ = ["MAX_PRACTICES", "map_html"]
