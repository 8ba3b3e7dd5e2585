/* The years of a map of regions. The values of every year come at once; from then on a step of
   the slider tells the map (in its frame) and the ranking what to show, and the server hears
   only of the year at which the reader stops. */
import { element, motion } from "../../views/assets/dom.js";

const SETTLE_MS = 500; // so long after the last step the server is told
const MAP = ".st-key-mapa-pokrycie iframe";
const NEXT = "next";
const PREVIOUS = "previous";

/* One timeline a page; it outlives the runs of the page's script. */
const state = { data: null, at: 0, told: null, playing: 0, settling: 0, send: null, parts: null };
let listening = new AbortController();

/* What the map and the ranking show in a frame of the message. */
export function scene({ message, digest, years }, at) {
  const frame = message.frames[at];
  const word = (measure, region) => message.words[frame.words[measure][region]];
  const counts = {};
  frame.kinds.forEach((kind) => (counts[kind] = (counts[kind] || 0) + 1));
  const regions = frame.order.map((region) => ({
    key: message.regions[region][0],
    name: message.regions[region][1],
    kind: frame.kinds[region],
    value: word(message.shown, region),
    count: word(0, region),
    share: frame.shares[region],
    lines: message.measures.map((name, measure) => `${name}: ${word(measure, region)}`),
  }));
  return {
    digest,
    level: message.level,
    regions,
    until: at < years.length - 1 ? Number(years[at]) : null,
    legend: {
      title: frame.title,
      note: message.note,
      rows: frame.legend.map(([kind, label]) => ({ kind, label, count: `(${counts[kind] || 0})` })),
    },
  };
}

function tellScene() {
  const shown = scene(state.data, state.at);
  document.dispatchEvent(new CustomEvent("mapa-praktyk:regions", { detail: shown }));
  const map = document.querySelector(MAP);
  map?.contentWindow?.postMessage({ type: "mapa-praktyk:regions", scene: shown }, "*");
}

function tellServer() {
  clearTimeout(state.settling);
  if (state.at === state.told) return;
  state.told = state.at;
  state.send("chosen", state.at);
}

function draw() {
  const { root, button, slider, label, said } = state.parts;
  const { data, at, playing } = state;
  const isAll = at === data.years.length - 1;
  slider.max = data.years.length - 1;
  slider.value = at;
  slider.setAttribute("aria-valuetext", data.labels[at]);
  slider.style.setProperty("--done", at / Math.max(1, data.years.length - 1));
  label.textContent = data.labels[at];
  if (said.textContent !== data.labels[at]) said.textContent = data.labels[at];
  button.textContent = playing ? data.words.pause : data.words.play;
  button.dataset.playing = String(Boolean(playing));
  button.hidden = !motion() || data.years.length < 3; // a single year has no course
  root.classList.toggle("presenting", data.presenting);
  root.classList.toggle("everything", isAll && !playing);
}

function go(at) {
  state.at = Math.min(Math.max(at, 0), state.data.years.length - 1);
  draw();
  tellScene();
  clearTimeout(state.settling);
  if (!state.playing) state.settling = setTimeout(tellServer, SETTLE_MS);
}

function stop() {
  clearInterval(state.playing);
  state.playing = 0;
  draw();
  tellServer();
}

/* From the first year to the last one, from the start where the last one is reached. */
function play() {
  if (!motion()) return;
  const last = state.data.years.length - 2;
  clearTimeout(state.settling);
  state.playing = setInterval(() => {
    if (state.at < last) go(state.at + 1);
    if (state.at >= last) stop();
  }, state.data.stepMs);
  go(state.at >= last ? 0 : state.at);
}

function turn() {
  if (state.playing) stop();
  else play();
}

function step(by) {
  if (state.playing) stop();
  go(state.at + by);
}

/* A presenter's wish: the years take space, and the arrows while one of them is shown. */
function takeWish(event) {
  const isAll = state.at === state.data.years.length - 1;
  if (event.detail === "play") {
    if (!motion()) step(isAll ? -state.at : 1);
    else turn();
  } else if ((event.detail === NEXT || event.detail === PREVIOUS) && !isAll) {
    step(event.detail === NEXT ? 1 : -1);
  } else return;
  event.preventDefault();
}

function build(root) {
  const button = element("button");
  button.type = "button";
  button.addEventListener("click", turn);
  const slider = element("input");
  slider.type = "range";
  slider.min = 0;
  slider.step = 1;
  slider.addEventListener("input", () => {
    const at = Number(slider.value);
    if (state.playing) stop();
    go(at);
  });
  slider.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    turn();
  });
  const label = element("span", "label");
  label.setAttribute("aria-hidden", "true");
  const said = element("output", "spoken");
  said.setAttribute("aria-live", "polite");
  const ends = element("div", "ends");
  ends.setAttribute("aria-hidden", "true");
  const track = element("div", "track");
  track.append(slider, ends);
  const note = element("p", "note");
  root.replaceChildren(button, track, label, said, note);
  return { root, button, slider, label, said, ends, note };
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".timeline");
  if (state.parts?.root !== root) {
    clearInterval(state.playing);
    Object.assign(state, { playing: 0, told: null, data: null, parts: build(root) });
  }
  const isOther = state.data?.digest !== data.digest;
  const last = data.years.length - 1;
  /* The server's year counts where it is news; else the reader may be further by now. */
  if (state.told !== data.at && (!state.data || state.data.at !== data.at)) {
    clearInterval(state.playing);
    Object.assign(state, { playing: 0, at: data.at, told: data.at });
  }
  Object.assign(state, { data, send: setTriggerValue, at: Math.min(state.at, last) });
  root.setAttribute("aria-label", data.words.group);
  state.parts.slider.setAttribute("aria-label", data.words.slider);
  const marks = [0, Math.round((last - 1) / 2), last];
  state.parts.ends.replaceChildren(
    ...[...new Set(marks)].map((at) => {
      const mark = element("span", "", data.years[at]);
      mark.style.setProperty("--at", at / Math.max(1, last));
      return mark;
    }),
  );
  state.parts.note.textContent = data.note;
  draw();
  if (isOther) tellScene();
  listening.abort();
  listening = new AbortController();
  const { signal } = listening;
  document.addEventListener("mapa-praktyk:wish", takeWish, { signal });
  document.addEventListener("mapa-praktyk:map-ready", tellScene, { signal });
  return () => {
    listening.abort();
    clearInterval(state.playing);
    clearTimeout(state.settling);
    state.playing = 0;
  };
}
