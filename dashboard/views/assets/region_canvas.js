/* Regions in their thousands: one canvas, since so many shapes of SVG could not be moved smoothly.
   A canvas has no style sheet, so its colours are read from that of the page. */

const CELL = { zero: 8, unknown: 9 };

/* A piece of the hatch or of the dots, to fill an area with. */
function pattern(kind, { land, hatch }) {
  const size = CELL[kind];
  const tile = document.createElement("canvas");
  tile.width = tile.height = size;
  const pen = tile.getContext("2d");
  pen.fillStyle = land;
  pen.fillRect(0, 0, size, size);
  pen.strokeStyle = pen.fillStyle = hatch;
  if (kind === "zero") {
    pen.lineWidth = 1;
    pen.beginPath();
    for (const shift of [-size, 0, size]) {
      pen.moveTo(shift - 1, size + 1);
      pen.lineTo(shift + size + 1, -1);
    }
    pen.stroke();
  } else {
    pen.beginPath();
    pen.arc(size / 2, size / 2, 1.3, 0, 2 * Math.PI);
    pen.fill();
  }
  return pen.createPattern(tile, "repeat");
}

/* What fills the areas of each kind, and the lines around them, in the colours of the theme. */
export function canvasInks() {
  const page = getComputedStyle(document.documentElement);
  const colour = (name) => page.getPropertyValue(`--mp-${name}`).trim();
  const inks = { land: colour("land"), hatch: colour("hatch") };
  const fills = { zero: pattern("zero", inks), unknown: pattern("unknown", inks) };
  const thirds = [1, 2, 3].flatMap((across) => [1, 2, 3].map((up) => `${across}${up}`));
  for (const shade of [1, 2, 3, 4, 5, ...thirds]) fills[shade] = colour(`shade-${shade}`);
  return { fills, line: colour("line"), chosen: colour("chosen") };
}

export function canvasStyle(inks, { kind, chosen, shown }) {
  const isMarked = chosen || shown;
  return {
    fillColor: inks.fills[kind],
    fillOpacity: 1,
    color: isMarked ? inks.chosen : inks.line,
    opacity: 1,
    weight: isMarked ? 3 : 0.6,
  };
}
