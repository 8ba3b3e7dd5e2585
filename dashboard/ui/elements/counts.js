/* A table of counts whose headings and cells are buttons; texts are set as text. */
import { element } from "../../views/assets/dom.js";
import { whenReleased } from "./shared/held.js";

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
  const inner = choosable
    ? button(label, { pressed, keys }, send)
    : element("span", "plain", label);
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
    ...data.columns.map((column) => heading("col", column, [null, column.key], send)),
  );
  head.append(titles);
  const body = element("tbody");
  data.rows.forEach((row) => {
    const line = element("tr", row.is_total ? "total" : row.pressed ? "chosen" : "");
    line.append(heading("row", row, [row.key, null], send));
    line.append(
      ...row.cells.map((cell, at) =>
        count(cell, data.columns[at], [row.key, data.columns[at].key], send),
      ),
    );
    body.append(line);
  });
  node.append(head, body);
  return node;
}

const FINGER_PX = 24;
const NAME_PX = 42;

/* Columns stand beside each other where each has room for a finger, else below each other; their
   names stand upright where there is no room across. */
function fitColumns(root, count) {
  root.fitting?.disconnect();
  const node = root.querySelector(".columns");
  if (!node) return;
  root.fitting = new ResizeObserver(() => {
    const room = root.clientWidth / count;
    node.classList.toggle("turned", room < FINGER_PX);
    node.classList.toggle("upright", room < NAME_PX);
  });
  root.fitting.observe(root);
}

/* The rows in the order, with the numbers and the bars of another year. */
function rowsOf(data, { regions }) {
  const rows = new Map(data.rows.map((row) => [row.key, row]));
  return regions
    .filter(({ key }) => rows.has(key))
    .map(({ key, value, count, share }) => {
      const row = rows.get(key);
      const texts = [value, count];
      const cells = row.cells.map((cell, at) => ({
        ...cell,
        text: texts[at],
        share: at ? 0 : share,
      }));
      return { ...row, cells };
    });
}

export default function ({ data, parentElement, setTriggerValue }) {
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
    { signal: root.listening.signal },
  );
  return () => root.listening.abort();
}
