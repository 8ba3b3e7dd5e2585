/* A line under a table or chart: a button a kind of file that it can be saved as. */
import { element } from "../../views/assets/dom.js";
import { whenReleased } from "./shared/held.js";

function fileButton({ name, label }, save) {
  const button = element("button", "", name.toUpperCase());
  button.type = "button";
  button.setAttribute("aria-label", label);
  button.addEventListener("click", () => save(name));
  return button;
}

/* What is the same stays, and with it the focus. */
export default function ({ data, parentElement, setTriggerValue }) {
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
        ...files.map((file) => fileButton(file, (name) => root.save(name))),
      );
      return group;
    });
    root.replaceChildren(...groups);
  });
}
