/* The way into the presentation and out of it: a button, F8, and Esc; the arrows turn to
   another measure. The browser's full screen is asked for where the reader clicks. */
let listening = new AbortController();

function isBusy(target) {
  return Boolean(target && target.closest && target.closest("input, textarea, select, [contenteditable]"));
}

function keyWish({ key, target, altKey, ctrlKey, metaKey }, presenting) {
  if (altKey || ctrlKey || metaKey) return null;
  if (key === "F8") return presenting ? "leave" : "enter";
  if (!presenting || isBusy(target)) return null;
  if (key === "Escape") return "leave";
  if (key === "ArrowRight" || key === "PageDown") return "next";
  if (key === "ArrowLeft" || key === "PageUp") return "previous";
  if (key === " " && !target.closest?.("button, a, summary")) return "next";
  return null;
}

function follow(presenting) {
  const full = Boolean(document.fullscreenElement);
  if (presenting && !full && document.documentElement.requestFullscreen) {
    document.documentElement.requestFullscreen().catch(() => {}); // refused: the page does
  } else if (!presenting && full) {
    document.exitFullscreen().catch(() => {});
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const { presenting, words } = data;
  const wish = (what) => {
    if (what === "enter" || what === "leave") follow(what === "enter");
    setTriggerValue("wish", what);
  };
  const button = parentElement.querySelector("button");
  button.textContent = presenting ? words.leave : words.enter;
  button.setAttribute("aria-keyshortcuts", presenting ? "Escape" : "F8");
  button.onclick = () => wish(presenting ? "leave" : "enter");
  listening.abort();
  listening = new AbortController();
  const { signal } = listening;
  document.addEventListener(
    "keydown",
    (event) => {
      const what = keyWish(event, presenting);
      if (!what) return;
      event.preventDefault();
      wish(what);
    },
    { signal },
  );
  document.addEventListener(
    "fullscreenchange",
    () => {
      if (presenting && !document.fullscreenElement) setTriggerValue("wish", "leave");
    },
    { signal },
  );
  return () => listening.abort();
}
