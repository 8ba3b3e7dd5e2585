/* Draws at once, or when the reader has let go of what the pointer or the space bar holds down
   within the root: a press counts only where it ends on the element that it began on. */
export function whenReleased(root, draw) {
  root.held?.abort(); // the newest drawing counts
  if (!root.matches(":active")) {
    draw();
    return;
  }
  root.held = new AbortController();
  const released = () => {
    root.held.abort();
    setTimeout(draw); // the click comes first
  };
  for (const type of ["pointerup", "pointercancel", "keyup"]) {
    document.addEventListener(type, released, { signal: root.held.signal });
  }
}
