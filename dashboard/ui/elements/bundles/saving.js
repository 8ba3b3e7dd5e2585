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

// dashboard/ui/elements/saving.js
function fileButton({ name, label }, save) {
  const button = element("button", "", name.toUpperCase());
  button.type = "button";
  button.setAttribute("aria-label", label);
  button.addEventListener("click", () => save(name));
  return button;
}
function saving_default({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".saving");
  root.save = (name) => setTriggerValue("asked", name);
  whenReleased(root, () => {
    const text = JSON.stringify(data);
    if (root.dataset.drawn === text) return;
    root.dataset.drawn = text;
    const groups = data.groups.map(({ title, files }) => {
      const group = element("span", "group");
      group.append(
        element("span", "title", title),
        ...files.map((file) => fileButton(file, (name) => root.save(name)))
      );
      return group;
    });
    root.replaceChildren(...groups);
  });
}
export {
  saving_default as default
};
