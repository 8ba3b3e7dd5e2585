/* Vector tiles: fetched once, and made into paths of the canvas and names with their places.

   A source, as tiles.py makes it:
     address   with {z}, {x} and {y}
     zooms     [first, last] of its tiles
     schema    name of one in ground_style.js
     isWhole   whether nothing else is drawn where it has a tile */
/*! This script holds @mapbox/vector-tile, pbf and @mapbox/point-geometry.

Copyright (c) 2024-2026, Mapbox. All rights reserved.

Redistribution and use in source and binary forms, with or without modification, are permitted
provided that the following conditions are met:

* Redistributions of source code must retain the above copyright notice, this list of conditions and
  the following disclaimer.
* Redistributions in binary form must reproduce the above copyright notice, this list of conditions
  and the following disclaimer in the documentation and/or other materials provided with the
  distribution.
* Neither the name of Mapbox nor the names of its contributors may be used to endorse or promote
  products derived from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED
WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A
PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR
ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT
LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR
TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF
ADVISED OF THE POSSIBILITY OF SUCH DAMAGE. */
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { nameOf, SCHEMAS, TILE_PIXELS } from "./ground_style.js";

const NO_CONTENT = 204;
const MOST_HELD = 240;
const [LINE, AREA] = [2, 3];

/* The paths of a feature, in pixels of the tile. */
function trace(path, rings, scale, isArea) {
  rings.forEach((ring) => {
    path.moveTo(ring[0].x * scale, ring[0].y * scale);
    for (let at = 1; at < ring.length; at++) path.lineTo(ring[at].x * scale, ring[at].y * scale);
    if (isArea) path.closePath();
  });
}

function eachFeature(layer, act) {
  for (let at = 0; at < layer.length; at++) act(layer.feature(at));
}

/* What is drawn of a tile: a path for each class, and the names. */
export function readTile(bytes, { schema, language }) {
  const { layers } = new VectorTile(new PbfReader(new Uint8Array(bytes)));
  const { classes, places, placeKind, lineNames } = SCHEMAS[schema];
  const tile = { paths: new Map(), places: [], lines: [] };
  Object.entries(layers).forEach(([name, layer]) => {
    const scale = TILE_PIXELS / layer.extent;
    if (classes[name])
      eachFeature(layer, (each) => addPath(tile.paths, each, classes[name], scale));
    const kind = lineNames[name];
    if (kind) eachFeature(layer, (each) => addLine(tile.lines, each, { kind, language, scale }));
  });
  if (layers[places]) {
    const scale = TILE_PIXELS / layers[places].extent;
    eachFeature(layers[places], (each) => {
      const kind = placeKind(each.properties);
      const text = nameOf(each.properties, language);
      if (!kind || !text) return;
      const [[{ x, y }]] = each.loadGeometry();
      const population = Number(each.properties.population) || 0;
      tile.places.push({ text, kind, population, x: x * scale, y: y * scale });
    });
  }
  return tile;
}

function addPath(paths, feature, classify, scale) {
  const isArea = feature.type === AREA;
  if (feature.type !== LINE && !isArea) return;
  const name = classify(feature.properties, isArea);
  if (!name) return;
  if (!paths.has(name)) paths.set(name, new Path2D());
  trace(paths.get(name), feature.loadGeometry(), scale, isArea);
}

function addLine(lines, feature, { kind, language, scale }) {
  const text = feature.type === LINE && nameOf(feature.properties, language);
  if (!text) return;
  feature.loadGeometry().forEach((line) => {
    lines.push({ text, kind, points: line.map(({ x, y }) => [x * scale, y * scale]) });
  });
}

/* The tiles of one source, those that were used last. */
export class TileSource {
  /* `arrived` is called when a tile is here, `failed` when one could not be had. */
  constructor({ address, zooms, schema, language }, { arrived, failed }) {
    Object.assign(this, { address, zooms, schema, language, arrived, failed });
    this.held = new Map(); // "z/x/y" -> tile, null where there is none, undefined while it comes
  }

  /* The tile that holds another one, which may be closer than this source goes. */
  within({ z, x, y }) {
    const up = Math.max(0, z - this.zooms[1]);
    return { z: z - up, x: x >> up, y: y >> up };
  }

  /* A tile: null where there is none, undefined as long as it is not here. */
  get({ z, x, y }) {
    if (z < this.zooms[0]) return null;
    const key = `${z}/${x}/${y}`;
    if (!this.held.has(key)) {
      this.load(key, { z, x, y });
      return undefined;
    }
    const tile = this.held.get(key);
    this.held.delete(key);
    this.held.set(key, tile);
    return tile;
  }

  /* The nearest tile around one that is here already, to be shown until that comes. */
  around({ z, x, y }) {
    for (let up = 1; z - up >= this.zooms[0]; up++) {
      const place = { z: z - up, x: x >> up, y: y >> up };
      const tile = this.held.get(`${place.z}/${place.x}/${place.y}`);
      if (tile) return { tile, place };
    }
    return null;
  }

  async load(key, { z, x, y }) {
    this.held.set(key, undefined);
    const address = this.address.replace("{z}", z).replace("{x}", x).replace("{y}", y);
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(`${answer.status} ${address}`);
      const isEmpty = answer.status === NO_CONTENT;
      this.held.set(key, isEmpty ? null : readTile(await answer.arrayBuffer(), this));
    } catch (error) {
      console.warn(error);
      this.held.set(key, null);
      this.failed();
    }
    this.forgetOldest();
    this.arrived();
  }

  forgetOldest() {
    for (const [key, tile] of this.held) {
      if (this.held.size <= MOST_HELD) return;
      if (tile !== undefined) this.held.delete(key);
    }
  }
}
