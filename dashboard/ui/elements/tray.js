/* Files in the making. The element asks for news while there are some, presses the button of a
   file that has become ready (Streamlit serves it by a button of its own, which is not shown),
   and tells a screen reader of each quarter. */
import { whenReleased } from "./shared/held.js";

const NEWS_MS = 500;
const PATIENCE_MS = 15000;

function button(words, act, name) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  made.setAttribute("aria-label", `${words}: ${name}`);
  made.onclick = act;
  return made;
}

/* The click reaches the application's root and no farther: on the document it would close what
   the reader has open. */
function press(hidden) {
  document.body.addEventListener("click", (event) => event.stopPropagation(), { once: true });
  hidden.click();
}

/* Presses the hidden button; it is drawn a moment after this element. */
function save(number, then) {
  const until = performance.now() + PATIENCE_MS;
  const attempt = () => {
    const hidden = document.querySelector(`.st-key-file-${number} button`);
    if (hidden) {
      press(hidden);
      then();
    } else if (performance.now() < until) requestAnimationFrame(attempt);
  };
  attempt();
}

/* A bar without a value moves by itself: nothing is known yet of how much is done. */
function advance(bar, percent) {
  if (percent > 0) bar.value = percent;
}

function row(file, state) {
  const { words, trigger } = state;
  const line = document.createElement("li");
  line.dataset.stage = file.stage;
  const name = document.createElement("strong");
  name.textContent = file.name;
  const stage = document.createElement("span");
  stage.textContent = file.words;
  line.append(name, stage);
  if (file.stage === "waiting" || file.stage === "making") {
    const bar = document.createElement("progress");
    bar.max = 100;
    advance(bar, file.percent);
    bar.setAttribute("aria-label", file.name);
    line.append(
      bar,
      button(words.cancel, () => trigger("cancel", file.number), file.name),
    );
    return line;
  }
  if (file.stage === "ready") {
    line.append(button(words.save, () => save(file.number, () => {}), file.name));
  } else line.append(button(words.retry, () => trigger("retry", file.number), file.name));
  line.append(button(words.close, () => trigger("cancel", file.number), file.name));
  return line;
}

/* Rows that are the same stay, so that the focus does too; in the others only what changed. */
function redraw(list, files, state) {
  const before = new Map([...list.children].map((line) => [line.dataset.number, line]));
  files.forEach((file) => {
    const known = before.get(String(file.number));
    before.delete(String(file.number));
    if (known && known.dataset.stage === file.stage) {
      known.querySelector("span").textContent = file.words;
      const bar = known.querySelector("progress");
      if (bar) advance(bar, file.percent);
      return;
    }
    const line = row(file, state);
    line.dataset.number = file.number;
    if (known) {
      const focused = known.contains(known.getRootNode().activeElement);
      known.replaceWith(line);
      if (focused) line.querySelector("button").focus();
    } else list.append(line);
  });
  before.forEach((line) => line.remove());
}

function speak(output, files, spoken) {
  files.forEach((file) => {
    const quarter = Math.floor(file.percent / 25);
    const news = file.stage === "making" ? `making ${quarter}` : file.stage;
    if (spoken.get(file.number) === news) return;
    spoken.set(file.number, news);
    output.textContent = `${file.name}: ${file.words}`;
  });
}

export default function ({ data, parentElement, setTriggerValue }) {
  const list = parentElement.querySelector("ul");
  parentElement.mapaPraktykTray ||= { spoken: new Map(), saved: new Set() };
  const kept = parentElement.mapaPraktykTray;
  const state = { words: data.words, trigger: setTriggerValue };
  list.setAttribute("aria-label", data.words.label);
  whenReleased(list, () => redraw(list, data.files, state));
  speak(parentElement.querySelector("output"), data.files, kept.spoken);
  data.files.forEach((file) => {
    if (file.stage !== "ready" || file.is_saved || kept.saved.has(file.number)) return;
    kept.saved.add(file.number);
    save(file.number, () => setTriggerValue("saved", file.number));
  });
  clearTimeout(kept.timer);
  if (data.files.some(({ stage }) => stage === "waiting" || stage === "making")) {
    kept.timer = setTimeout(() => setTriggerValue("beat", data.beat), NEWS_MS);
  }
  return () => clearTimeout(kept.timer);
}
