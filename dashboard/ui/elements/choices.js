/* Numbered choices, one of which may be taken: buttons in a list, texts set as text. */
import { element } from "../../views/assets/dom.js";
import { whenReleased } from "./shared/held.js";
import { redraw } from "./shared/redraw.js";

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

export default function (told) {
  const root = told.parentElement.querySelector(".choices");
  const take = (number) => told.setTriggerValue("taken", number);
  whenReleased(root, () => redraw(root, told, () => [list(told.data, take)]));
}
