/* The list of practices: buttons in a real list, reachable by keyboard, texts set as text. */
const SVG = "http://www.w3.org/2000/svg";

function mark({ colour, path, mark: kind }) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "-14 -14 28 28");
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(SVG, "path");
  shape.setAttribute("d", path);
  shape.setAttribute("class", "mark " + kind);
  shape.style.setProperty("--mark", colour);
  svg.append(shape);
  return svg;
}

function row(entry, chosen, choose) {
  const item = element("li", "");
  const button = element("button", "entry");
  button.type = "button";
  button.id = "row-" + entry.number;
  button.dataset.practice = entry.number;
  if (chosen) button.setAttribute("aria-current", "true");
  const words = element("span", "words");
  words.append(element("span", "title", entry.title));
  const details = [entry.place, entry.theme].filter(Boolean).join(" · ");
  words.append(element("span", "details", details));
  if (entry.relation) words.append(element("span", "relation", entry.relation));
  if (entry.reason) words.append(element("span", "reason", entry.reason));
  button.append(mark(entry), words);
  button.addEventListener("click", () => choose(entry.number));
  item.append(button);
  return item;
}

function draw(root, { data, parentElement, setTriggerValue }) {
  const text = JSON.stringify(data);
  if (root.dataset.drawn === text) return;
  root.dataset.drawn = text;
  const focused = parentElement.activeElement || document.activeElement;
  const keep = focused && focused.id;
  const rows = element("ul", "rows");
  rows.setAttribute("aria-label", data.words.list);
  rows.append(
    ...data.entries.map((entry) =>
      row(entry, entry.number === data.selected, (number) => setTriggerValue("chosen", number)),
    ),
  );
  root.replaceChildren(rows);
  if (data.pages > 1) root.append(pager(data, (page) => setTriggerValue("turned", page)));
  const again = keep && root.querySelector("#" + CSS.escape(keep));
  if (again) again.focus({ preventScroll: true });
}

export default function (told) {
  const root = told.parentElement.querySelector(".list");
  whenReleased(root, () => draw(root, told));
}
