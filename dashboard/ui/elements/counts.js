/* A table of counts whose headings and cells are buttons; texts are set as text. */
function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function button(text, { label, pressed, id }, choose) {
  const node = element("button", "", text);
  node.type = "button";
  node.id = id;
  if (label) {
    node.setAttribute("aria-label", label);
    node.title = label;
  }
  node.setAttribute("aria-pressed", String(pressed));
  node.addEventListener("click", choose);
  return node;
}

function heading(scope, { key, label, choosable, pressed }, choose) {
  const cell = element("th", pressed ? "chosen" : "");
  cell.scope = scope;
  const inner = choosable
    ? button(label, { pressed, id: `${scope}-${key}` }, choose)
    : element("span", "plain", label);
  cell.append(inner);
  return cell;
}

function count(cell, id, choose) {
  const node = element("td", `level-${cell.level}`);
  node.style.setProperty("--share", cell.share);
  if (cell.choosable) {
    node.append(button(cell.text, { label: cell.label, pressed: cell.pressed, id }, choose));
  } else {
    node.append(element("span", "plain", cell.text));
  }
  if (cell.note) node.append(element("span", "note", cell.note));
  return node;
}

function table(data, send) {
  const node = element("table", data.kind);
  node.append(element("caption", "", data.caption));
  const head = element("thead");
  const titles = element("tr");
  titles.append(
    element("td", "corner", data.corner),
    ...data.columns.map((column) => heading("col", column, () => send([null, column.key]))),
  );
  head.append(titles);
  const body = element("tbody");
  data.rows.forEach((row) => {
    const line = element("tr", row.pressed ? "chosen" : "");
    line.append(heading("row", row, () => send([row.key, null])));
    row.cells.forEach((cell, at) => {
      const column = data.columns[at].key;
      line.append(count(cell, `cell-${row.key}-${column}`, () => send([row.key, column])));
    });
    body.append(line);
  });
  node.append(head, body);
  return node;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".counts");
  const text = JSON.stringify(data);
  if (root.dataset.drawn === text) return;
  root.dataset.drawn = text;
  const focused = parentElement.activeElement || document.activeElement;
  const keep = focused && focused.id;
  const left = root.scrollLeft;
  root.replaceChildren(table(data, (keys) => setTriggerValue("chosen", keys)));
  root.scrollLeft = left;
  const again = keep && root.querySelector("#" + CSS.escape(keep));
  if (again) again.focus({ preventScroll: true });
}
