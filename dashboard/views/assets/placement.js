/* Where names find room: boxes that are taken, and the straight parts of lines. */

const STRAIGHT = 0.97; // the straight way to the way along a line, under its name

/* Boxes [left, top, right, bottom] in pixels of the zoom, found by where they are. */
export class Boxes {
  constructor() {
    this.cells = new Map();
  }

  static cellsOf([left, top, right, bottom]) {
    const keys = [];
    for (let y = Math.floor(top / 64); y <= Math.floor(bottom / 64); y++) {
      for (let x = Math.floor(left / 64); x <= Math.floor(right / 64); x++) keys.push(`${x}/${y}`);
    }
    return keys;
  }

  add(box) {
    Boxes.cellsOf(box).forEach((key) => {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    });
  }

  /* How many of them some boxes meet. */
  hits(boxes) {
    const met = new Set();
    boxes.forEach((box) => {
      Boxes.cellsOf(box).forEach((key) => {
        this.cells.get(key)?.forEach((other) => {
          if (box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])
            met.add(other);
        });
      });
    });
    return met.size;
  }
}

/* Where a name of `width` pixels can lie along a line, from its middle outwards: the middle of
   the name, and the angle in degrees that is read from the left. */
export function lineSpots(points, width) {
  const lengths = [0];
  for (let at = 1; at < points.length; at++) {
    const [[x0, y0], [x1, y1]] = [points[at - 1], points[at]];
    lengths.push(lengths[at - 1] + Math.hypot(x1 - x0, y1 - y0));
  }
  const whole = lengths[lengths.length - 1];
  if (whole < width) return [];
  const at = (length) => {
    let piece = 1;
    while (piece < lengths.length - 1 && lengths[piece] < length) piece++;
    const part = (length - lengths[piece - 1]) / (lengths[piece] - lengths[piece - 1] || 1);
    const [[x0, y0], [x1, y1]] = [points[piece - 1], points[piece]];
    return [x0 + (x1 - x0) * part, y0 + (y1 - y0) * part];
  };
  const spots = [];
  const steps = Math.max(1, Math.floor((whole - width) / (width / 2)));
  for (let step = 0; step <= steps; step++) {
    const start = ((whole - width) * step) / steps;
    const [[x0, y0], [x1, y1]] = [at(start), at(start + width)];
    if (Math.hypot(x1 - x0, y1 - y0) < STRAIGHT * width) continue;
    let angle = (Math.atan2(y1 - y0, x1 - x0) * 180) / Math.PI;
    if (angle > 90) angle -= 180;
    if (angle <= -90) angle += 180;
    const off = Math.abs(step - steps / 2);
    spots.push({ x: (x0 + x1) / 2, y: (y0 + y1) / 2, angle, off });
  }
  return spots.sort((one, other) => one.off - other.off).slice(0, 8);
}
