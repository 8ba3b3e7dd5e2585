/* What stands around the map of practices: the buttons for the view and the legend. */
import { wholeCountry } from "./basemap.js";
import { element, motion } from "./dom.js";

export const MARK_SIZE = 28; // pixels

/* Our own signs: a font of this machine need not have the characters. */
const SIGNS = {
  whole: "M3 9.5L9 4l6 5.5M5 8.5V15h8V8.5",
  fit: "M3 7V3h4M11 3h4v4M15 11v4h-4M7 15H3v-4",
};

/* The drawing of one mark; every part comes from symbols.py, none from the data. */
export function markDrawing(symbol, precision) {
  return (
    `<svg viewBox="-14 -14 28 28" width="${MARK_SIZE}" height="${MARK_SIZE}" aria-hidden="true" focusable="false">` +
    `<path class="mp-mark mp-${precision}" style="--mark:${symbol.colour}" d="${symbol.path}"/></svg>`
  );
}

function button(label, sign, action) {
  const node = element("a");
  node.innerHTML =
    '<svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true" fill="none" ' +
    `stroke="currentColor" stroke-width="2"><path d="${SIGNS[sign]}"/></svg>`;
  node.href = "#";
  node.title = label;
  node.setAttribute("role", "button");
  node.setAttribute("aria-label", label);
  L.DomEvent.disableClickPropagation(node);
  L.DomEvent.on(node, "click", (event) => {
    L.DomEvent.preventDefault(event);
    action();
  });
  return node;
}

export function viewButtons(map, layer, { words, country }) {
  const control = L.control({ position: "topleft" });
  control.onAdd = () => {
    const bar = L.DomUtil.create("div", "leaflet-bar mp-views");
    bar.append(
      button(words.whole, "whole", () => wholeCountry(map, country, motion())),
      button(words.fit, "fit", () => layer.fitAll()),
    );
    return bar;
  };
  control.addTo(map);
}

/* The first stop of the keyboard in the map: leads past all marks, to what stands beside it. */
export function skipButton(map, label) {
  const node = element("button", "mp-skip", label);
  node.type = "button";
  L.DomEvent.disableClickPropagation(node);
  node.addEventListener("click", () => {
    const beside = window.parent.document.querySelector(".st-key-panel");
    beside?.querySelector("button, a[href], summary, input")?.focus();
  });
  map.getContainer().prepend(node);
}

function legendRow(symbol, precision, label) {
  const row = element("li");
  row.innerHTML = markDrawing(symbol, precision);
  row.append(element("span", "", label));
  return row;
}

/* Keeps a box above the attribution, which has more lines on a narrow map. */
function standAbove(box, attribution) {
  const place = () => (box.style.marginBottom = `${attribution.offsetHeight + 6}px`);
  new ResizeObserver(place).observe(attribution);
}

/* A strip along the lower edge, so that it hides nothing of the country. */
export function legend(map, { symbols, precisions, words }) {
  const control = L.control({ position: "bottomleft" });
  control.onAdd = () => {
    const box = L.DomUtil.create("details", "mp-legend");
    box.open = window.innerWidth > 560;
    const rows = element("ul");
    symbols
      .filter((symbol) => symbol.present)
      .forEach((symbol) => rows.append(legendRow(symbol, "exact", symbol.label)));
    const plain = { colour: "#5B6670", path: symbols[symbols.length - 1].path };
    precisions.forEach(({ key, label }) => rows.append(legendRow(plain, key, label)));
    box.append(element("summary", "", words.legend), rows);
    standAbove(box, map.attributionControl.getContainer());
    L.DomEvent.disableClickPropagation(box);
    L.DomEvent.disableScrollPropagation(box);
    return box;
  };
  control.addTo(map);
}
