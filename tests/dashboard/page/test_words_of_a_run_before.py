"""Requests that left the browser before it heard of the last run: their words are behind."""

import pytest


@pytest.mark.parametrize("option", ["małopolskie (2)", "małopolskie (1 234)"])
def test_a_count_that_has_changed_meanwhile_does_not_change_what_is_chosen(visit, option):
    page = visit(woj="małopolskie")
    page.multiselect(key="filter-woj").set_value([option])
    page.checkbox(key="filter-ludnosc-brak").check().run()
    assert not page.exception
    assert page.query_params["woj"] == "małopolskie"
    assert page.multiselect(key="filter-woj").value == ["małopolskie"]
    assert page.multiselect(key="filter-woj").values == ["małopolskie (1)"]


@pytest.mark.parametrize(
    ("script", "key"),
    [
        pytest.param("map_page", "dataset", id="practices"),
        pytest.param("coverage_page", "coverage-miara", id="measure"),
    ],
)
def test_an_option_in_another_language_chooses_nothing(visit, script, key):
    page = visit(script)
    box = page.selectbox(key=key)
    before, word = box.value, "Words of another language"
    box.options.append(word)
    box.set_value(word).run()
    assert not page.exception
    assert page.selectbox(key=key).value == before
