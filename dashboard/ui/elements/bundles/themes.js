// dashboard/ui/elements/themes.js
function themes_default({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".mp-themes");
  root.onclick = ({ target }) => {
    const button = target.closest("button[data-at]");
    if (button) setTriggerValue("chosen", Number(button.dataset.at));
  };
  if (root.drawn === data.html) return;
  const isOpen = root.querySelector("details")?.open;
  const focused = root.contains(document.activeElement) && document.activeElement.dataset.at;
  root.drawn = data.html;
  root.innerHTML = data.html;
  if (isOpen) root.querySelector("details").open = true;
  if (focused) root.querySelector(`[data-at="${focused}"]`)?.focus({ preventScroll: true });
}
export {
  themes_default as default
};
