/* A table of places: each row opens by a button, texts are set as text; rows become blocks
   where the table is narrow, and keep their roles. */
import { element } from "../../views/assets/dom.js";
import { whenReleased } from "./shared/held.js";
import { mark } from "./shared/mark.js";
import { pager } from "./shared/pager.js";

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
