// dashboard/views/assets/dom.js
function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== void 0) node.textContent = text;
  return node;
}

// dashboard/ui/elements/shared/held.js
function whenReleased(root, draw2) {
  root.held?.abort();
  if (!root.matches(":active")) {
    draw2();
    return;
  }
  root.held = new AbortController();
  const released = () => {
    root.held.abort();
    setTimeout(draw2);
  };
  for (const type of ["pointerup", "pointercancel", "keyup"]) {
    document.addEventListener(type, released, { signal: root.held.signal });
  }
}

// dashboard/ui/elements/shared/mark.js
var SVG = "http://www.w3.org/2000/svg";
function mark(kind, tag, attributes) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "-14 -14 28 28");
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => shape.setAttribute(name, value));
  shape.setAttribute("class", `mark ${kind}`);
  svg.append(shape);
  return svg;
}

// dashboard/ui/elements/shared/pager.js
function pager({ page, pages, words }, turn) {
  const bar = element("div", "pager");
  const step = (label, to) => {
    const button = element("button", "turn", label);
    button.type = "button";
    button.disabled = to < 0 || to >= pages;
    button.addEventListener("click", () => turn(to));
    return button;
  };
  bar.append(
    step(words.previous, page - 1),
    element("span", "", words.page),
    step(words.next, page + 1)
  );
  return bar;
}

// dashboard/ui/elements/places.js
function part(tag, role, text) {
  const node = element(tag, "", text);
  node.setAttribute("role", role);
  return node;
}
function heading(columns) {
  const head = part("thead", "rowgroup");
  const line = part("tr", "row");
  columns.forEach((column) => {
    const cell = part("th", "columnheader", column);
    cell.scope = "col";
    line.append(cell);
  });
  head.append(line);
  return head;
}
function row(entry, columns, choose) {
  const line = part("tr", "row");
  const first = part("th", "rowheader");
  first.scope = "row";
  const button = element("button");
  button.type = "button";
  button.id = `place-${entry.id.replace("/", "-")}`;
  const words = element("span", "words");
  words.append(element("span", "title", entry.title), element("span", "details", entry.details));
  button.append(mark(entry.mark, "circle", { r: 8.5 }), words);
  button.addEventListener("click", () => choose(entry.id));
  first.append(button);
  line.append(first);
  entry.cells.forEach((text, at) => {
    const cell = part("td", "cell", text);
    cell.dataset.label = columns[at + 1];
    line.append(cell);
  });
  return line;
}
function draw(root, { data, setTriggerValue }) {
  const text = JSON.stringify(data);
  if (root.dataset.drawn === text) return;
  root.dataset.drawn = text;
  const table = part("table", "table");
  table.setAttribute("aria-label", data.words.caption);
  const body = part("tbody", "rowgroup");
  body.append(
    ...data.rows.map((entry) => row(entry, data.columns, (id) => setTriggerValue("chosen", id)))
  );
  table.append(heading(data.columns), body);
  root.replaceChildren(table);
  if (data.pages > 1) root.append(pager(data, (page) => setTriggerValue("turned", page)));
}
function places_default(told) {
  const root = told.parentElement.querySelector(".places");
  whenReleased(root, () => draw(root, told));
}
export {
  places_default as default
};
