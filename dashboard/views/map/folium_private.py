"""What the maps need of folium and branca beyond their documented calls, known here alone.

tests/dashboard/views/test_folium_private.py runs it on the installed versions, which pyproject.toml
bounds to the minor version that was tested.
"""

import re
from typing import Any

from branca.element import MacroElement
from jinja2 import Template
from jinja2.utils import htmlsafe_json_dumps
from offlinefolium import elements


def packaged_text(address: str) -> str:
    """Return the text of a script or style by the address that folium links it by.

    Raises:
        KeyError: folium-offline does not carry it.
    """
    return str(elements._res[address])  # noqa: SLF001  its only door to the texts


def script_json(value: object) -> str:
    """Return the value as JSON that is safe inside a script and inside folium's templates.

    branca renders a script as a template once more, so that '{{ ... }}' in a text would be
    evaluated; a brace that could open a tag is therefore written as an escape.
    """
    return re.sub(r"\{(?=[{%#])", r"\\u007b", htmlsafe_json_dumps(value))


class BaseLayer(MacroElement):
    """Calls the scripts to draw the ground of a map and to add a layer over it.

    Attributes:
        layer: The function of the scripts that adds the layer.
        options: What the scripts are given, as JSON.
    """

    _template = Template("""
        {% macro script(this, kwargs) %}
        (function (map, options) {
          mapaPraktyk.drawBase(map, options);
          mapaPraktyk.{{ this.layer }}(map, options);
        })({{ this._parent.get_name() }}, {{ this.options }});
        {% endmacro %}
    """)

    def __init__(self, options: dict[str, Any], *, layer: str) -> None:
        """Carry the options to the scripts of the map that this is added to."""
        super().__init__()  # type: ignore[no-untyped-call]  # branca gives it no types
        self._name = "MapaBase"
        self.layer = layer
        self.options = script_json(options)


class StateMessage(MacroElement):
    """Calls a layer of the map, by the name it has there, to show a state.

    Attributes:
        layer: The layer's name on the map: 'mpPractices'.
        message: The state, as JSON.
    """

    _template = Template("""
        {% macro script(this, kwargs) %}
        {{ this._parent._parent.get_name() }}.{{ this.layer }}.show({{ this.message }});
        {% endmacro %}
    """)

    def __init__(self, message: dict[str, Any], *, layer: str) -> None:
        """Carry a state to the script of a layer; to be added to a feature group of the map."""
        super().__init__()  # type: ignore[no-untyped-call]  # branca gives it no types
        self._name = "MapaState"
        self.layer = layer
        self.message = script_json(message)
