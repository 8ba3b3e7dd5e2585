import importlib
import io
import random
import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from python_calamine import CalamineWorkbook

with pytest.MonkeyPatch.context() as patch:
    patch.syspath_prepend(Path(__file__).parents[2] / "programs" / "soak")
    attacks = importlib.import_module("attacks")
    edits = importlib.import_module("attack_edits")
    figure = importlib.import_module("attack_figure")
    logins = importlib.import_module("attack_logins")
    messages = importlib.import_module("attack_messages")
    server = importlib.import_module("attack_server")
    services = importlib.import_module("attack_services")
    runs = importlib.import_module("attack_runs")
    soak = importlib.import_module("soak_attack")
    tables = importlib.import_module("attack_tables")
    workbooks = importlib.import_module("attack_workbooks")

from streamlit.proto.BackMsg_pb2 import BackMsg

from dashboard.practices.demo import make_demo
from dashboard.store import open_store

pytestmark = pytest.mark.slow


def dice(seed=1):
    return random.Random(seed)  # noqa: S311  no secret


def sheets_of(content):
    """The XML of the sheets in a workbook."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = sorted(each for each in packed.namelist() if "/sheet" in each)
        return [packed.read(name) for name in names]


# What holds and what is broken


def test_nothing_is_broken_where_all_is_within_its_bounds():
    seen = server.Seen(seconds=5, health_s=1, others_s=1, memory_mib=200, log_mib=0.05)
    assert attacks.faults_of(seen, attacks.Bounds()) == []


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        (
            {"lives": False, "seconds": 3, "memory_mib": 9},
            "the server is down after 3 s, 9 MiB more",
        ),
        ({"wrong": "not refused by name"}, "not refused by name"),
        ({"seconds": 21}, "took 21.0 s"),
        ({"health_s": 6}, "no answer for 6.0 s"),
        ({"others_s": 6}, "another visitor waited 6.0 s"),
        ({"others": "TimeoutError"}, "another visitor: TimeoutError"),
        ({"memory_mib": 301}, "301 MiB more"),
        ({"log_mib": 2.0}, "logged 2.0 MiB"),
        ({"traces": 1}, "1 stacks of calls logged"),
    ],
)
def test_what_is_broken_is_told(changes, fault):
    assert attacks.faults_of(server.Seen(**changes), attacks.Bounds()) == [fault]


def test_times_may_be_longer_on_a_crowded_machine_and_memory_may_not():
    seen = server.Seen(seconds=50, health_s=12, others_s=12, memory_mib=301, crowding=3.0)
    assert attacks.faults_of(seen, attacks.Bounds()) == ["301 MiB more"]


@pytest.mark.parametrize(
    ("seen", "left_out", "verdict"),
    [
        ([server.Seen()], 0, "held"),
        ([server.Seen(), server.Seen(wrong="x"), server.Seen(traces=1)], 0, "BROKEN 2"),
        ([server.Seen()], 1, "NOT REACHED"),
        ([], 3, "NOT REACHED"),
    ],
)
def test_an_attack_that_was_not_brought_has_not_held(seen, left_out, verdict):
    outcome = attacks.Outcome(soak.ATTACKS[0], list(zip("abc", seen, strict=False)), left_out)
    assert outcome.verdict == verdict
    assert len(soak.row_of(outcome)) == len(soak.HEADINGS)


def test_a_programs_memory_is_its_own_and_not_of_who_starts_it():
    held = bytearray(b"x") * (400 * 2**20)
    assert runs.run([sys.executable, "-c", "pass"]).memory_mib < 200
    assert len(held) == 400 * 2**20


@pytest.mark.parametrize("who", ["itself", "a program that it starts"])
def test_a_programs_memory_is_measured(who):
    takes = "import time; held = bytearray(b'x') * (500 * 2**20); time.sleep(0.3)"
    if who != "itself":
        takes = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {takes!r}])"
    assert 500 < runs.run([sys.executable, "-c", takes]).memory_mib < 700


def measured(**changes):
    """A measurement in which all holds, but for the changes."""
    fields = {
        "answers": [0.1] * 100,
        "brought": figure.INPUTS,
        "before_mib": 400.0,
        "most_mib": 600.0,
        "back_s": 5.0,
    }
    return figure.Figure(**fields | changes)


def test_the_figure_of_ordinary_visitors_holds():
    assert figure.faults_of_figure(measured()) == []


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"answers": [0.1] * 90 + [2.0] * 10}, "95 % of the answers within 2.00 s"),
        ({"answers": []}, "95 % of the answers within inf s"),
        ({"errors": ["open: TimeoutError"]}, "1 errors of ordinary visitors"),
        ({"downs": ["xfd1048576"]}, "the server was down 1 times"),
        ({"brought": 12}, "12 of 40 inputs were brought in time"),
        ({"most_mib": 701.0}, "301 MiB more"),
        ({"back_s": None}, "the memory is not as before within 60 s"),
    ],
)
def test_what_does_not_hold_for_ordinary_visitors_is_told(changes, fault):
    assert figure.faults_of_figure(measured(**changes)) == [fault]
    assert figure.lines_of(measured(**changes))


def test_forty_inputs_are_brought_meanwhile():
    assert len(figure.inputs(dice())) == figure.INPUTS


@pytest.mark.parametrize(
    ("words", "is_refusal"),
    [
        ('<p class="mp-refused" role="alert"><strong>a.xlsx</strong>: za dużo</p>', True),
        ('<p class="mp-refused" role="alert"><strong>b.xlsx</strong>: za dużo</p>', False),
        ('<p class="mp-refused mp-not-taken" role="alert">a.xlsx</p>', False),
        ("<p>a.xlsx</p>", False),
    ],
)
def test_a_refusal_names_the_file(words, is_refusal):
    visitor = attacks.Visitor("http://127.0.0.1:1")
    visitor.words.append(words)
    assert bool(attacks.refusal(visitor, "a.xlsx")) is is_refusal


# What is brought


@pytest.mark.parametrize("attack", soak.ATTACKS, ids=lambda each: f"{each.mark} {each.name}")
def test_the_same_dice_make_the_same_variants(attack):
    names = [each.name for each in attack.make(dice(), 4)]
    assert names
    assert names == [each.name for each in attack.make(dice(), 4)]
    assert attack.server in soak.ORDER


def test_attacks_are_told_apart():
    named = [(each.mark, each.name) for each in soak.ATTACKS]
    assert len(named) == len(set(named))


@pytest.mark.parametrize("prefix", ["", *workbooks.PREFIXES])
def test_a_harmless_workbook_is_read_by_any_prefix(prefix):
    sheet = workbooks.sheet(workbooks.text_cell("A2", "x"), row="2", prefix=prefix)
    content = workbooks.Book(sheets=[sheet]).content()
    (part,) = sheets_of(content)
    assert etree.fromstring(part).tag == f"{{{workbooks.MAIN}}}worksheet"
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
        assert book.sheet_names == ["S0"]
        if prefix.isascii():
            assert book.get_sheet_by_name("S0").to_python() == [["title"], ["x"]]


def test_many_sheets_may_be_of_one_part():
    sheet = workbooks.sheet(workbooks.text_cell("A2", "x"), row="2")
    content = workbooks.Book(sheets=[sheet], names=30).content()
    assert len(sheets_of(content)) == 1
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
        assert len(book.sheet_names) == 30


def test_texts_are_shared_by_cells():
    sheet = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    book = workbooks.Book(
        sheets=[f'<worksheet xmlns="{workbooks.MAIN}"><sheetData>{sheet}</sheetData></worksheet>'],
        shared=f'<sst xmlns="{workbooks.MAIN}"><si><t>shared</t></si></sst>',
    )
    with CalamineWorkbook.from_filelike(io.BytesIO(book.content())) as read:
        assert read.get_sheet_by_name("S0").to_python() == [["shared"]]


def test_a_reference_is_spelled_in_many_ways():
    spelled = workbooks.spellings("XFD1048576")
    assert {"xfd1048576", "$XFD$1048576", "XFD01048576"} <= set(spelled)
    assert len(spelled) == len(set(spelled))


def test_messages_hold_what_they_are_named_for():
    made = {name: make() for name, make in messages.messages(3_000).items()}
    assert len(BackMsg.FromString(made["hashes"]).rerun_script.cached_message_hashes) == 1_000
    assert BackMsg.FromString(made["widgets"]).rerun_script.widget_states.widgets[0].id == "a"
    assert len(BackMsg.FromString(made["files to bring"]).file_urls_request.file_names) == 1_500
    assert BackMsg.FromString(made["address"]).rerun_script.query_string.startswith("p=1&")


def test_hostile_pages_are_no_larger_than_a_page_may_be():
    bodies = tables.hostile_bodies(dice())
    assert max(len(tables.page(body)) for body in bodies.values()) <= 2 * 2**20


def test_no_look_alike_is_an_editor_and_some_are_folded_to_one():
    made = logins.look_alikes(dice(), 99)
    assert not set(made) & set(logins.EDITORS)
    assert sum(each.casefold() in logins.EDITORS for each in made) >= 3


def test_an_answer_of_a_service_is_altered_in_one_place():
    assert (0, "address", "town") in set(services.fields_of(services.NOMINATIM))
    made = services.altered(services.NOMINATIM, (0, "address", "town"), None)
    assert b'"town": null' in made
    assert services.NOMINATIM[0]["address"]["town"] == "Bochnia"


def test_a_further_practice_leaves_the_others_of_a_store_as_they_are(tmp_path):
    store = open_store(str(tmp_path / "t.sqlite"))
    store.save(make_demo(3, seed=1))
    edits._add_practice(tmp_path / "t.sqlite", "123456789")  # noqa: SLF001  what the attack itself does
    practices = store.load().set_index("art")
    assert practices.loc[123456789, "title"] == "Praktyka 123456789"
    assert sorted(practices.index.drop(123456789)) == sorted(make_demo(3, seed=1)["art"])
