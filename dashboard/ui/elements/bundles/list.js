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

// dashboard/ui/elements/shared/redraw.js
function redraw(root, { data, parentElement }, nodes) {
  const text = JSON.stringify(data);
  if (root.dataset.drawn === text) return;
  root.dataset.drawn = text;
  const focused = (parentElement.activeElement || document.activeElement)?.id;
  root.replaceChildren(...nodes());
  if (focused) root.querySelector(`#${CSS.escape(focused)}`)?.focus({ preventScroll: true });
}

// dashboard/ui/elements/list.js
function marked(name, parts, text) {
  if (!parts.length) return element("span", name, text);
  const line = element("span", name);
  line.append(...parts.map(([part, found]) => found ? element("mark", "found", part) : part));
  return line;
}
function row(entry, chosen, choose) {
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
  if (entry.extract.length) words.append(marked("extract", entry.extract, ""));
  if (entry.relation) words.append(element("span", "relation", entry.relation));
  if (entry.reason) words.append(element("span", "reason", entry.reason));
  const drawing = mark(entry.mark, "path", { d: entry.path });
  drawing.firstChild.style.setProperty("--mark", entry.colour);
  button.append(drawing, words);
  button.addEventListener("click", () => choose(entry.number));
  item.append(button);
  return item;
}
function rows({ words, entries, selected }, choose) {
  const node = element("ul", "rows");
  node.setAttribute("aria-label", words.list);
  node.append(...entries.map((entry) => row(entry, entry.number === selected, choose)));
  return node;
}
function list_default(told) {
  const root = told.parentElement.querySelector(".list");
  const { data, setTriggerValue } = told;
  const nodes = () => [
    rows(data, (number) => setTriggerValue("chosen", number)),
    ...data.pages > 1 ? [pager(data, (page) => setTriggerValue("turned", page))] : []
  ];
  whenReleased(root, () => redraw(root, told, nodes));
}
export {
  list_default as default
};
