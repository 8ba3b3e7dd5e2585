// dashboard/views/assets/dom.js
function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== void 0) node.textContent = text;
  return node;
}
function motion() {
  return !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

// dashboard/ui/elements/presentation.js
var REST_MS = 4e3;
var ANSWER_MS = 2e3;
var listening = new AbortController();
var resting = 0;
var leaving = false;
var show = { timer: 0, step: null, due: 0, playing: true };
var asked = { number: Date.now(), unheard: [], patience: ANSWER_MS, again: 0 };
function isTyping(node) {
  return Boolean(node.closest?.("input, textarea, select, [contenteditable]"));
}
function controlOf(event, controls) {
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
    document.documentElement.requestFullscreen().then(() => navigator.keyboard?.lock?.(["Escape"])).catch(() => {
    });
  } else if (wanted === "leave" && full) {
    leaving = true;
    document.exitFullscreen().catch(() => {
    });
  }
}
function button({ label, keys }, press) {
  const node = element("button", "", label);
  node.type = "button";
  node.dataset.label = label;
  if (keys.length) {
    node.setAttribute(
      "aria-keyshortcuts",
      keys.map((key) => key === " " ? "Space" : key).join(" ")
    );
  }
  node.addEventListener("click", press);
  return node;
}
function drawButtons(root, shown) {
  const text = JSON.stringify(shown.map(([control]) => control.label));
  if (root.dataset.drawn === text) {
    [...root.children].forEach((node, at2) => node.onwish = shown[at2][1]);
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
    })
  );
  if (at >= 0 && root.children.length)
    root.children[Math.min(at, root.children.length - 1)].focus();
}
function mayPlay(pace) {
  return pace.is_asked_for || motion();
}
function keepPace(pace, wish) {
  clearTimeout(show.timer);
  if (!pace) {
    Object.assign(show, { step: null, playing: true });
    return;
  }
  if (show.step !== pace.step) {
    Object.assign(show, { step: pace.step, due: performance.now() + pace.seconds * 1e3 });
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
function presentation_default({ data, parentElement, setTriggerValue }) {
  const { controls, presenting, pace, spoken, heard } = data;
  const root = parentElement.querySelector(".controls");
  parentElement.querySelector(".spoken").textContent = spoken;
  listening.abort();
  listening = new AbortController();
  const { signal } = listening;
  const tell = () => {
    setTriggerValue("wish", asked.unheard);
    asked.again = setTimeout(tell, asked.patience);
    asked.patience *= 2;
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
      turn
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
    { signal }
  );
  document.addEventListener(
    "pointermove",
    ({ movementX, movementY }) => {
      if (movementX || movementY) wakeButtons(root, presenting);
    },
    { signal }
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
    { signal }
  );
  return () => {
    listening.abort();
    clearTimeout(asked.again);
    Object.assign(asked, { unheard: [], patience: ANSWER_MS });
    clearTimeout(show.timer);
    clearTimeout(resting);
  };
}
export {
  controlOf,
  presentation_default as default
};
