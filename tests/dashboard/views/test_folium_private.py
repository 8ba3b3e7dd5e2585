"""What is relied on in folium, branca and folium-offline, on the installed versions."""

import folium
import pytest

from dashboard.views.map.folium_private import BaseLayer, StateMessage, packaged_text, script_json


def rendered(part):
    """The script of a map to which a part is added."""
    whole = folium.Map(tiles=None)
    part.add_to(whole)
    return whole, whole.get_root().render()


def test_a_base_layer_calls_the_scripts_with_its_map():
    whole, page = rendered(BaseLayer({"language": "pl"}, layer="addPractices"))
    assert "mapaPraktyk.addPractices(map, options);" in page
    assert f'({whole.get_name()}, {{"language": "pl"}});' in page


def test_a_message_is_for_the_map_that_its_group_is_on():
    whole, group = folium.Map(tiles=None), folium.FeatureGroup(control=False)
    StateMessage({"shown": [1]}, layer="mpPractices").add_to(group)
    group.add_to(whole)
    page = whole.get_root().render()
    assert f'{whole.get_name()}.mpPractices.show({{"shown": [1]}});' in page


@pytest.mark.parametrize("text", ["{{ 7 * 7 }}", "{% raw %}", "</script>", "{# #}"])
def test_no_text_is_a_template_or_the_end_of_a_script(text):
    _, page = rendered(BaseLayer({"text": text}, layer="addPractices"))
    assert script_json({"text": text}) in page


def test_leaflet_is_in_the_package_under_the_address_that_folium_links():
    addresses = dict([*folium.Map.default_js, *folium.Map.default_css])
    assert "Leaflet" in packaged_text(addresses["leaflet"])
    assert ".leaflet-pane" in packaged_text(addresses["leaflet_css"])
