import assert from "node:assert/strict";
import { test } from "node:test";

import { numberRanges, numbersAt } from "../../dashboard/views/assets/place_numbers.js";

const at = (...xs) => xs.map((x) => ({ x, y: 0 }));

test("a practice with one place alone has no number", () => {
  assert.deepEqual(numbersAt(at(5)), [""]);
});

test("places are numbered in their order, wherever they are", () => {
  assert.deepEqual(numbersAt(at(500, 0, 250)), ["1", "2", "3"]);
});

test("marks that cover each other show the numbers of all of them", () => {
  assert.deepEqual(numbersAt(at(0, 100, 10, 20)), ["1, 3–4", "2", "1, 3–4", "1, 3–4"]);
});

test("marks between two others join them", () => {
  assert.deepEqual(numbersAt(at(0, 30, 15)), ["1–3", "1–3", "1–3"]);
});

test("numbers in a row are written by their ends", () => {
  assert.equal(numberRanges([10, 2, 1, 3, 7]), "1–3, 7, 10");
});
