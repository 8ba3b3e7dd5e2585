/* Suggestions for a text field of Streamlit: the field becomes a combobox with a list of texts under
   it (WAI-ARIA Authoring Practices, editable combobox with list autocomplete). The texts are fetched
   when the reader first turns to the field. One that is picked counts at once, as if the reader had
   typed it and pressed Enter; Enter without a choice sends what is typed. */
import { element } from "../../views/assets/dom.js";

const LIST = "mapa-praktyk-suggestions"; // the beginning of an id: a page may have several fields

/* Case, diacritics and dashes apart. */
export function fold(text) {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ł", "l")
    .replace(/[-–().,]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/* The texts that are found by all words of a query, each the beginning of a word: first those
   that begin with the query, then in their own order. The most important stand first in `texts`. */
export function matching(texts, query, most) {
  const asked = fold(query);
  if (!asked) return [];
  const words = asked.split(" ");
  const fits = (own) => words.every((word) => own.some((part) => part.startsWith(word)));
  const found = texts.filter(({ parts }) => fits(parts));
  const rank = ({ name, folded }) => (name === asked ? 0 : folded.startsWith(asked) ? 1 : 2);
  return found.sort((one, other) => rank(one) - rank(other)).slice(0, most);
}

/* What a text is found by: all of it, and the name before its first bracket. */
export function prepared(text) {
  const folded = fold(text);
  return { text, folded, name: fold(text.split("(")[0]), parts: folded.split(" ") };
}

/* The address of a file that this server hands out, wherever it is served. */
function addressOf(file) {
  return new URL(`../../${file}`, document.querySelector("script[src*='static/js/']").src);
}

const files = new Map();

/* The texts of a file, fetched once. */
function load(file) {
  if (!files.has(file)) {
    const texts = fetch(addressOf(file))
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))))
      .then((list) => list.map(prepared));
    texts.catch(() => files.delete(file)); // the next turn to the field tries again
    files.set(file, texts);
  }
  return files.get(file);
}

function pressEnter(field) {
  const how = { key: "Enter", code: "Enter", keyCode: 13, bubbles: true, cancelable: true };
  for (const type of ["keydown", "keypress", "keyup"])
    field.dispatchEvent(new KeyboardEvent(type, how));
}

/* Puts a text into a field of React's as if it had been typed. */
function type(field, text) {
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  set.call(field, text);
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

class Combobox {
  constructor(field, data) {
    this.field = field;
    this.data = data;
    this.active = -1;
    this.options = [];
    this.sending = false;
    this.list = element("ul", "mp-suggestions");
    this.list.id = `${LIST}-${data.field}`;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", data.words.label);
    this.list.hidden = true;
    this.status = element("p", "mp-hidden");
    this.status.id = `${this.list.id}-count`;
    this.status.setAttribute("role", "status");
    for (const { id } of [this.list, this.status]) document.getElementById(id)?.remove();
    (field.closest("section") ?? document.body).append(this.list, this.status); // a landmark
    const attributes = { role: "combobox", autocomplete: "off", "aria-autocomplete": "list" };
    for (const [name, value] of Object.entries({ ...attributes, "aria-controls": this.list.id }))
      field.setAttribute(name, value);
    this.say(false);
    this.list.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the focus
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
  }

  say(isOpen) {
    this.field.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) this.field.removeAttribute("aria-activedescendant");
  }

  async search() {
    if (this.sending) return;
    const query = this.field.value;
    const texts = await load(this.data.file).catch(() => []);
    if (query !== this.field.value || document.activeElement !== this.field) return;
    const found = matching(texts, query, this.data.counts.length - 1);
    this.show(query.trim(), found);
  }

  show(query, found) {
    if (!query) return this.close();
    const { words, counts } = this.data;
    const elsewhere = words.elsewhere.replace("{text}", query);
    this.options = [...found.map(({ text }) => [text, text]), [elsewhere, query]];
    this.list.replaceChildren(
      ...this.options.map(([label, text], at) => this.option(label, text, at)),
    );
    this.status.textContent = counts[found.length];
    this.list.hidden = false;
    this.place();
    this.say(true);
    this.activate(found[0]?.name === fold(query) ? 0 : -1);
  }

  option(label, text, at) {
    const item = element("li", "", label);
    item.id = `${this.list.id}-${at}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.addEventListener("click", () => this.pick(text));
    return item;
  }

  /* Under the field, or above it where there is more room. */
  place() {
    const { left, top, bottom, width } = this.field.getBoundingClientRect();
    const below = window.innerHeight - bottom;
    const isAbove = below < 180 && top > below;
    Object.assign(this.list.style, {
      left: `${left}px`,
      width: `${Math.max(width, Math.min(340, window.innerWidth - left - 12))}px`,
      top: isAbove ? "auto" : `${bottom + 4}px`,
      bottom: isAbove ? `${window.innerHeight - top + 4}px` : "auto",
      maxHeight: `${Math.max(isAbove ? top : below, 120) - 16}px`,
    });
  }

  activate(at) {
    this.list.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = at;
    const option = this.list.children[at];
    if (!option) return this.field.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView?.({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", option.id);
  }

  close() {
    this.list.hidden = true;
    this.status.textContent = "";
    this.active = -1;
    this.say(false);
  }

  pick(text) {
    this.close();
    this.sending = true;
    if (this.field.value !== text) type(this.field, text);
    setTimeout(() => {
      pressEnter(this.field);
      this.sending = false;
    });
  }

  /* The keys of a combobox; all others are the field's. */
  press(event) {
    if (this.sending || event.isComposing) return;
    const isOpen = !this.list.hidden;
    const count = this.options.length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) this.search();
      else if (event.key === "ArrowDown") this.activate((this.active + 1) % count);
      else this.activate(this.active > 0 ? this.active - 1 : count - 1);
    } else if (event.key === "Escape" && isOpen) {
      event.stopPropagation();
      this.close();
    } else if (event.key === "Enter" && isOpen) {
      const chosen = this.options[this.active];
      this.close();
      if (!chosen) return;
      event.preventDefault();
      event.stopPropagation();
      this.pick(chosen[1]);
    }
  }
}

export default function ({ data }) {
  const selector = `.st-key-${data.field} input`;
  let combobox = null;
  const of = (target) => {
    if (!target?.matches?.(selector)) return null;
    if (combobox?.field !== target) combobox = new Combobox(target, data);
    return combobox;
  };
  const turn = ({ target }) => {
    if (of(target)) load(data.file).catch(() => {});
  };
  const search = ({ target }) => of(target)?.search();
  const press = (event) => of(event.target)?.press(event);
  const leave = ({ target }) => target === combobox?.field && combobox.close();
  const move = () => combobox && !combobox.list.hidden && combobox.place();
  const present = document.querySelector(selector);
  if (present) of(present);
  document.addEventListener("focusin", turn);
  document.addEventListener("input", search);
  document.addEventListener("keydown", press, { capture: true });
  document.addEventListener("focusout", leave);
  window.addEventListener("resize", move);
  document.addEventListener("scroll", move, { capture: true, passive: true });
  return () => {
    document.removeEventListener("focusin", turn);
    document.removeEventListener("input", search);
    document.removeEventListener("keydown", press, { capture: true });
    document.removeEventListener("focusout", leave);
    window.removeEventListener("resize", move);
    document.removeEventListener("scroll", move, { capture: true });
    combobox?.list.remove();
    combobox?.status.remove();
  };
}
