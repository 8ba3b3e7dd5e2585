"""The one table of the address bar's parameters, and what follows from it."""

import os
import re
import shutil
import subprocess
import sys

import pytest

from dashboard import url
from dashboard.cli import main
from dashboard.explore.catalog.facets import Facet
from dashboard.explore.coverage.classes import Breaks
from dashboard.explore.coverage.measures import PracticeMeasure
from dashboard.explore.filters.order import Order
from dashboard.locale import LANGUAGES
from dashboard.url import Dataset

FIRST_ADDRESSES = {
    *("woj", "powiat", "typ", "dzial", "poddzial", "rok", "ludnosc", "szukaj", "moja", "promien"),
    *("mojtyp", "mojaludnosc", "mojdzial", "kolejnosc", "wybrane", "p", "lang", "dane"),
    *("uzupelnij", "prezentacja", "poziom", "miara", "klasy", "punkty", "doroku", "region"),
    *("stan", "precyzja", "kontrola", "przeglad"),
}
"""Names that saved addresses have: none of them may ever mean anything else."""


def test_addresses_that_people_saved_keep_working():
    assert set(url.PARAM) >= FIRST_ADDRESSES
    assert len(url.PARAM) == len(url.PARAMS)


def test_every_filter_by_values_is_a_facet():
    assert [facet.value for facet in Facet] == [param.name for param in url.FACETS]


@pytest.mark.parametrize(
    ("param", "options"),
    [
        pytest.param(url.ORDER, tuple(Order), id="order"),
        pytest.param(url.MEASURE, tuple(PracticeMeasure), id="measure"),
        pytest.param(url.BREAKS, tuple(Breaks), id="classes"),
        pytest.param(url.DATASET, tuple(Dataset), id="dataset"),
        pytest.param(url.LANGUAGE, LANGUAGES, id="language"),
    ],
)
def test_a_default_is_one_of_the_options(param, options):
    assert param.default in options
    assert url.write({param: [param.default]}) == {}
    assert url.write({param: [options[-1]]}) == {param.name: [str(options[-1])]}


def test_every_page_keeps_what_the_others_wrote():
    query = {param.name: ["x"] for param in url.PARAMS} | {"utm_source": ["y"]}
    own = url.page_params(query)
    assert set(own) == {param.name for param in url.PARAMS if not param.is_shared}
    assert "utm_source" not in own


def test_other_practices_drop_what_means_nothing_for_them():
    query = {"p": ["150"], "wybrane": ["150"], "dane": ["demo"], "woj": ["x"], "doroku": ["2012"]}
    assert url.without_dataset(query) == {"woj": ["x"], "doroku": ["2012"]}


def test_a_switch_is_on_by_its_word_alone():
    assert url.is_on({"uzupelnij": ["nie"]}, url.STATED_ALONE)
    assert not url.is_on({"uzupelnij": ["ludnosc"]}, url.STATED_ALONE)
    assert url.switched(url.STATED_ALONE, is_on=True) == ["nie"]
    assert url.switched(url.STATED_ALONE, is_on=False) == []


def test_every_filter_and_question_of_the_pages_is_an_option_of_export(capsys):
    with pytest.raises(SystemExit, match="0"):
        main(["export", "--help"])
    words = capsys.readouterr().out.split()
    asked = [param for param in url.PARAMS if param.option]
    assert [param.name for param in asked if param.option not in words] == []
    by_page_alone = {
        *("mojtyp", "mojaludnosc", "mojagestosc", "mojaurbanizacja", "mojdzial"),
        "mojwskaznik",
        *("grupa", "gminygrupy", "kolejnosc", "wybrane"),
    }
    without = {param.name for param in url.PARAMS if param.is_shared and not param.option}
    assert without == by_page_alone
    question = {param.name for param in url.PARAMS if param.page is url.Page.COVERAGE}
    assert {param.name for param in asked} >= question - {"region"}


def test_a_new_facet_of_the_table_is_an_option_of_export(repository, tmp_path):
    ignored = shutil.ignore_patterns("*.pyc.*")  # what is being compiled just now
    shutil.copytree(repository / "dashboard", tmp_path / "dashboard", ignore=ignored)
    table = tmp_path / "dashboard" / "url.py"
    text = table.read_text(encoding="utf-8")
    text = re.sub(
        r"FACETS: Final = \((.*)\)",
        r'AWARD: Final = _facet("nagroda", "--award")\n\nFACETS: Final = (\1, AWARD)',
        text,
    )
    table.write_text(text, encoding="utf-8")
    with (tmp_path / "dashboard" / "locale" / "en" / "commands.ftl").open("a") as file:
        file.write("help-facet-award = Award; may repeat.\n")
    python_path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-c", "from dashboard.cli import main; main(['export', '--help'])"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": python_path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "--award" in done.stdout, done.stderr
    assert "Award; may repeat." in done.stdout
