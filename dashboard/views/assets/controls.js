/* What stands around the map of practices: the buttons for the view and the legend; and the
   small things that its scripts share. */
(function () {
  "use strict";
  const space = (window.mapaPraktyk = window.mapaPraktyk || {});
  const SIZE = 28;

  /* Our own signs: a font of this machine need not have the characters. */
  const SIGNS = {
    whole: "M3 9.5L9 4l6 5.5M5 8.5V15h8V8.5",
    fit: "M3 7V3h4M11 3h4v4M15 11v4h-4M7 15H3v-4",
  };

  function element(tag, text) {
    const node = document.createElement(tag);
    node.textContent = text;
    return node;
  }

  function fill(pattern, values) {
    return pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  /* Whether the reader lets things move. */
  function motion() {
    return !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  /* The drawing of one mark; every part comes from symbols.py, none from the data. */
  function markDrawing(symbol, precision) {
    return (
      `<svg viewBox="-14 -14 28 28" width="${SIZE}" height="${SIZE}" aria-hidden="true" focusable="false">` +
      `<path class="mp-mark mp-${precision}" style="--mark:${symbol.colour}" d="${symbol.path}"/></svg>`
    );
  }

  function button(label, sign, action) {
    const node = element("a", "");
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

  function viewButtons(map, layer, { words, country }) {
    const control = L.control({ position: "topleft" });
    control.onAdd = () => {
      const bar = L.DomUtil.create("div", "leaflet-bar mp-views");
      bar.append(
        button(words.whole, "whole", () => space.wholeCountry(map, country, motion())),
        button(words.fit, "fit", () => layer.fitAll()),
      );
      return bar;
    };
    control.addTo(map);
  }

  function legendRow(symbol, precision, label) {
    const row = element("li", "");
    row.innerHTML = markDrawing(symbol, precision);
    row.append(element("span", label));
    return row;
  }

  /* A strip along the lower edge, so that it hides nothing of the country. */
  function legend(map, { symbols, precisions, words }) {
    const control = L.control({ position: "bottomleft" });
    control.onAdd = () => {
      const box = L.DomUtil.create("details", "mp-legend");
      box.open = window.innerWidth > 560;
      const rows = element("ul", "");
      symbols
        .filter((symbol) => symbol.present)
        .forEach((symbol) => rows.append(legendRow(symbol, "exact", symbol.label)));
      const plain = { colour: "#5B6670", path: symbols[symbols.length - 1].path };
      precisions.forEach(({ key, label }) => rows.append(legendRow(plain, key, label)));
      box.append(element("summary", words.legend), rows);
      L.DomEvent.disableClickPropagation(box);
      L.DomEvent.disableScrollPropagation(box);
      return box;
    };
    control.addTo(map);
  }

  Object.assign(space, { element, fill, motion, markDrawing, viewButtons, legend });
  space.MARK_SIZE = SIZE;
})();
