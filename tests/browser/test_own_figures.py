"""An analyst adds a figure of the own office: a file, its words, the map, what is missing."""

import re

import pytest
from playwright.sync_api import expect

VOIVODESHIPS = ("02", "04", "06", "08", "10", "12", "14", "16", "18", "20", "22", "24", "26", "28")
"""Two of the sixteen are not in the file."""


@pytest.fixture
def bring():
    """A function that puts a file of lines into the dialog of figures."""

    def put(page, name, lines):
        content = "\n".join(lines).encode()
        file = {"name": name, "mimeType": "text/csv", "buffer": content}
        page.locator('[role="dialog"] input[type=file]').set_input_files(file)

    return put


@pytest.fixture
def dialog(page, dashboard_url):
    """The dialog, opened from the page on figures."""
    page.goto(dashboard_url + "/wskazniki")
    page.get_by_role("button", name="Dodaj wskaźnik").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("button", name="Wybierz plik")).to_be_visible()
    return dialog


def test_a_figure_goes_from_a_file_to_the_map_and_away_again(page, dialog, bring):
    rows = [f"{code};{at},5" for at, code in enumerate(VOIVODESHIPS)]
    rows[3] = f"{VOIVODESHIPS[3]};-"
    bring(page, "oswiata.csv", ["Kod;wydatki na oświatę 2024 [zł]", *rows, "99;7,5"])
    status = dialog.get_by_role("status")
    expect(status).to_contain_text("województwa: 13")
    expect(status).to_contain_text("oznaczeniem braku danych (-, x, .): 1")
    expect(dialog.get_by_text("Co w pliku nie pasuje: 1")).to_be_visible()
    expect(dialog.get_by_label("Nazwa wskaźnika")).to_have_value(re.compile("wydatki na oświatę"))
    expect(dialog.get_by_label("Jednostka", exact=True)).to_have_value("zł")
    show = dialog.get_by_role("button", name="Pokaż na mapie")
    expect(show).to_be_disabled()  # nothing says where it comes from
    dialog.get_by_label("Źródło").fill("GUS")
    dialog.get_by_label("Źródło").press("Tab")
    expect(show).to_be_enabled()
    show.click()
    expect(dialog).not_to_be_attached()
    expect(page).to_have_url(re.compile("wskaznik="))
    frame = page.frame_locator('[class*="st-key-mapa"] iframe')
    expect(frame.locator(".mp-legend")).to_contain_text("wydatki na oświatę")
    missing = page.get_by_text("te regiony nie mają wartości")
    for name in ("opolskie", "wielkopolskie", "zachodniopomorskie"):
        expect(missing).to_contain_text(name)
    page.reload()  # another visit of the same browser
    expect(page.get_by_role("note").filter(has_text="z Twojego pliku")).to_contain_text("60 minut")
    expect(frame.locator(".mp-legend")).to_contain_text("wydatki na oświatę")
    page.get_by_role("button", name="Usuń ten wskaźnik z tej wizyty").click()
    expect(page.get_by_text("Nie ma jeszcze żadnego wskaźnika")).to_be_visible()


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["a;b", "c;d"], id="nothing that names units"),
        pytest.param([], id="empty"),
    ],
)
def test_a_file_without_a_figure_is_refused_with_a_reason(page, dialog, bring, lines):
    bring(page, "plik.csv", lines)
    expect(dialog.get_by_role("alert")).not_to_be_empty()
    expect(dialog.get_by_role("button", name="Pokaż na mapie")).to_have_count(0)
    bring(page, "oswiata.csv", ["Kod;wydatki", "02;1", "04;2"])  # another may follow
    expect(dialog.get_by_role("status")).to_contain_text("województwa: 2")
