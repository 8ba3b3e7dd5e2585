/* Small maps that the server drew; each is a button that names its theme by number. */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".mp-themes");
  root.onclick = ({ target }) => {
    const button = target.closest("button[data-at]");
    if (button) setTriggerValue("chosen", Number(button.dataset.at));
  };
  if (root.drawn === data.html) return;
  const isOpen = root.querySelector("details")?.open;
  const focused = root.contains(document.activeElement) && document.activeElement.dataset.at;
  root.drawn = data.html;
  root.innerHTML = data.html; // every text in it is escaped by its template
  if (isOpen) root.querySelector("details").open = true;
  if (focused) root.querySelector(`[data-at="${focused}"]`)?.focus({ preventScroll: true });
}
