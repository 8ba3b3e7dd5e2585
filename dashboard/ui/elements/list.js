/* The list of practices: buttons in a real list, reachable by keyboard, texts set as text. */
import { element } from "../../views/assets/dom.js";
import { whenReleased } from "./shared/held.js";
import { mark } from "./shared/mark.js";
import { pager } from "./shared/pager.js";
import { redraw } from "./shared/redraw.js";

/* A line of text in which the words that were searched are marked. */
function marked(name, parts, text) {
  if (!parts) return element("span", name, text);
  const line = element("span", name);
  line.append(...parts.map(([part, found]) => (found ? element("mark", "found", part) : part)));
  return line;
}

function row(entry, { colour, path }, chosen, choose) {
  const item = element("li", "");
  const button = element("button", "entry");
  button.type = "button";
  button.id = `row-${entry.number}`;
  button.dataset.practice = entry.number;
  if (chosen) button.setAttribute("aria-current", "true");
  const words = element("span", "words");
  words.append(marked("title", entry.title_parts, entry.title));
  const details = [entry.place, entry.theme].filter(Boolean).join(" · ");
  words.append(element("span", "details", details));
  if (entry.news) words.append(element("span", "news", entry.news));
  if (entry.extract) words.append(marked("extract", entry.extract, ""));
  if (entry.relation) words.append(element("span", "relation", entry.relation));
  if (entry.reason) words.append(element("span", "reason", entry.reason));
  const drawing = mark(entry.mark, "path", { d: path });
  drawing.firstChild.style.setProperty("--mark", colour);
  button.append(drawing, words);
  button.addEventListener("click", () => choose(entry.number));
  item.append(button);
  return item;
}

function rows({ words, entries, symbols, selected }, choose) {
  const node = element("ul", "rows");
  node.setAttribute("aria-label", words.list);
  node.append(
    ...entries.map((entry) => row(entry, symbols[entry.symbol], entry.number === selected, choose)),
  );
  return node;
}

export default function (told) {
  const root = told.parentElement.querySelector(".list");
  const { data, setTriggerValue } = told;
  const nodes = () => [
    rows(data, (number) => setTriggerValue("chosen", number)),
    ...(data.pages > 1 ? [pager(data, (page) => setTriggerValue("turned", page))] : []),
  ];
  whenReleased(root, () => redraw(root, told, nodes));
}
