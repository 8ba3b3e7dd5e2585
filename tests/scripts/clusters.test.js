import assert from "node:assert/strict";
import { test } from "node:test";

import { Clusters, Points } from "../../dashboard/views/assets/clusters.js";

const POLAND = { min: { x: 0, y: 0 }, max: { x: 256 * 2 ** 6, y: 256 * 2 ** 6 } };

/* Points of practices 1, 2, 3... at the given [lat, lon]. */
function pointsAt(degrees) {
  return new Points({
    practice: degrees.map((_, at) => at + 1),
    lat: degrees.map(([lat]) => Math.round(lat * 1e5)),
    lon: degrees.map(([, lon]) => Math.round(lon * 1e5)),
    section: degrees.map(() => 0),
    precision: degrees.map(() => 0),
  });
}

function counts(points, shown = null) {
  return new Clusters(points, shown, 6, POLAND).groups.map(({ count }) => count).sort();
}

test("marks at one place are one group, those far away are others", () => {
  assert.deepEqual(
    counts(
      pointsAt([
        [52, 19],
        [52, 19],
        [50, 22],
      ]),
    ),
    [1, 2],
  );
});

test("marks on two sides of an edge of cells come together", () => {
  const near = Array.from({ length: 40 }, (_, at) => [52, 19 + at * 0.02]);
  assert.deepEqual(counts(pointsAt(near)), [40]);
});

test("what the mask leaves out is in no group", () => {
  assert.deepEqual(
    counts(
      pointsAt([
        [52, 19],
        [52, 19],
        [50, 22],
      ]),
      [1, 0, 0],
    ),
    [1],
  );
});

test("a group says how many practices it has, not how many marks", () => {
  const points = pointsAt([
    [52, 19],
    [52, 19],
    [52, 19],
    [50, 22],
  ]);
  points.practices = [7, 7, 9, 7];
  const { groups } = new Clusters(points, null, 6, POLAND);
  assert.deepEqual(
    groups.map(({ count, practices }) => [count, practices]),
    [
      [3, 2],
      [1, 1],
    ],
  );
});

test("the members of a group are the marks that it counts", () => {
  const points = pointsAt([
    [52, 19],
    [50, 22],
    [52, 19],
  ]);
  const clusters = new Clusters(points, null, 6, POLAND);
  assert.deepEqual(clusters.members(clusters.groupOf(0)), [0, 2]);
});

test("a mark outside the view and what is around it belongs to no group", () => {
  const far = { min: { x: 0, y: 0 }, max: { x: 10, y: 10 } };
  assert.equal(new Clusters(pointsAt([[52, 19]]), null, 6, far).groupOf(0), undefined);
});

test("all marks of one practice are found", () => {
  const points = pointsAt([
    [52, 19],
    [50, 22],
    [51, 20],
  ]);
  points.practices = [7, 8, 7];
  assert.deepEqual([points.of(7), points.of(9), points.of(null)], [[0, 2], [], []]);
});
