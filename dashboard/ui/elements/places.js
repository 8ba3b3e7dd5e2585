/* A table of places: each row opens by a button, texts are set as text; rows become blocks
   where the table is narrow, and keep their roles. */
function element(tag, role, text) {
  const node = document.createElement(tag);
  if (role) node.setAttribute("role", role);
  if (text !== undefined) node.textContent = text;
  return node;
}

const SVG = "http://www.w3.org/2000/svg";

function mark(kind) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "-14 -14 28 28");
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(SVG, "circle");
  shape.setAttribute("r", "8.5");
  shape.setAttribute("class", "mark " + kind);
  svg.append(shape);
  return svg;
}

function heading(columns) {
  const head = element("thead", "rowgroup");
  const line = element("tr", "row");
  columns.forEach((column) => {
    const cell = element("th", "columnheader", column);
    cell.scope = "col";
    line.append(cell);
  });
  head.append(line);
  return head;
}

function row(entry, columns, choose) {
  const line = element("tr", "row");
  const first = element("th", "rowheader");
  first.scope = "row";
  const button = element("button");
  button.type = "button";
  button.id = "place-" + entry.id.replace("/", "-");
  const words = element("span");
  words.className = "words";
  const title = element("span", null, entry.title);
  title.className = "title";
  const details = element("span", null, entry.details);
  details.className = "details";
  words.append(title, details);
  button.append(mark(entry.mark), words);
  button.addEventListener("click", () => choose(entry.id));
  first.append(button);
  line.append(first);
  entry.cells.forEach((text, at) => {
    const cell = element("td", "cell", text);
    cell.dataset.label = columns[at + 1];
    line.append(cell);
  });
  return line;
}

function pager({ page, pages, words }, turn) {
  const bar = element("div");
  bar.className = "pager";
  const step = (label, to) => {
    const button = element("button", null, label);
    button.type = "button";
    button.className = "turn";
    button.disabled = to < 0 || to >= pages;
    button.addEventListener("click", () => turn(to));
    return button;
  };
  bar.append(step(words.previous, page - 1), element("span", null, words.page), step(words.next, page + 1));
  return bar;
}

function draw(root, { data, setTriggerValue }) {
  const text = JSON.stringify(data);
  if (root.dataset.drawn === text) return;
  root.dataset.drawn = text;
  const table = element("table", "table");
  table.setAttribute("aria-label", data.words.caption);
  const body = element("tbody", "rowgroup");
  body.append(
    ...data.rows.map((entry) => row(entry, data.columns, (id) => setTriggerValue("chosen", id))),
  );
  table.append(heading(data.columns), body);
  root.replaceChildren(table);
  if (data.pages > 1) root.append(pager(data, (page) => setTriggerValue("turned", page)));
}

export default function (told) {
  const root = told.parentElement.querySelector(".places");
  whenReleased(root, () => draw(root, told));
}
