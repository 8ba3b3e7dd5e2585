/* The presenter's controls: every wish has a button, keys or both. A wish goes to the elements
   of the page first and to the server where none of them took it. */
import { element, motion } from "../../views/assets/dom.js";

const REST_MS = 4000; // the buttons fade after so long without the pointer
const ANSWER_MS = 2000; // a wish without an answer after so long is told again

let listening = new AbortController();
let resting = 0;
let leaving = false; // the full screen is left on our own account
const show = { timer: 0, step: null, due: 0, playing: true };

/* Wishes that the server has not answered. It is told of the next ones when it has heard the one
   before: of two within one of its runs it could hear the later alone. What another element tells
   it at the same moment can make it miss one, which is then told again. */
const asked = { number: Date.now(), unheard: [], patience: ANSWER_MS, again: 0 };

function isTyping(node) {
  return Boolean(node.closest?.("input, textarea, select, [contenteditable]"));
}

/* The control that a key stands for; the focused element keeps the keys that it needs. */
export function controlOf(event, controls) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const node = event.composedPath()[0];
  if (isTyping(node) && !/^(F\d+|Escape)$/.test(key)) return null;
  if (key === " " && node.closest && node.closest("button, a, summary, [role=button]")) return null;
  return controls.find(({ keys }) => keys.includes(key)) || null;
}

function setScreen(wanted) {
  const full = Boolean(document.fullscreenElement);
  if (wanted === "enter" && !full && document.documentElement.requestFullscreen) {
    document.documentElement
      .requestFullscreen()
      .then(() => navigator.keyboard?.lock?.(["Escape"])) // so that Esc may mean a smaller step
      .catch(() => {}); // refused: the page does
  } else if (wanted === "leave" && full) {
    leaving = true;
    document.exitFullscreen().catch(() => {});
  }
}

function button({ label, keys }, press) {
  const node = element("button", "", label);
  node.type = "button";
  node.dataset.label = label;
  if (keys.length) {
    node.setAttribute(
      "aria-keyshortcuts",
      keys.map((key) => (key === " " ? "Space" : key)).join(" "),
    );
  }
  node.addEventListener("click", press);
  return node;
}

/* The buttons as they are, so that the one in focus stays it; new ones where others are due. */
function drawButtons(root, shown) {
  const text = JSON.stringify(shown.map(([control]) => control.label));
  if (root.dataset.drawn === text) {
    [...root.children].forEach((node, at) => (node.onwish = shown[at][1]));
    return;
  }
  const focused = root.getRootNode().activeElement;
  const at = [...root.children].indexOf(focused);
  root.dataset.drawn = text;
  root.replaceChildren(
    ...shown.map(([control, press]) => {
      const node = button(control, () => node.onwish());
      node.onwish = press;
      return node;
    }),
  );
  if (at >= 0 && root.children.length)
    root.children[Math.min(at, root.children.length - 1)].focus();
}

/* Readers who want no motion get none that they did not ask for. */
function mayPlay(pace) {
  return pace.is_asked_for || motion();
}

/* Goes on by itself after the time of the pace, which begins anew with every step. */
function keepPace(pace, wish) {
  clearTimeout(show.timer);
  if (!pace) {
    Object.assign(show, { step: null, playing: true }); // the next show starts by itself
    return;
  }
  if (show.step !== pace.step) {
    Object.assign(show, { step: pace.step, due: performance.now() + pace.seconds * 1000 });
  }
  if (show.playing && mayPlay(pace)) {
    show.timer = setTimeout(() => wish(pace.wish), Math.max(0, show.due - performance.now()));
  }
}

function wakeButtons(root, presenting) {
  clearTimeout(resting);
  root.classList.remove("resting");
  if (presenting) resting = setTimeout(() => root.classList.add("resting"), REST_MS);
}

export default function ({ data, parentElement, setTriggerValue }) {
  const { controls, presenting, pace, spoken, heard } = data;
  const root = parentElement.querySelector(".controls");
  parentElement.querySelector(".spoken").textContent = spoken;
  listening.abort();
  listening = new AbortController();
  const { signal } = listening;

  const tell = () => {
    setTriggerValue("wish", asked.unheard);
    asked.again = setTimeout(tell, asked.patience);
    asked.patience *= 2; // a server that needs so long is not to begin anew each time
  };
  const waiting = asked.unheard.filter(([number]) => number > heard);
  if (waiting.length < asked.unheard.length) {
    clearTimeout(asked.again);
    Object.assign(asked, { unheard: waiting, patience: ANSWER_MS });
    if (waiting.length) tell();
  }
  const wish = (what) => {
    const event = new CustomEvent("mapa-praktyk:wish", { detail: what, cancelable: true });
    if (!document.dispatchEvent(event)) return;
    asked.unheard.push([++asked.number, what]);
    if (asked.unheard.length === 1) tell();
  };
  const ask = ({ wish: what, screen }) => {
    if (screen !== "keep") setScreen(screen);
    wish(what);
  };
  const turn = () => {
    Object.assign(show, { playing: !show.playing, step: null });
    draw();
    keepPace(pace, wish);
  };
  const own = pace && mayPlay(pace) ? [{ keys: [" "], turn }] : [];
  const draw = () => {
    const pacing = own.map((control) => [
      { ...control, label: show.playing ? pace.pause : pace.play },
      turn,
    ]);
    const buttons = controls.filter(({ label }) => label).map((each) => [each, () => ask(each)]);
    drawButtons(root, [...pacing, ...buttons]);
  };
  draw();
  keepPace(pace, wish);
  wakeButtons(root, presenting);

  document.addEventListener(
    "keydown",
    (event) => {
      const control = controlOf(event, [...own, ...controls]);
      if (!control) return;
      event.preventDefault();
      if (event.repeat && !event.key.startsWith("Arrow")) return;
      if (control.turn) control.turn();
      else ask(control);
    },
    { signal },
  );
  document.addEventListener(
    "pointermove",
    ({ movementX, movementY }) => {
      if (movementX || movementY) wakeButtons(root, presenting);
    },
    { signal },
  );
  document.addEventListener("pointerdown", () => wakeButtons(root, presenting), { signal });
  document.addEventListener(
    "fullscreenchange",
    () => {
      if (document.fullscreenElement) return;
      const control = controls.find(({ keys }) => keys.includes("Escape"));
      if (control && !leaving) ask(control);
      leaving = false;
    },
    { signal },
  );
  return () => {
    listening.abort();
    clearTimeout(asked.again);
    Object.assign(asked, { unheard: [], patience: ANSWER_MS });
    clearTimeout(show.timer);
    clearTimeout(resting);
  };
}
