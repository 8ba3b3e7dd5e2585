import assert from "node:assert/strict";
import { test } from "node:test";

import { CLASSES, nameOf, SCHEMAS, widthAt } from "../../dashboard/views/assets/ground_style.js";
import { lineSpots } from "../../dashboard/views/assets/placement.js";

const NAMES = new Set(CLASSES.map(({ name }) => name));

const FEATURES = [
  ["protomaps", "water", { kind: "lake" }, true, "lake"],
  ["protomaps", "water", { kind: "ocean" }, true, "sea"],
  ["protomaps", "water", { kind: "river" }, false, "river"],
  ["protomaps", "roads", { kind: "highway", kind_detail: "motorway" }, false, "motorway"],
  ["protomaps", "roads", { kind: "major_road", kind_detail: "secondary" }, false, "secondary"],
  ["protomaps", "roads", { kind: "minor_road", kind_detail: "residential" }, false, "minor"],
  ["protomaps", "roads", { kind: "rail" }, false, "rail"],
  ["protomaps", "boundaries", { kind_detail: 7 }, false, "commune"],
  ["protomaps", "landuse", { kind: "forest" }, true, "wood"],
  ["openmaptiles", "transportation", { class: "primary" }, false, "primary"],
  ["openmaptiles", "transportation", { class: "rail" }, false, "rail"],
  ["openmaptiles", "waterway", { class: "stream" }, false, "stream"],
  ["openmaptiles", "boundary", { admin_level: 6 }, false, "county"],
  ["openmaptiles", "water", { class: "ocean" }, true, "sea"],
];

for (const [schema, layer, properties, isArea, expected] of FEATURES) {
  test(`${schema}: ${layer} ${JSON.stringify(properties)} is drawn as ${expected}`, () => {
    assert.equal(SCHEMAS[schema].classes[layer](properties, isArea), expected);
    assert.ok(NAMES.has(expected));
  });
}

test("what no class is for is not drawn", () => {
  assert.equal(SCHEMAS.protomaps.classes.landuse({ kind: "aerodrome" }), null);
  assert.equal(SCHEMAS.openmaptiles.classes.boundary({ admin_level: 4, maritime: 1 }), null);
});

test("a name is in the language of the page where there is one", () => {
  const names = { name: "Görlitz", "name:pl": "Zgorzelec (Niemcy)" };
  assert.equal(nameOf(names, "pl"), "Zgorzelec (Niemcy)");
  assert.equal(nameOf(names, "en"), "Görlitz");
});

test("a line grows with the zoom, and no further than its ends", () => {
  const widths = [
    [8, 1],
    [10, 4],
  ];
  assert.deepEqual(
    [6, 8, 9, 10, 14].map((zoom) => widthAt(widths, zoom)),
    [1, 1, 2, 4, 4],
  );
});

test("a name stands in the middle of a straight line and is read from the left", () => {
  const [spot] = lineSpots(
    [
      [300, 0],
      [0, 300],
    ],
    100,
  );
  assert.ok(Math.abs(spot.x - 150) < 1 && Math.abs(spot.y - 150) < 1);
  assert.ok(Math.abs(spot.angle + 45) < 1e-6);
});

test("a name finds no room on a short line, nor around a bend", () => {
  const bend = [
    [0, 0],
    [60, 0],
    [60, 60],
  ];
  assert.deepEqual(
    lineSpots(
      [
        [0, 0],
        [50, 0],
      ],
      60,
    ),
    [],
  );
  assert.deepEqual(lineSpots(bend, 110), []);
});
