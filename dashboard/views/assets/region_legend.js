/* The legend of regional coverage: shades, a hatch for none, dots for unknown. */
import { element } from "./dom.js";

const SVG = "http://www.w3.org/2000/svg";
export const REGION_PATTERNS = { zero: "url(#mp-zero)", unknown: "url(#mp-unknown)" };

/* What cannot be a colour: a hatch for none, dots for unknown. Their parts are styled in
   coverage.css, so that they follow the theme. */
function drawPatterns(map) {
  const holder = element("div");
  holder.innerHTML =
    `<svg xmlns="${SVG}" class="mp-patterns" width="0" height="0" aria-hidden="true"><defs>` +
    '<pattern id="mp-zero" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
    '<rect class="mp-pattern-ground" width="8" height="8"/><path class="mp-pattern-line" d="M0 0V8"/></pattern>' +
    '<pattern id="mp-unknown" width="9" height="9" patternUnits="userSpaceOnUse">' +
    '<rect class="mp-pattern-ground" width="9" height="9"/><circle class="mp-pattern-dot" cx="4.5" cy="4.5" r="1.3"/>' +
    "</pattern></defs></svg>";
  map.getContainer().append(holder.firstChild);
}

function swatch(kind) {
  const box = element("span", "mp-swatch");
  box.innerHTML =
    `<svg viewBox="0 0 26 18" width="26" height="18" aria-hidden="true">` +
    `<rect class="mp-cover mp-cover-${kind}" x="1" y="1" width="24" height="16"/></svg>`;
  if (REGION_PATTERNS[kind]) box.querySelector("rect").style.fill = REGION_PATTERNS[kind];
  return box;
}

/* Two measures at once: a table of nine colours, the first measure across, the second upwards. */
function twoColours(rows, { across, up, across_bounds, up_bounds }) {
  const found = new Map(rows.map((row) => [row.kind, row]));
  const table = element("table", "mp-two");
  const thirds = [1, 2, 3];
  [...thirds].reverse().forEach((second) => {
    const line = element("tr");
    if (second === 3) {
      const name = element("th", "mp-two-up", up);
      name.rowSpan = 3;
      line.append(name);
    }
    line.append(element("th", "mp-bounds", up_bounds[second - 1]));
    thirds.forEach((first) => {
      const { label, count } = found.get(`${first}${second}`) || {};
      const cell = element("td", `mp-two-cell mp-cover-${first}${second}`);
      cell.append(
        element("span", "mp-hidden-words", label || ""),
        element("span", "", count || ""),
      );
      cell.title = label || "";
      line.append(cell);
    });
    table.append(line);
  });
  const foot = element("tr");
  foot.append(
    element("th"),
    element("th"),
    ...across_bounds.map((words) => element("th", "mp-bounds", words)),
  );
  const name = element("tr");
  const words = element("th", "", across);
  words.colSpan = 3;
  name.append(element("th"), element("th"), words);
  table.append(foot, name);
  return table;
}

export class RegionLegend {
  constructor(map) {
    drawPatterns(map);
    const control = L.control({ position: "bottomleft" });
    this.box = L.DomUtil.create("details", "mp-legend mp-classes");
    this.box.open = true;
    control.onAdd = () => this.box;
    L.DomEvent.disableClickPropagation(this.box);
    L.DomEvent.disableScrollPropagation(this.box);
    control.addTo(map);
  }

  /* The pixels of the map's lower edge that it covers. */
  get room() {
    return this.box.open ? this.box.offsetHeight : 0;
  }

  explain({ title, note, rows, grid }) {
    const text = JSON.stringify([title, note, rows, grid]);
    if (text === this.explained) return;
    this.explained = text;
    const list = element("ul");
    const listed = grid ? rows.filter(({ kind }) => kind === "unknown") : rows;
    listed.forEach(({ kind, label, count }) => {
      const row = element("li");
      row.append(
        swatch(kind),
        element("span", "mp-bounds", label),
        element("span", "mp-count", count),
      );
      list.append(row);
    });
    const parts = grid ? [twoColours(rows, grid), list] : [list];
    this.box.replaceChildren(element("summary", "", title), ...parts);
    if (note) this.box.append(element("p", "", note));
  }
}
