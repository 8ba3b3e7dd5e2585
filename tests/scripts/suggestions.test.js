import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import suggest, { fold, matching, prepared } from "../../dashboard/ui/elements/suggestions.js";
import { openPage } from "./page.js";

const UNITS = [
  "Łódź (miasto na prawach powiatu, łódzkie)",
  "Bochnia (gmina miejska, pow. bocheński, małopolskie)",
  "Bochnia (gmina wiejska, pow. bocheński, małopolskie)",
  "Bielsko-Biała (miasto na prawach powiatu, śląskie)",
  "powiat bocheński (małopolskie)",
].map(prepared);
const WORDS = { label: "Podpowiedzi", elsewhere: "Szukaj: {text}" };
const COUNTS = ["brak", "1 podpowiedź", "2 podpowiedzi", "3 podpowiedzi"];

const found = (query) => matching(UNITS, query, 9).map(({ text }) => text.split(",")[0]);

test("case, diacritics and dashes are set apart", () => {
  assert.equal(fold("  BIELSKO–Biała (śląskie)"), "bielsko biala slaskie");
});

test("a unit is found by the beginnings of its words", () => {
  assert.deepEqual(found("lodz"), ["Łódź (miasto na prawach powiatu"]);
  assert.deepEqual(found("bielsko biala"), ["Bielsko-Biała (miasto na prawach powiatu"]);
  assert.deepEqual(found("bochnia wiej"), ["Bochnia (gmina wiejska"]);
  assert.deepEqual(found("ochnia"), []);
  assert.deepEqual(found(" "), []);
});

test("what begins with the query comes before what has it further on", () => {
  assert.deepEqual(found("bochen"), [
    "Bochnia (gmina miejska",
    "Bochnia (gmina wiejska",
    "powiat bocheński (małopolskie)",
  ]);
  assert.equal(found("powiat boch")[0], "powiat bocheński (małopolskie)");
});

let end = () => {};
afterEach(() => end());

/* A page with the field, whose list of units is there at once; gives the field and what it sent. */
function openField() {
  openPage(
    '<div class="stApp"><div class="st-key-place"><input></div></div>' +
      '<script src="http://x/static/js/a.js"></script>',
  );
  globalThis.HTMLInputElement = window.HTMLInputElement;
  globalThis.InputEvent = window.InputEvent;
  globalThis.KeyboardEvent = window.KeyboardEvent;
  globalThis.fetch = async () => ({ ok: true, json: async () => UNITS.map(({ text }) => text) });
  const field = document.querySelector("input");
  const sent = [];
  field.addEventListener("keypress", (event) => event.key === "Enter" && sent.push(field.value));
  end = suggest({ data: { field: "place", file: "units", counts: COUNTS, words: WORDS } });
  field.focus();
  return { field, sent };
}

async function enter(field, text) {
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve, 5));
  return [...document.querySelectorAll("[role=option]")];
}

function press(field, key) {
  field.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

test("the field is a combobox with a list that says how many it has", async () => {
  const { field } = openField();
  assert.equal(field.getAttribute("role"), "combobox");
  assert.equal(field.getAttribute("aria-expanded"), "false");
  const options = await enter(field, "boch");
  assert.equal(field.getAttribute("aria-expanded"), "true");
  assert.equal(options.length, 4); // and the way to localities and codes
  assert.equal(options[3].textContent, "Szukaj: boch");
  assert.equal(document.querySelector("[role=status]").textContent, "3 podpowiedzi");
});

test("arrows choose, Enter takes, Escape closes", async () => {
  const { field, sent } = openField();
  const options = await enter(field, "boch");
  press(field, "ArrowDown");
  press(field, "ArrowDown");
  assert.equal(field.getAttribute("aria-activedescendant"), options[1].id);
  assert.equal(options[1].getAttribute("aria-selected"), "true");
  press(field, "Enter");
  await settle();
  assert.deepEqual(sent, [UNITS[2].text]);
  await enter(field, "boch");
  press(field, "Escape");
  assert.equal(field.getAttribute("aria-expanded"), "false");
});

test("the last option is reached by the arrow up, and sends what is typed", async () => {
  const { field, sent } = openField();
  const options = await enter(field, "32-060");
  press(field, "ArrowUp");
  assert.equal(field.getAttribute("aria-activedescendant"), options.at(-1).id);
  press(field, "Enter");
  await settle();
  assert.deepEqual(sent, ["32-060"]);
});

test("a whole name is taken by Enter alone, a part of one is sent as it is", async () => {
  const { field, sent } = openField();
  await enter(field, "bochnia");
  press(field, "Enter");
  await settle();
  assert.deepEqual(sent, [UNITS[1].text]);
  await enter(field, "boch");
  assert.equal(field.hasAttribute("aria-activedescendant"), false);
});

test("a click takes an option", async () => {
  const { field, sent } = openField();
  const options = await enter(field, "lodz");
  options[0].click();
  await settle();
  assert.deepEqual(sent, [UNITS[0].text]);
});
