// dashboard/views/assets/dom.js
function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== void 0) node.textContent = text;
  return node;
}

// dashboard/ui/elements/shared/held.js
function whenReleased(root, draw) {
  root.held?.abort();
  if (!root.matches(":active")) {
    draw();
    return;
  }
  root.held = new AbortController();
  const released = () => {
    root.held.abort();
    setTimeout(draw);
  };
  for (const type of ["pointerup", "pointercancel", "keyup"]) {
    document.addEventListener(type, released, { signal: root.held.signal });
  }
}

// dashboard/ui/elements/counts.js
function button(text, { label, pressed, keys }, send) {
  const node = element("button", "", text);
  node.type = "button";
  node.dataset.keys = JSON.stringify(keys);
  if (label) {
    node.setAttribute("aria-label", label);
    node.title = label;
  }
  node.setAttribute("aria-pressed", String(pressed));
  node.addEventListener("click", () => send(keys));
  return node;
}
function heading(scope, { label, choosable, pressed, is_total }, keys, send) {
  const cell = element("th", [pressed && "chosen", is_total && "total"].filter(Boolean).join(" "));
  cell.scope = scope;
  const inner = choosable ? button(label, { pressed, keys }, send) : element("span", "plain", label);
  cell.append(inner);
  return cell;
}
function count(cell, { is_total }, keys, send) {
  const node = element("td", is_total ? "total" : `level-${cell.level}`);
  node.style.setProperty("--share", cell.share);
  if (cell.choosable) {
    node.append(button(cell.text, { ...cell, keys }, send));
  } else {
    node.append(element("span", "plain", cell.text));
  }
  if (cell.note) node.append(element("span", "note", cell.note));
  return node;
}
function table(data, send) {
  const node = element("table", data.kind);
  node.append(element("caption", "spoken", data.caption));
  const head = element("thead");
  const titles = element("tr");
  titles.append(
    element("td", "corner", data.corner),
    ...data.columns.map((column) => heading("col", column, [null, column.key], send))
  );
  head.append(titles);
  const body = element("tbody");
  data.rows.forEach((row) => {
    const line = element("tr", row.is_total ? "total" : row.pressed ? "chosen" : "");
    line.append(heading("row", row, [row.key, null], send));
    line.append(
      ...row.cells.map(
        (cell, at) => count(cell, data.columns[at], [row.key, data.columns[at].key], send)
      )
    );
    body.append(line);
  });
  node.append(head, body);
  return node;
}
var FINGER_PX = 24;
var NAME_PX = 42;
function fitColumns(root, count2) {
  root.fitting?.disconnect();
  const node = root.querySelector(".columns");
  if (!node) return;
  root.fitting = new ResizeObserver(() => {
    const room = root.clientWidth / count2;
    node.classList.toggle("turned", room < FINGER_PX);
    node.classList.toggle("upright", room < NAME_PX);
  });
  root.fitting.observe(root);
}
function rowsOf(data, { regions }) {
  const rows = new Map(data.rows.map((row) => [row.key, row]));
  return regions.filter(({ key }) => rows.has(key)).map(({ key, value, count: count2, share }) => {
    const row = rows.get(key);
    const texts = [value, count2];
    const cells = row.cells.map((cell, at) => ({
      ...cell,
      text: texts[at],
      share: at ? 0 : share
    }));
    return { ...row, cells };
  });
}
function counts_default({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".counts");
  const draw = (shown) => {
    const text = JSON.stringify(shown);
    if (root.dataset.drawn === text) return;
    root.dataset.drawn = text;
    const focused = parentElement.activeElement || document.activeElement;
    const keep = focused?.dataset.keys;
    const left = root.scrollLeft;
    root.replaceChildren(table(shown, (keys) => setTriggerValue("chosen", keys)));
    fitColumns(root, shown.columns.length);
    root.scrollLeft = left;
    const again = [...root.querySelectorAll("button")].find((node) => node.dataset.keys === keep);
    if (keep && again) again.focus({ preventScroll: true });
  };
  root.listening?.abort();
  whenReleased(root, () => draw(data));
  if (!data.timeline) return;
  root.listening = new AbortController();
  document.addEventListener(
    "mapa-praktyk:regions",
    ({ detail }) => {
      if (detail.digest !== data.timeline) return;
      whenReleased(root, () => draw({ ...data, rows: rowsOf(data, detail) }));
    },
    { signal: root.listening.signal }
  );
  return () => root.listening.abort();
}
export {
  counts_default as default
};
