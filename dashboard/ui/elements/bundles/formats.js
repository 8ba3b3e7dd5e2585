// dashboard/views/assets/dom.js
function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== void 0) node.textContent = text;
  return node;
}

// dashboard/ui/elements/shared/held.js
function whenReleased(root, draw2) {
  root.held?.abort();
  if (!root.matches(":active")) {
    draw2();
    return;
  }
  root.held = new AbortController();
  const released = () => {
    root.held.abort();
    setTimeout(draw2);
  };
  for (const type of ["pointerup", "pointercancel", "keyup"]) {
    document.addEventListener(type, released, { signal: root.held.signal });
  }
}

// dashboard/ui/elements/formats.js
function contactsChoice({ contacts, words }, chosen) {
  const choice = element("div", "contacts");
  const label = element("label");
  const box = element("input");
  box.type = "checkbox";
  box.checked = contacts;
  const hint = element("p", "quiet", words.hint);
  hint.id = "hint";
  box.setAttribute("aria-describedby", hint.id);
  const personal = element("p", "personal");
  personal.setAttribute("role", "status");
  const tell = () => personal.textContent = box.checked ? words.personal : "";
  box.addEventListener("change", () => {
    tell();
    chosen(box.checked);
  });
  tell();
  label.append(box, element("span", "", words.contacts));
  choice.append(label, hint, personal);
  return choice;
}
function formatsGroup({ title, formats }, number, take) {
  const group = element("div", "group");
  const heading = element("p", "heading", title);
  heading.id = `group-${number}`;
  group.setAttribute("role", "group");
  group.setAttribute("aria-labelledby", heading.id);
  group.append(
    heading,
    ...formats.map(({ name, label }) => {
      const button = element("button", "", label);
      button.type = "button";
      button.id = `format-${name}`;
      button.addEventListener("click", () => take(name));
      return button;
    })
  );
  return group;
}
function draw(root, { data, setStateValue, setTriggerValue }) {
  const text = JSON.stringify([data.groups, { ...data.words, holds: "" }]);
  if (root.dataset.drawn !== text) {
    root.dataset.drawn = text;
    const ticked = root.querySelector("input")?.checked ?? data.contacts;
    const contacts = contactsChoice(
      { contacts: ticked, words: data.words },
      (checked) => root.told.setStateValue("contacts", checked)
    );
    const take = (name) => root.told.setTriggerValue("taken", [name, contacts.querySelector("input").checked]);
    const groups = data.groups.map((group, number) => formatsGroup(group, number, take));
    const offers = groups.length ? [contacts, ...groups] : [];
    root.replaceChildren(element("p", "quiet holds"), ...offers);
  }
  root.told = { setStateValue, setTriggerValue };
  root.querySelector(".holds").textContent = data.words.holds;
}
function formats_default(told) {
  const root = told.parentElement.querySelector(".formats");
  whenReleased(root, () => draw(root, told));
}
export {
  formats_default as default
};
