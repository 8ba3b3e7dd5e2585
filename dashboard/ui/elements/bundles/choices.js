// dashboard/views/assets/dom.js
function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== void 0) node.textContent = text;
  return node;
}

// dashboard/ui/elements/shared/held.js
function whenReleased(root, draw) {
  root.held?.abort();
  if (!root.matches(":active")) {
    draw();
    return;
  }
  root.held = new AbortController();
  const released = () => {
    root.held.abort();
    setTimeout(draw);
  };
  for (const type of ["pointerup", "pointercancel", "keyup"]) {
    document.addEventListener(type, released, { signal: root.held.signal });
  }
}

// dashboard/ui/elements/shared/redraw.js
function redraw(root, { data, parentElement }, nodes) {
  const text = JSON.stringify(data);
  if (root.dataset.drawn === text) return;
  root.dataset.drawn = text;
  const focused = (parentElement.activeElement || document.activeElement)?.id;
  root.replaceChildren(...nodes());
  if (focused) root.querySelector(`#${CSS.escape(focused)}`)?.focus({ preventScroll: true });
}

// dashboard/ui/elements/choices.js
function choice({ number, label, details }, taken, take) {
  const item = element("li", "");
  const button = element("button", "choice");
  button.type = "button";
  button.id = `choice-${number}`;
  button.setAttribute("aria-pressed", String(taken));
  const words = element("span", "words");
  words.append(element("span", "title", label), element("span", "details", details));
  button.append(element("span", "number", String(number)), words);
  button.addEventListener("click", () => take(number));
  item.append(button);
  return item;
}
function list({ label, choices, taken }, take) {
  const node = element("ol");
  node.setAttribute("aria-label", label);
  node.append(...choices.map((each) => choice(each, each.number === taken, take)));
  return node;
}
function choices_default(told) {
  const root = told.parentElement.querySelector(".choices");
  const take = (number) => told.setTriggerValue("taken", number);
  whenReleased(root, () => redraw(root, told, () => [list(told.data, take)]));
}
export {
  choices_default as default
};
