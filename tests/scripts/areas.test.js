import assert from "node:assert/strict";
import { test } from "node:test";

import { areaText, boundsText } from "../../dashboard/views/assets/areas.js";

test("corners are written as an address holds them", () => {
  const corners = [
    { lat: 49.9, lng: 20.30001 },
    { lat: 50.05, lng: 20.6 },
  ];
  assert.equal(areaText(corners), "49.9000,20.3000,50.0500,20.6000");
});

test("a view beyond the map ends where the map does", () => {
  const bounds = {
    getSouthWest: () => ({ lat: 30, lng: -20 }),
    getNorthEast: () => ({ lat: 70, lng: 60 }),
  };
  assert.equal(boundsText(bounds), "44.5000,4.0000,59.5000,34.0000");
});
