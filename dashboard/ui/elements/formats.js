/* The kinds of file under 'Pobierz'. The tick belongs to the browser: it goes to the server with
   the press of a format as well, so that no press can be quicker than the tick before it. */
import { element } from "../../views/assets/dom.js";
import { whenReleased } from "./shared/held.js";

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
  const tell = () => (personal.textContent = box.checked ? words.personal : "");
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
    }),
  );
  return group;
}

/* What is the same stays, and with it the focus: the number of practices changes with each
   filter, the words with the language alone. */
function draw(root, { data, setStateValue, setTriggerValue }) {
  const text = JSON.stringify([data.groups, { ...data.words, holds: "" }]);
  if (root.dataset.drawn !== text) {
    root.dataset.drawn = text;
    const ticked = root.querySelector("input")?.checked ?? data.contacts;
    const contacts = contactsChoice({ contacts: ticked, words: data.words }, (checked) =>
      root.told.setStateValue("contacts", checked),
    );
    const take = (name) =>
      root.told.setTriggerValue("taken", [name, contacts.querySelector("input").checked]);
    const groups = data.groups.map((group, number) => formatsGroup(group, number, take));
    const offers = groups.length ? [contacts, ...groups] : [];
    root.replaceChildren(element("p", "quiet holds"), ...offers);
  }
  root.told = { setStateValue, setTriggerValue };
  root.querySelector(".holds").textContent = data.words.holds;
}

export default function (told) {
  const root = told.parentElement.querySelector(".formats");
  whenReleased(root, () => draw(root, told));
}
