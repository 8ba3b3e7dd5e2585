/* The marks as numbers: where they are in the world, and which of them stand so close at a zoom
   that one bubble stands for them. Nothing here touches the page. */
(function () {
  "use strict";
  const space = (window.mapaPraktyk = window.mapaPraktyk || {});
  const UNITS_PER_DEGREE = 100000;
  const TILE = 256; // pixels of the world at zoom 0, as Leaflet has it
  const CELL = 46; // side of a cell, and least distance between two bubbles, in pixels
  const ROW = 2 ** 26; // more cells than a row of the world ever has

  /* Where a latitude is in the world of the Web Mercator projection, 0 (north) to 1. */
  function mercator(degrees) {
    const sine = Math.sin((degrees * Math.PI) / 180);
    return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  }

  /* All marks of a file of positions. */
  class Points {
    constructor({ practice, lat, lon, section, precision }) {
      this.practices = practice;
      this.sections = section;
      this.precisions = precision;
      this.lat = lat;
      this.lon = lon;
      this.length = practice.length;
      this.x = new Float64Array(this.length);
      this.y = new Float64Array(this.length);
      for (let at = 0; at < this.length; at++) {
        this.x[at] = lon[at] / UNITS_PER_DEGREE / 360 + 0.5;
        this.y[at] = mercator(lat[at] / UNITS_PER_DEGREE);
      }
    }

    latLng(at) {
      return L.latLng(this.lat[at] / UNITS_PER_DEGREE, this.lon[at] / UNITS_PER_DEGREE);
    }

    /* The marks of one practice. */
    of(practice) {
      const found = [];
      if (practice === null) return found;
      for (let at = this.practices.indexOf(practice); at >= 0; ) {
        found.push(at);
        at = this.practices.indexOf(practice, at + 1);
      }
      return found;
    }

    /* The smallest bounds with all the marks for which `has` is true; null where there is none. */
    bounds(has) {
      let [south, west, north, east] = [Infinity, Infinity, -Infinity, -Infinity];
      for (let at = 0; at < this.length; at++) {
        if (!has(at)) continue;
        south = Math.min(south, this.lat[at]);
        north = Math.max(north, this.lat[at]);
        west = Math.min(west, this.lon[at]);
        east = Math.max(east, this.lon[at]);
      }
      if (north < south) return null;
      const corner = (lat, lon) => [lat / UNITS_PER_DEGREE, lon / UNITS_PER_DEGREE];
      return L.latLngBounds(corner(south, west), corner(north, east));
    }
  }

  /* The marks that are seen, in groups, at one zoom. The cells lie fixed in the world, and all
     marks are grouped, not those of the view alone: the groups stay as they are when the map is
     dragged. */
  class Clusters {
    constructor(points, shown, zoom) {
      this.scale = TILE * 2 ** zoom;
      this.zoom = zoom;
      this.cellOfPoint = new Int32Array(points.length).fill(-1);
      this.cells = []; // key, count, first (mark), x and y (sums, then means; pixels), group
      this.fillCells(points, shown);
      this.groups = []; // like cells: the cell that others joined, which has them in its numbers
      this.joinCells();
    }

    fillCells(points, shown) {
      this.byKey = new Map();
      for (let at = 0; at < points.length; at++) {
        if (shown && !shown[at]) continue;
        const x = points.x[at] * this.scale;
        const y = points.y[at] * this.scale;
        const key = Math.floor(y / CELL) * ROW + Math.floor(x / CELL);
        let index = this.byKey.get(key);
        if (index === undefined) {
          index = this.cells.length;
          this.byKey.set(key, index);
          this.cells.push({ key, count: 0, first: at, x: 0, y: 0, group: null });
        }
        const cell = this.cells[index];
        cell.count++;
        cell.x += x;
        cell.y += y;
        this.cellOfPoint[at] = index;
      }
      for (const cell of this.cells) {
        cell.x /= cell.count;
        cell.y /= cell.count;
      }
    }

    /* The fullest cells take in what is close to them in the cells around, so that marks on two
       sides of an edge come together and no two bubbles stand over each other. */
    joinCells() {
      const byCount = [...this.cells].sort((one, other) => other.count - one.count || one.key - other.key);
      for (const seed of byCount) {
        if (seed.group) continue;
        const near = this.around(seed);
        const { key, first } = seed;
        const group = { key, first, count: 0, x: 0, y: 0 };
        for (const cell of [seed, ...near]) {
          cell.group = group;
          group.x += cell.x * cell.count;
          group.y += cell.y * cell.count;
          group.count += cell.count;
        }
        group.x /= group.count;
        group.y /= group.count;
        this.groups.push(group);
      }
    }

    /* The free cells whose marks are, in the mean, closer to a cell's than one side. */
    around(seed) {
      const near = [];
      for (let down = -1; down <= 1; down++) {
        for (let right = -1; right <= 1; right++) {
          const cell = this.cells[this.byKey.get(seed.key + down * ROW + right)];
          if (!cell || cell === seed || cell.group) continue;
          if (Math.hypot(cell.x - seed.x, cell.y - seed.y) < CELL) near.push(cell);
        }
      }
      return near;
    }

    /* The group of a mark; undefined where the mark is not seen. */
    groupOf(at) {
      const index = this.cellOfPoint[at];
      return index < 0 ? undefined : this.cells[index].group;
    }

    members(group) {
      const found = [];
      for (let at = 0; at < this.cellOfPoint.length; at++) {
        if (this.groupOf(at) === group) found.push(at);
      }
      return found;
    }
  }

  space.Points = Points;
  space.Clusters = Clusters;
})();
