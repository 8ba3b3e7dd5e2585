/* The list of marks that stand on one point however close one looks: a popup whose lines are
   buttons, so that a keyboard reaches each of them. */
import { element, fill } from "./dom.js";

const AT_ONCE = 100;
const BUTTONS_HEIGHT = 60; // of the page's buttons over the map's upper edge

/* `line(at)` gives what a line shows of a mark ({practice, drawing, title, note}), `choose` is
   called with the practice of the line that was pressed, `leave` when a key closed the list. */
export class MarkList {
  constructor(map, { words, language, line, choose, leave }) {
    this.map = map;
    this.words = words;
    this.language = language;
    this.line = line;
    this.choose = choose;
    this.leave = leave;
    this.popup = L.popup({
      className: "mp-list",
      maxWidth: 300,
      minWidth: 200,
      closeButton: false,
      autoPanPaddingTopLeft: [5, BUTTONS_HEIGHT],
    });
    this.selected = null;
  }

  open(marks, latlng, selected) {
    this.selected = selected;
    const title = this.told(this.words.list, marks.length);
    const box = element("div");
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", title);
    const head = element("p", "", title);
    head.append(this.closeButton());
    this.rows = element("ul");
    box.append(head, this.rows);
    box.addEventListener("keydown", (event) => this.closeByKey(event));
    this.fillRows(marks);
    this.popup.setLatLng(latlng).setContent(box).openOn(this.map);
    this.rows.querySelector("button").focus({ preventScroll: true });
  }

  close() {
    this.map.closePopup(this.popup);
  }

  select(practice) {
    this.selected = practice;
    if (!this.popup.isOpen()) return;
    this.rows.querySelectorAll("[data-practice]").forEach((button) => this.press(button));
  }

  press(button) {
    button.setAttribute("aria-pressed", String(button.dataset.practice === String(this.selected)));
  }

  /* Shows the next lines, and a button for those after them. */
  fillRows(marks) {
    marks.slice(0, AT_ONCE).forEach((at) => this.addRow(this.button(at)));
    const rest = marks.slice(AT_ONCE);
    if (rest.length === 0) return;
    const further = element("button", "", this.told(this.words.further, rest.length));
    further.type = "button";
    const row = this.addRow(further);
    further.addEventListener("click", (event) => {
      event.stopPropagation(); // or Leaflet looks where the button is, and finds it nowhere
      this.fillRows(rest);
      row.nextElementSibling.firstChild.focus();
      row.remove();
    });
  }

  addRow(button) {
    const row = element("li");
    row.append(button);
    this.rows.append(row);
    return row;
  }

  button(at) {
    const { practice, drawing, title, note } = this.line(at);
    const button = element("button");
    button.type = "button";
    button.innerHTML = drawing;
    const text = element("span");
    text.append(element("strong", "", title), element("span", "", note));
    button.append(text);
    button.dataset.practice = practice;
    this.press(button);
    button.addEventListener("click", () => this.choose(practice));
    return button;
  }

  closeButton() {
    const button = element("button", "", "×");
    button.type = "button";
    button.className = "mp-close";
    button.setAttribute("aria-label", this.words.close);
    button.addEventListener("click", () => this.close());
    return button;
  }

  closeByKey(event) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.close();
    this.leave();
  }

  told(pattern, count) {
    return fill(pattern, { count: count.toLocaleString(this.language) });
  }
}
