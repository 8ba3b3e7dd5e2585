// dashboard/ui/elements/suggestions.js
var LIST = "mapa-praktyk-suggestions";
function addressOf(file) {
  return new URL(`../../${file}`, document.querySelector("script[src*='static/js/']").src);
}
async function fill(file) {
  const list = document.createElement("datalist");
  list.id = LIST;
  document.body.append(list);
  const answer = await fetch(addressOf(file));
  if (!answer.ok) return list.remove();
  const texts = await answer.json();
  list.append(...texts.map((text) => new Option("", text)));
}
function isPicked(event) {
  return event.inputType === void 0 || event.inputType === "insertReplacementText";
}
function pressEnter(field) {
  const how = { key: "Enter", code: "Enter", keyCode: 13, bubbles: true, cancelable: true };
  for (const type of ["keydown", "keypress", "keyup"])
    field.dispatchEvent(new KeyboardEvent(type, how));
}
function suggestions_default({ data }) {
  const isOurs = (node) => node.matches(`.st-key-${data.field} input`);
  const turn = ({ target }) => {
    if (!isOurs(target)) return;
    target.setAttribute("list", LIST);
    if (!document.getElementById(LIST)) fill(data.file);
  };
  const take = (event) => {
    if (isOurs(event.target) && isPicked(event)) setTimeout(() => pressEnter(event.target));
  };
  turn({ target: document.activeElement });
  document.addEventListener("focusin", turn);
  document.addEventListener("input", take);
  return () => {
    document.removeEventListener("focusin", turn);
    document.removeEventListener("input", take);
  };
}
export {
  suggestions_default as default
};
