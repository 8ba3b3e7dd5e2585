/* A page in which the scripts run without a browser; each call begins a new one. */
import { Window } from "happy-dom";

const NAMES = ["document", "CSS", "Event", "CustomEvent", "KeyboardEvent", "MutationObserver"];

export function openPage(html = "") {
  const window = new Window({ url: "http://localhost/" });
  window.matchMedia = () => ({ matches: false });
  globalThis.window = window;
  for (const name of NAMES) globalThis[name] = window[name];
  document.body.innerHTML = html;
  return document.body;
}

/* Draws an element of the page as Streamlit does it; gives what it has sent so far. */
export function mount(draw, parentElement, data) {
  const sent = [];
  const send = (name, value) => sent.push([name, value]);
  draw({ data, parentElement, setTriggerValue: send, setStateValue: send });
  return sent;
}
