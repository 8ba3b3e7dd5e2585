/* Numbered choices, one of which may be taken: buttons in a list, texts set as text. */
function choice({ number, label, details }, taken, take) {
  const item = element("li", "");
  const button = element("button", "choice");
  button.type = "button";
  button.id = "choice-" + number;
  button.setAttribute("aria-pressed", String(taken));
  const words = element("span", "words");
  words.append(element("span", "title", label), element("span", "details", details));
  button.append(element("span", "number", String(number)), words);
  button.addEventListener("click", () => take(number));
  item.append(button);
  return item;
}

function draw(root, { data, parentElement, setTriggerValue }) {
  const text = JSON.stringify(data);
  if (root.dataset.drawn === text) return;
  root.dataset.drawn = text;
  const focused = parentElement.activeElement || document.activeElement;
  const keep = focused && focused.id;
  const list = element("ol", "");
  list.setAttribute("aria-label", data.label);
  list.append(
    ...data.choices.map((each) =>
      choice(each, each.number === data.taken, (number) => setTriggerValue("taken", number)),
    ),
  );
  root.replaceChildren(list);
  const again = keep && root.querySelector("#" + CSS.escape(keep));
  if (again) again.focus({ preventScroll: true });
}

export default function (told) {
  const root = told.parentElement.querySelector(".choices");
  whenReleased(root, () => draw(root, told));
}
