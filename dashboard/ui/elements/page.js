/* What belongs to the whole page: its language, the names of controls, and the button that
   copies the address. */
import { copyText } from "./shared/copy.js";

/* Names that Streamlit gives its own controls, for screen readers, in English only. A chart has
   words of its own in English too; its frame has an alternative and a table follows it. */
function nameControls(names, mapName) {
  document.querySelectorAll("[aria-label]").forEach((node) => {
    const label = node.getAttribute("aria-label");
    const [verb] = label.split(" ");
    if (names[label]) node.setAttribute("aria-label", names[label]);
    else if (names[`${verb} …`] && node.tagName === "BUTTON") {
      node.setAttribute("aria-label", names[`${verb} …`] + label.slice(verb.length));
    }
  });
  document
    .querySelectorAll('[data-testid="stFileUploaderDropzone"][role="presentation"]')
    .forEach((zone) => zone.setAttribute("role", "group"));
  document
    .querySelectorAll('[data-testid="stFileUploaderDropzone"] :is(p, span)')
    .forEach(({ firstChild: text }) => {
      if (text instanceof Text && names[text.data]) text.data = names[text.data];
    });
  document
    .querySelectorAll('[data-testid="stVegaLiteChart"] svg:not([aria-hidden])')
    .forEach((chart) => chart.setAttribute("aria-hidden", "true"));
  const skip = document.querySelector('a[href="#stMain"]');
  if (skip && names[skip.textContent]) skip.textContent = names[skip.textContent];
  document.querySelectorAll('[class*="st-key-mapa"] iframe').forEach((map) => {
    if (map.title !== mapName) map.title = mapName;
  });
}

/* Tells which link leads to the page that is shown, and brings it into sight where the links
   stand in one narrow line. The start page has no path of its own: Streamlit links it as the
   page that is shown, which a new tab would open. */
function showPresentLink() {
  const bar = document.querySelector(".st-key-nawigacja");
  if (!bar) return;
  const links = [...bar.querySelectorAll("a")];
  const [start, ...others] = links;
  const last = (address) => new URL(address, window.location.href).pathname.split("/").pop();
  const present = others.find((link) => last(link.href) === last(window.location.href)) || start;
  if (!present) return;
  links.forEach((link) => link.removeAttribute("aria-current"));
  present.setAttribute("aria-current", "page");
  if (present !== start) start.href = `./${new URL(start.href).search}`;
  const hidden = present.getBoundingClientRect().right - bar.getBoundingClientRect().right;
  if (hidden > 0) bar.scrollLeft += hidden + 8;
}

/* The link past the filters leads to the top of the page, and the list lies behind the pages' links and
   the map: a second link leads to its first entry. */
function skipToList(words) {
  const list = document.querySelector(".st-key-lista");
  const toTop = document.querySelector('a[href="#stMain"]');
  const known = document.querySelector(".mp-skip");
  if (!list || !toTop) {
    known?.remove();
    return;
  }
  const link = known ?? document.createElement("a");
  if (!known) {
    link.href = "#mp-list";
    link.onclick = (press) => {
      press.preventDefault();
      const parts = document.querySelectorAll(".st-key-lista, .st-key-lista *");
      const first = (root) => root?.querySelector("button.entry, a, button:not([disabled])");
      for (const part of parts) {
        const entry = first(part.shadowRoot);
        if (entry) return entry.focus();
      }
      first(document.querySelector(".st-key-lista"))?.focus();
    };
    toTop.after(link);
  }
  list.id = "mp-list";
  link.className = `${toTop.className} mp-skip`;
  if (link.textContent !== words.list) link.textContent = words.list;
}

/* On a narrow screen the filters lie over the page: a button under them says what they leave, and
   leads there. It stands beside Streamlit's elements, so that no run removes it. The counter says what
   it reads: of an element's own data one number more would let all of it be sent anew. */
function showWhatIsLeft() {
  const { left } = document.querySelector("[data-left]")?.dataset ?? {};
  if (!left) return;
  const button = document.querySelector(".mp-show") ?? document.createElement("button");
  if (!button.isConnected) {
    button.type = "button";
    button.className = "mp-show";
    button.onclick = () =>
      document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
    document.querySelector('[data-testid="stSidebar"]')?.append(button);
  }
  if (button.textContent !== left) button.textContent = left;
}

/* A place on a card leads to its mark: the map goes there by itself, and no run of the page with it. */
function showPlace({ target }) {
  const place = target instanceof Element ? target.closest("[data-place]") : null;
  const map = place && document.querySelector(".st-key-mapa iframe");
  if (!map) return;
  const order = Number(place.dataset.place);
  map.contentWindow.postMessage({ type: "mapa-praktyk:place", order }, window.location.origin);
  map.scrollIntoView({ block: "nearest" });
}

/* Listens once a page, however often this element is drawn. */
function leadToPlaces() {
  if (window.mapaPraktykPlaces) document.removeEventListener("click", window.mapaPraktykPlaces);
  window.mapaPraktykPlaces = showPlace;
  document.addEventListener("click", showPlace);
}

function keepNamed({ names, mapName, words }) {
  if (window.mapaPraktykNames) window.mapaPraktykNames.disconnect();
  let asked = 0;
  let shown = "";
  const observer = new MutationObserver(() => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => {
      nameControls(names, mapName);
      skipToList(words);
      showWhatIsLeft();
      if (shown !== window.location.pathname) showPresentLink();
      shown = window.location.pathname;
    });
  });
  observer.observe(document.body, { childList: true, subtree: true });
  window.mapaPraktykNames = observer;
  nameControls(names, mapName);
  skipToList(words);
  showWhatIsLeft();
}

export default function ({ data, parentElement }) {
  document.documentElement.lang = data.language;
  keepNamed(data);
  leadToPlaces();
  requestAnimationFrame(showPresentLink);
  if (!data.offers) return;
  const button = parentElement.querySelector("button");
  const note = parentElement.querySelector("output");
  button.textContent = data.words.copy;
  button.hidden = false;
  button.onclick = () => {
    copyText(window.location.href).then(
      () => (note.textContent = data.words.copied),
      () => (note.textContent = data.words.failed),
    );
    clearTimeout(button.timer);
    button.timer = setTimeout(() => (note.textContent = ""), 4000);
  };
}
