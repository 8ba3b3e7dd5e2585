/* The page of a standalone file: the list of its practices, the filters over it, the card of
   the chosen one. Every text of the data is set as text, never read as HTML. */
(function () {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";
  const PAGE = 100; // entries that the list shows at once
  const LINK = /^(https?:\/\/|mailto:|tel:)/;
  const data = JSON.parse(document.getElementById("data").textContent);
  const { words, practices } = data;
  const form = document.querySelector("form");
  const list = document.querySelector(".list ul");
  const further = document.querySelector(".further");
  const card = document.getElementById("card");
  const shown = { practices, numbers: new Set(), chosen: null, entries: PAGE };

  function fill(pattern, values) {
    return pattern.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
  }

  function element(tag, className, ...content) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    node.append(...content);
    return node;
  }

  function number(value) {
    return value.toLocaleString(data.language);
  }

  /* 'ŁÓDŹ' -> 'lodz', as the search of the dashboard reads it. */
  function fold(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[łŁ]/g, "l").toLowerCase();
  }

  function searched({ title, section, subsection, summary, places, fields, presentation }) {
    const parts = [title, section, subsection, ...summary];
    presentation.forEach(({ text, cells }) => parts.push(text, ...cells));
    places.forEach(({ name, matched }) => parts.push(name, matched));
    fields.forEach(([, value]) => value.forEach(([text]) => parts.push(text)));
    return fold(parts.join(" "));
  }

  /* The mark of a practice: its section's shape, drawn as sure as its first place is. */
  function mark({ symbol, places }) {
    const { colour, path } = data.map.told.symbols[symbol];
    const located = places.find(({ at }) => at.length);
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "-14 -14 28 28");
    svg.setAttribute("aria-hidden", "true");
    const shape = document.createElementNS(SVG, "path");
    shape.setAttribute("d", path);
    shape.setAttribute("class", `mp-mark mp-${located ? located.mark : "none"}`);
    shape.style.setProperty("--mark", colour);
    svg.append(shape);
    return svg;
  }

  // The map

  const map = L.map("map", data.map.made);
  window.mapaPraktyk.drawBase(map, data.map.told);
  window.mapaPraktyk.addPractices(map, data.map.told);
  map.mpHome(); // with room for the legend, which stands there now
  let moves = 0;

  /* The marks of the layer: every place that has a point, as the layer's column files have them. */
  function marksOf() {
    const marks = practices.flatMap((practice) =>
      practice.places.filter(({ at }) => at.length).map((place) => ({ practice, ...place })));
    const kinds = data.map.told.precisions.map(({ key }) => key);
    const units = (at) => Math.round(at * 100000);
    return {
      positions: {
        columns: {
          practice: marks.map(({ practice }) => practice.number),
          lat: marks.map(({ at }) => units(at[0])),
          lon: marks.map(({ at }) => units(at[1])),
          section: marks.map(({ practice }) => practice.symbol),
          precision: marks.map(({ mark: kind }) => kinds.indexOf(kind)),
        },
      },
      words: {
        columns: {
          title: marks.map(({ practice }) => practice.title),
          place: marks.map(({ name }) => name),
          note: marks.map((_, at) => at),
          notes: marks.map(({ note }) => note),
        },
      },
    };
  }

  const marks = marksOf();

  /* Tells the layer of the map what is shown; `moved` brings the chosen practice into view. */
  function drawMap(moved) {
    const located = shown.chosen ? shown.chosen.places.filter(({ at }) => at.length) : [];
    if (moved && located.length) moves += 1;
    map.mpPractices.show({
      points: marks,
      shown: shown.numbers,
      selected: shown.chosen && shown.chosen.number,
      circles: located.map(({ at, radius }) => [...at, radius]),
      move: { number: moves, points: located.map(({ at }) => at) },
      home: null,
      large: false,
    });
  }

  map.mpPractices.onChoose = (chosen) => {
    choose(practices.find((practice) => practice.number === chosen), "map");
  };

  // The card

  function link([text, address]) {
    if (!address || !LINK.test(address)) return text;
    const node = element("a", "", text);
    node.href = address;
    node.rel = "noreferrer";
    return node;
  }

  function joined(parts) {
    return parts.flatMap((part, at) => (at ? [", ", link(part)] : [link(part)]));
  }

  function missing(text) {
    return element("span", "missing", text);
  }

  function themeLine(practice) {
    const theme = [practice.section, practice.subsection].filter(Boolean).join(" · ");
    const told = fill(words.number, { number: practice.number });
    return element("p", "theme", mark(practice), element("span", "", theme), element("span", "number", told));
  }

  function summaryOf({ summary: [first, ...others] }) {
    if (!first) return [element("p", "", missing(words.noSummary))];
    if (!others.length) return [element("p", "", first)];
    const rest = element("details", "", element("summary", "", words.more));
    rest.append(...others.map((text) => element("p", "", text)));
    return [element("p", "", first), rest];
  }

  /* The parts of the full presentation; neighbours of one list or table come together. */
  function presentationOf({ presentation }) {
    const parts = [];
    for (const { kind, text, cells } of presentation) {
      const last = parts.at(-1);
      if (kind === "item") {
        const list = last?.tagName === "UL" ? last : element("ul", "");
        list.append(element("li", "", text));
        if (list !== last) parts.push(list);
      } else if (kind === "row") {
        const table = last?.tagName === "TABLE" ? last : element("table", "");
        table.append(element("tr", "", ...cells.map((cell) => element("td", "", cell))));
        if (table !== last) parts.push(table);
      } else if (kind === "heading") parts.push(element("h4", "", text));
      else if (kind === "picture") parts.push(element("p", "quiet", text));
      else parts.push(element("p", "lines", text));
    }
    return folded(words.presentation, parts, "pl");
  }

  function attachmentsOf({ attachments }) {
    const rows = attachments.map(([name, about, address]) =>
      element("li", "", link([name, address]), about ? ` (${about})` : ""),
    );
    return folded(words.attachments, rows.length ? [element("ul", "", ...rows)] : []);
  }

  function folded(name, parts, lang) {
    if (!parts.length) return "";
    const box = element("details", "full", element("summary", "", name));
    const inner = element("div", "", ...parts);
    if (lang) inner.lang = lang;
    box.append(inner);
    return box;
  }

  /* Leads to a place on the map, by its order among those that are there. */
  function placeButton(name, order) {
    const button = element("button", "place", name || words.showPlace);
    button.type = "button";
    button.title = words.showPlace;
    button.addEventListener("click", () => {
      map.mpPractices.showPlace(order);
      map.getContainer().scrollIntoView({ block: "nearest" });
    });
    return button;
  }

  function placesOf({ places }) {
    let order = 0;
    const rows = places.map(({ name, note, matched, mark: kind, at, number: shown }) => {
      const row = element("li", kind);
      if (shown) row.append(element("b", "place-number", shown));
      row.append(at.length ? placeButton(name, (order += 1)) : element("strong", "", name));
      row.append(element("span", "", note));
      if (matched) row.append(element("span", "quiet", fill(words.matched, { label: matched })));
      return row;
    });
    return element("ul", "places", ...rows);
  }

  function fieldsOf({ fields }) {
    const rows = fields.map(([heading, value, isPrinted]) => {
      const term = element("dt", "", heading || words.unlabelled);
      if (isPrinted) term.lang = "pl";
      const content = value.length ? joined(value) : [missing(words.missing)];
      return element("div", "", term, element("dd", "", ...content));
    });
    return element("dl", "", ...rows);
  }

  function sourceOf({ source }) {
    if (!source) return element("p", "quiet", words.noSource);
    return element("p", "quiet", `${words.source} `, link([source, source]));
  }

  function drawCard() {
    const practice = shown.chosen;
    card.hidden = !practice;
    if (!practice) return card.replaceChildren();
    const close = element("button", "close", words.close);
    close.type = "button";
    close.addEventListener("click", () => choose(null, "card"));
    const title = element("h2", "", practice.title);
    title.tabIndex = -1;
    const contacts = element("p", "contacts", ...practice.contacts.map(link));
    const content = [close, themeLine(practice), title, contacts, ...summaryOf(practice)];
    content.push(element("h3", "", words.position), placesOf(practice), element("h3", "", words.card));
    if (!practice.hasCard) content.push(element("p", "", missing(words.noCard)));
    content.push(fieldsOf(practice), presentationOf(practice), attachmentsOf(practice));
    card.replaceChildren(...content, sourceOf(practice));
    card.scrollTop = 0;
  }

  // The list

  function entry(practice) {
    const places = practice.places.map(({ name }) => name).filter(Boolean).join(", ");
    const details = [places, practice.section].filter(Boolean).join(" · ");
    const text = element("span", "", element("strong", "", practice.title), element("span", "quiet", details));
    const off = practice.places.filter(({ at }) => !at.length);
    if (off.length === practice.places.length) off.forEach(({ note }) => text.append(missing(note)));
    const button = element("button", "", mark(practice), text);
    button.type = "button";
    button.dataset.number = practice.number;
    button.addEventListener("click", () => choose(practice, "list"));
    return element("li", "", button);
  }

  function drawList() {
    const some = shown.practices.slice(0, shown.entries);
    list.replaceChildren(...some.map(entry));
    if (!some.length) list.append(element("li", "nothing", words.nothing));
    const left = shown.practices.length - some.length;
    further.hidden = left <= 0;
    further.textContent = fill(words.further, { count: number(left) });
    markChosen();
  }

  function markChosen() {
    list.querySelectorAll("button").forEach((button) => {
      const chosen = shown.chosen && button.dataset.number === String(shown.chosen.number);
      button.toggleAttribute("aria-current", false);
      if (chosen) button.setAttribute("aria-current", "true");
    });
  }

  further.addEventListener("click", () => {
    const first = shown.entries;
    shown.entries += PAGE;
    drawList();
    list.children[first].firstChild.focus();
  });

  /* Shows another practice, or none; `from` says where the reader is and so where to go on. */
  function choose(practice, from) {
    const before = shown.chosen;
    shown.chosen = practice;
    drawCard();
    drawMap(from === "list");
    markChosen();
    const title = card.querySelector("h2");
    if (from === "list") title.focus();
    else if (practice) card.scrollIntoView({ block: "nearest" });
    document.getElementById("said").textContent = practice ? fill(words.chosen, practice) : "";
    if (from !== "card") return;
    const row = list.querySelector(`button[data-number="${before.number}"]`);
    (row || document.getElementById("practices")).focus();
  }

  // The filters

  function options(select, values) {
    const all = new Option(words.all, "");
    const each = [...new Set(values)].filter(Boolean).map((value) => new Option(value, value));
    select.replaceChildren(all, ...each.sort((a, b) => a.text.localeCompare(b.text, "pl")));
  }

  const haystacks = new Map(practices.map((practice) => [practice, searched(practice)]));

  function filter() {
    const section = form.elements.section.value;
    const region = form.elements.region.value;
    const wanted = fold(form.elements.search.value).split(/\s+/).filter(Boolean);
    shown.practices = practices.filter(
      (practice) =>
        (!section || practice.section === section) &&
        (!region || practice.regions.includes(region)) &&
        wanted.every((word) => haystacks.get(practice).includes(word)),
    );
    shown.numbers = new Set(shown.practices.map((practice) => practice.number));
    shown.entries = PAGE;
    if (shown.chosen && !shown.practices.includes(shown.chosen)) {
      shown.chosen = null;
      drawCard();
    }
    document.getElementById("count").textContent = fill(words.count, { shown: number(shown.practices.length) });
    drawList();
    drawMap(false);
  }

  options(form.elements.section, practices.map(({ section }) => section));
  options(form.elements.region, practices.flatMap(({ regions }) => regions));
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter, 0)); // the fields are empty by then
  filter();

  // The screen's theme, and paper

  const root = document.documentElement;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const follow = () => (root.dataset.theme = dark.matches ? "dark" : "light");
  dark.addEventListener("change", follow);
  follow();

  /* Paper holds everything that passed the filters, and nothing folded. */
  function onPaper(printing) {
    root.classList.toggle("printing", printing);
    if (printing) root.dataset.theme = "light";
    else follow();
    shown.entries = printing ? Infinity : PAGE;
    drawList();
    card.querySelectorAll("details").forEach((rest) => (rest.open = printing));
    map.invalidateSize({ animate: false });
  }
  window.addEventListener("beforeprint", () => onPaper(true));
  window.addEventListener("afterprint", () => onPaper(false));
})();
