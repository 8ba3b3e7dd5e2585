/* The marks as numbers: where they are in the world, and which of them stand so close at a zoom
   that one bubble stands for them. Nothing here touches the page. */

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
export class Points {
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

/* The marks that are seen, in groups, at one zoom, in the view and as far around it as the
   view is wide. The cells lie fixed in the world, so the groups stay as they are when the map
   is dragged; the room around keeps the edge, where cells miss their neighbours, out of sight. */
export class Clusters {
  constructor(points, shown, zoom, view) {
    this.zoom = zoom;
    this.scale = TILE * 2 ** zoom;
    this.layCells(view);
    this.cells = []; // column, row, count, first (mark), x and y (mean; pixels), group
    this.cellOfPoint = new Int32Array(points.length).fill(-1);
    this.fillCells(points, shown);
    this.groups = []; // key, count, practices, first, x and y of the cells in it together
    this.joinCells();
    this.countPractices(points);
  }

  layCells({ min, max }) {
    const [wide, high] = [max.x - min.x, max.y - min.y];
    this.left = Math.floor((min.x - wide) / CELL);
    this.top = Math.floor((min.y - high) / CELL);
    this.columns = Math.ceil((max.x + wide) / CELL) - this.left;
    this.rows = Math.ceil((max.y + high) / CELL) - this.top;
    this.cellAt = new Int32Array(this.columns * this.rows).fill(-1);
  }

  /* Whether the groups are known everywhere in some bounds, pixels of the world. */
  covers({ min, max }) {
    const [right, bottom] = [this.left + this.columns, this.top + this.rows];
    return (
      min.x >= this.left * CELL &&
      max.x <= right * CELL &&
      min.y >= this.top * CELL &&
      max.y <= bottom * CELL
    );
  }

  fillCells(points, shown) {
    for (let at = 0; at < points.length; at++) {
      if (shown && !shown[at]) continue;
      const x = points.x[at] * this.scale;
      const y = points.y[at] * this.scale;
      const index = this.cellIndex(
        Math.floor(x / CELL) - this.left,
        Math.floor(y / CELL) - this.top,
        at,
      );
      if (index < 0) continue;
      const cell = this.cells[index];
      cell.count++;
      cell.x += (x - cell.x) / cell.count;
      cell.y += (y - cell.y) / cell.count;
      this.cellOfPoint[at] = index;
    }
  }

  /* The index of a cell, which is made for a first mark; -1 outside. */
  cellIndex(column, row, first) {
    if (column < 0 || column >= this.columns || row < 0 || row >= this.rows) return -1;
    const at = row * this.columns + column;
    if (this.cellAt[at] < 0) {
      this.cellAt[at] = this.cells.length;
      this.cells.push({ column, row, count: 0, first, x: 0, y: 0, group: null });
    }
    return this.cellAt[at];
  }

  /* The fullest cells take in what is close to them in the cells around, so that marks on two
     sides of an edge come together and no two bubbles stand over each other. */
  joinCells() {
    const keyOf = ({ column, row }) => (row + this.top) * ROW + column + this.left;
    const byCount = this.cells.map((cell) => ({ cell, key: keyOf(cell) }));
    byCount.sort((one, other) => other.cell.count - one.cell.count || one.key - other.key);
    for (const { cell: seed, key } of byCount) {
      if (seed.group) continue;
      const joined = [seed, ...this.around(seed)];
      const count = joined.reduce((sum, cell) => sum + cell.count, 0);
      const mean = (axis) => joined.reduce((sum, cell) => sum + cell[axis] * cell.count, 0) / count;
      const group = { key, first: seed.first, count, x: mean("x"), y: mean("y") };
      joined.forEach((cell) => (cell.group = group));
      this.groups.push(group);
    }
  }

  /* How many practices a group has, some of which may have several marks in it; those of one
     practice come one after another. */
  countPractices(points) {
    for (let at = 0; at < points.length; at++) {
      const group = this.groupOf(at);
      if (!group || group.newest === points.practices[at]) continue;
      group.newest = points.practices[at];
      group.practices = (group.practices ?? 0) + 1;
    }
  }

  /* The free cells whose marks are, in the mean, closer to a cell's than one side. */
  around(seed) {
    const near = [];
    for (let row = Math.max(0, seed.row - 1); row <= Math.min(this.rows - 1, seed.row + 1); row++) {
      for (
        let column = Math.max(0, seed.column - 1);
        column <= Math.min(this.columns - 1, seed.column + 1);
        column++
      ) {
        const cell = this.cells[this.cellAt[row * this.columns + column]];
        if (!cell || cell === seed || cell.group) continue;
        if (Math.hypot(cell.x - seed.x, cell.y - seed.y) < CELL) near.push(cell);
      }
    }
    return near;
  }

  /* The group of a mark; undefined where it is not seen, or far from the view. */
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
