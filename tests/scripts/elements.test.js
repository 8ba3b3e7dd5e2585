import assert from "node:assert/strict";
import { test } from "node:test";

import drawChoices from "../../dashboard/ui/elements/choices.js";
import drawCounts from "../../dashboard/ui/elements/counts.js";
import drawList from "../../dashboard/ui/elements/list.js";
import drawPlaces from "../../dashboard/ui/elements/places.js";
import { controlOf } from "../../dashboard/ui/elements/presentation.js";
import { scene } from "../../dashboard/ui/elements/timeline.js";
import drawTray from "../../dashboard/ui/elements/tray.js";
import { element, fill } from "../../dashboard/views/assets/dom.js";
import { mount, openPage } from "./page.js";

const HOSTILE = "<img src=x onerror=alert(1)>";

function listOf(...titles) {
  const entries = titles.map((title, at) => ({ number: at + 1, title, mark: "exact", symbol: 0 }));
  const symbols = [{ path: "M0 0", colour: "red" }];
  const words = { list: "Praktyki", previous: "Poprzednia", next: "Następna", page: "1 z 2" };
  return { entries, symbols, selected: 2, page: 0, pages: 2, words };
}

test("a text is set as text, never as markup", () => {
  openPage();
  assert.equal(element("p", "", HOSTILE).children.length, 0);
  assert.equal(element("p", "quiet", HOSTILE).textContent, HOSTILE);
});

test("a pattern is filled by names", () => {
  assert.equal(fill("{count} w {place}, {count}", { count: 3, place: "x" }), "3 w x, 3");
});

test("a practice of the list is chosen by its button", () => {
  const parent = openPage('<div class="list"></div>');
  const sent = mount(drawList, parent, listOf("Dom", HOSTILE));
  const buttons = parent.querySelectorAll("button.entry");
  assert.equal(parent.querySelectorAll("img").length, 0);
  assert.equal(buttons[1].getAttribute("aria-current"), "true");
  buttons[0].click();
  assert.deepEqual(sent, [["chosen", 1]]);
});

test("a list of several pages is turned, but not before its first", () => {
  const parent = openPage('<div class="list"></div>');
  const sent = mount(drawList, parent, listOf("Dom"));
  const [previous, next] = parent.querySelectorAll("button.turn");
  assert.equal(previous.disabled, true);
  next.click();
  assert.deepEqual(sent, [["turned", 1]]);
});

test("a list that is drawn anew keeps the focus on its practice", () => {
  const parent = openPage('<div class="list"></div>');
  mount(drawList, parent, listOf("Dom", "Szkoła"));
  parent.querySelector("#row-2").focus();
  mount(drawList, parent, listOf("Inny", "Szkoła"));
  assert.equal(document.activeElement.id, "row-2");
});

test("words that were searched are marked in the title or in an extract, as text", () => {
  const parent = openPage('<div class="list"></div>');
  const list = listOf("Dom kultury", "Szkoła");
  list.entries[0].title_parts = [
    ["Dom ", false],
    ["kultury", true],
  ];
  list.entries[1].extract = [
    [HOSTILE, false],
    ["kulturze", true],
  ];
  mount(drawList, parent, list);
  const marked = [...parent.querySelectorAll("mark")].map((one) => one.textContent);
  assert.deepEqual(marked, ["kultury", "kulturze"]);
  assert.equal(parent.querySelector(".title").textContent, "Dom kultury");
  assert.equal(parent.querySelectorAll("img").length, 0);
});

test("the same list stays as it is", () => {
  const parent = openPage('<div class="list"></div>');
  mount(drawList, parent, listOf("Dom"));
  const before = parent.querySelector("li");
  mount(drawList, parent, listOf("Dom"));
  assert.equal(parent.querySelector("li"), before);
});

test("a choice that is taken is pressed", () => {
  const parent = openPage('<div class="choices"></div>');
  const choices = [1, 2].map((number) => ({ number, label: `nr ${number}`, details: "" }));
  const sent = mount(drawChoices, parent, { label: "Kandydaci", choices, taken: 2 });
  assert.deepEqual(
    [...parent.querySelectorAll("button")].map((one) => one.getAttribute("aria-pressed")),
    ["false", "true"],
  );
  parent.querySelector("#choice-1").click();
  assert.deepEqual(sent, [["taken", 1]]);
});

