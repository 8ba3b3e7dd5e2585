/* How marks and bubbles look and what they say: the symbol of the section, drawn as sure as the
   position is, or the number of marks; words that come later than the points. */
import { MARK_SIZE, markDrawing } from "./controls.js";
import { element, fill } from "./dom.js";

const ASIDE = 30; // pixels by which a bubble steps aside for the selected mark
const CITY = 20000; // inhabitants of a place that everybody knows
const LONGEST_TITLE = 200;
const LONGEST_PLACE = 40;

function shortened(text, most) {
  if (text.length <= most) return text;
  return `${Array.from(text.slice(0, 2 * most))
    .slice(0, most - 1)
    .join("")}…`;
}

function bubbleSize(count) {
  return 30 + 4 * Math.min(4, Math.floor(Math.log10(count) * 1.34));
}

/* The city nearest to a point; the ground has them, the largest first. */
function nearestCity({ lat, lng }) {
  const across = Math.cos((lat * Math.PI) / 180); // a degree of longitude, in those of latitude
  let [name, least] = ["", Infinity];
  for (const city of window.mapaPraktyk.ground.cities) {
    if (city.population < CITY) break;
    const away = Math.hypot(city.lat - lat, (city.lon - lng) * across);
    if (away < least) [name, least] = [city.name, away];
  }
  return name;
}

export class MarkLooks {
  constructor({ symbols, precisions, words, language }) {
    this.symbols = symbols;
    this.precisions = precisions;
    this.patterns = words;
    this.language = language;
    this.icons = new Map();
    this.setPoints(null);
  }

  setPoints(points) {
    this.points = points;
    this.words = null;
  }

  symbol(at) {
    return this.symbols[this.points.sections[at]];
  }

  drawing(at) {
    return markDrawing(this.symbol(at), this.precisions[this.points.precisions[at]].key);
  }

  /* One icon for all marks that look the same. */
  icon(at) {
    const html = this.drawing(at);
    if (!this.icons.has(html)) {
      this.icons.set(
        html,
        L.divIcon({ className: "mp-marker", html, iconSize: [MARK_SIZE, MARK_SIZE] }),
      );
    }
    return this.icons.get(html);
  }

  bubble() {
    return L.divIcon({ className: "mp-cluster", html: element("span"), iconSize: null });
  }

  /* The size of a bubble by its number, and how far to the right it stands aside where it would
     be under a mark; pixels. */
  extent({ count, isAside }) {
    if (count === 1) return { size: MARK_SIZE, right: 0 };
    return { size: bubbleSize(count), right: isAside ? ASIDE : 0 };
  }

  place(node, mark) {
    const { size, right } = this.extent(mark);
    node.style.width = node.style.height = `${size}px`;
    node.style.marginTop = `${-size / 2}px`;
    node.style.marginLeft = `${right - size / 2}px`;
  }

  /* What is said of a bubble: how many practices, and the city that is nearest. */
  bubbleWords({ practices, latlng }) {
    const count = practices.toLocaleString(this.language);
    const form = new Intl.PluralRules(this.language).select(practices);
    const pattern = this.patterns[`cluster_${form}`] ?? this.patterns.cluster;
    return { count, title: fill(pattern, { count, near: nearestCity(latlng) }) };
  }

  label(node, mark) {
    const { at, count } = mark;
    if (count === 1) {
      const { title, note } = this.wordsOf(at);
      const words = note ? `${title}. ${note}` : title;
      node.setAttribute("aria-label", mark.number ? `${mark.number}. ${words}` : words);
      this.number(node, mark.number);
      return;
    }
    const words = this.bubbleWords(mark);
    node.firstChild.textContent = words.count;
    node.title = words.title;
    node.setAttribute("aria-label", node.title);
  }

  /* The number of a place where its practice is selected and has several. */
  number(node, text) {
    const badge = node.querySelector(".mp-number");
    if (!text) badge?.remove();
    else if (badge) badge.textContent = text;
    else node.append(element("span", "mp-number", text));
  }

  /* Until the words are here, a mark is called by its section. The panel has the whole words. */
  wordsOf(at) {
    if (!this.words) return { title: this.symbol(at).label, note: "" };
    const { title, place, note, notes } = this.words;
    const where = shortened(place.at(at), LONGEST_PLACE);
    return {
      title: shortened(title.at(at), LONGEST_TITLE),
      note: `${where} · ${notes[note[at]]}`,
    };
  }

  tooltip(at) {
    const { title, note } = this.wordsOf(at);
    const box = document.createElement("div");
    box.append(element("strong", "", title), element("span", "", note));
    box.className = "mp-tooltip";
    return box;
  }

  /* A mark as a line of a list. */
  line(at) {
    return { practice: this.points.practices[at], drawing: this.drawing(at), ...this.wordsOf(at) };
  }
}
