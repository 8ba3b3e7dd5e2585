import assert from "node:assert/strict";
import { test } from "node:test";

import { PageParam } from "../../dashboard/views/assets/page_address.js";
import { Arrivals, attributionMarkup } from "../../dashboard/views/assets/servers.js";
import { openPage } from "./page.js";

test("the words of an attribution are no markup", () => {
  openPage();
  const markup = attributionMarkup({ attribution: "<img src=x> & Co", attributionUrl: "" });
  assert.equal(markup, "<span>&lt;img src=x&gt; &amp; Co</span>");
});

test("an attribution leads to its address, which learns nothing of the page", () => {
  openPage();
  const said = { attribution: "© A", attributionUrl: "https://example.org/copyright" };
  document.body.innerHTML = attributionMarkup(said);
  const link = document.querySelector("a");
  assert.equal(link.getAttribute("href"), "https://example.org/copyright");
  assert.equal(link.rel, "noopener noreferrer");
});

const STATES = [
  [0, 0, "none"],
  [3, 0, "all"],
  [3, 1, "some"],
  [0, 2, "failed"],
];

for (const [come, failed, state] of STATES) {
  test(`${come} pictures that came and ${failed} that did not are '${state}'`, () => {
    const arrivals = new Arrivals();
    Object.assign(arrivals, { come, failed });
    assert.equal(arrivals.state, state);
    arrivals.begin();
    assert.equal(arrivals.state, "none");
  });
}

test("a parameter is kept in the address of the page, and goes when it is empty", () => {
  openPage();
  let value = "Ortofotomapa";
  const param = new PageParam("podklad", () => value);
  assert.equal(param.read(), null);
  param.write();
  assert.equal(param.read(), "Ortofotomapa");
  value = null;
  param.write();
  assert.equal(param.read(), "Ortofotomapa");
  value = "";
  param.write();
  assert.equal(param.read(), null);
});
