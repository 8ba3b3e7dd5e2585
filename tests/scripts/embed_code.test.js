/* The HTML of a frame for the page of another site. */
import assert from "node:assert/strict";
import test from "node:test";
import { embeddedAddress, frameCode } from "../../dashboard/ui/elements/shared/embed_code.js";

const SETTINGS = {
  root: "/praktyki/",
  kept: ["woj", "p"],
  part: "mapa",
  partParam: "osadzenie",
  languageParam: "lang",
};

test("an address of a part has the filters, and nothing of another page", () => {
  const page = "https://a.pl/praktyki/pokrycie?woj=x&woj=y&miara=z&lang=en&prezentacja=1#b";
  assert.equal(
    embeddedAddress(page, { ...SETTINGS, language: "" }),
    "https://a.pl/praktyki/?woj=x&woj=y&osadzenie=mapa",
  );
  assert.equal(
    embeddedAddress("https://a.pl/praktyki/", { ...SETTINGS, language: "en" }),
    "https://a.pl/praktyki/?lang=en&osadzenie=mapa",
  );
});

test("what an address or a title holds cannot end its attribute", () => {
  const code = frameCode('https://a.pl/?a=1&b="<', { title: '"><script>', width: 0, height: 300 });
  assert.equal(
    code,
    '<iframe src="https://a.pl/?a=1&amp;b=&quot;&lt;" title="&quot;>&lt;script>" ' +
      'width="100%" height="300" loading="lazy" style="border: 0; max-width: 100%"></iframe>',
  );
});
