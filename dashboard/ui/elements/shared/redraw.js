/* Draws new nodes into the root where the data are others than before. The focus goes to the node
   that has the id of the one that had it. */
export function redraw(root, { data, parentElement }, nodes) {
  const text = JSON.stringify(data);
  if (root.dataset.drawn === text) return;
  root.dataset.drawn = text;
  const focused = (parentElement.activeElement || document.activeElement)?.id;
  root.replaceChildren(...nodes());
  if (focused) root.querySelector(`#${CSS.escape(focused)}`)?.focus({ preventScroll: true });
}