test("a cell of the counts sends its row and its column", () => {
  const parent = openPage('<div class="counts"></div>');
  const cell = { text: "3", level: 1, share: 0.5, choosable: true, label: "", pressed: false };
  const sent = mount(drawCounts, parent, {
    kind: "ranking",
    caption: "Liczby",
    corner: "",
    columns: [{ key: "k", label: "Kultura", choosable: false }],
    rows: [{ key: "r", label: "Łódź", choosable: true, pressed: false, cells: [cell] }],
  });
  for (const button of parent.querySelectorAll("button")) button.click();
  assert.deepEqual(sent, [
    ["chosen", ["r", null]],
    ["chosen", ["r", "k"]],
  ]);
});

test("a row of places opens by its button and keeps the roles of a table", () => {
  const parent = openPage('<div class="places"></div>');
  const sent = mount(drawPlaces, parent, {
    words: { caption: "Położenia" },
    columns: ["Praktyka", "Stan"],
    rows: [{ id: "5/1", title: HOSTILE, details: "", mark: "ok", cells: ["sprawdź"] }],
    pages: 1,
  });
  assert.equal(parent.querySelectorAll('[role="row"]').length, 2);
  assert.equal(parent.querySelector('[role="cell"]').dataset.label, "Stan");
  parent.querySelector("#place-5-1").click();
  assert.deepEqual(sent, [["chosen", "5/1"]]);
});

test("a file in the making has a bar, one that failed is tried again", () => {
  const parent = openPage("<div><ul></ul><output></output></div>").firstChild;
  const words = {
    label: "Pliki",
    cancel: "Anuluj",
    save: "Zapisz",
    retry: "Ponów",
    close: "Zamknij",
  };
  const files = [
    { number: 1, name: "a.pdf", stage: "making", words: "w przygotowaniu", percent: 30 },
    { number: 2, name: "b.pdf", stage: "failed", words: "nie udało się", percent: 0 },
  ];
  const sent = mount(drawTray, parent, { words, files, beat: 0 });
  const [making, failed] = parent.querySelectorAll("li");
  assert.equal(making.querySelector("progress").value, 30);
  failed.querySelector("button").click();
  assert.deepEqual(sent, [["retry", 2]]);
  assert.equal(parent.querySelector("output").textContent, "b.pdf: nie udało się");
  clearTimeout(parent.mapaPraktykTray.timer);
});

const CONTROLS = [
  { label: "Dalej", keys: ["ArrowRight"] },
  { label: "Koniec", keys: ["Escape"] },
];

function pressed(key, node, changes = {}) {
  return controlOf({ key, composedPath: () => [node], ...changes }, CONTROLS)?.label;
}

test("a key stands for its control", () => {
  openPage("<p></p>");
  assert.equal(pressed("ArrowRight", document.querySelector("p")), "Dalej");
  assert.equal(pressed("x", document.querySelector("p")), undefined);
});

test("a text field keeps its keys, but Escape", () => {
  openPage("<input>");
  const field = document.querySelector("input");
  assert.equal(pressed("ArrowRight", field), undefined);
  assert.equal(pressed("Escape", field), "Koniec");
});

test("a key with another one held belongs to the browser", () => {
  openPage("<p></p>");
  assert.equal(pressed("ArrowRight", document.querySelector("p"), { ctrlKey: true }), undefined);
});

test("a year's scene has its regions in order, with their words and counts of classes", () => {
  const frame = {
    words: [
      [0, 1],
      [1, 0],
    ],
    kinds: ["class-1", "zero"],
    order: [1, 0],
    shares: [1, 0],
    title: "Liczba praktyk",
    legend: [
      ["zero", "brak"],
      ["class-2", "5–9"],
    ],
  };
  const message = {
    frames: [frame, frame],
    words: ["3", "0"],
    regions: [
      ["lodzkie", "łódzkie"],
      ["lubuskie", "lubuskie"],
    ],
    measures: ["praktyki", "udział"],
    shown: 0,
    level: "wojewodztwo",
    note: "",
  };
  const shown = scene({ message, digest: "d", years: ["2019", "2020"] }, 0);
  assert.deepEqual(
    shown.regions.map(({ name, value }) => [name, value]),
    [
      ["lubuskie", "0"],
      ["łódzkie", "3"],
    ],
  );
  assert.deepEqual(shown.regions[0].lines, ["praktyki: 0", "udział: 3"]);
  assert.deepEqual(
    shown.legend.rows.map(({ count }) => count),
    ["(1)", "(0)"],
  );
  assert.deepEqual(
    [shown.until, scene({ message, digest: "d", years: ["2019", "2020"] }, 1).until],
    [2019, null],
  );
});
