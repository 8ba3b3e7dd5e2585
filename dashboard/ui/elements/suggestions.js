/* Suggestions for a text field of Streamlit: the browser's own list, fetched when the reader first
   turns to a field. One that is picked counts at once, as if the reader had pressed Enter. */
const LIST = "mapa-praktyk-suggestions";

/* The address of a file that this server hands out, wherever it is served. */
function addressOf(file) {
  return new URL(`../../${file}`, document.querySelector("script[src*='static/js/']").src);
}

/* The list stands in the page itself: a field finds none in the tree of an element of ours. */
async function fill(file) {
  const list = document.createElement("datalist");
  list.id = LIST;
  document.body.append(list);
  const answer = await fetch(addressOf(file));
  if (!answer.ok) return list.remove(); // the next turn to the field tries again
  const texts = await answer.json();
  list.append(...texts.map((text) => new Option("", text)));
}

function isPicked(event) {
  return event.inputType === undefined || event.inputType === "insertReplacementText";
}

function pressEnter(field) {
  const how = { key: "Enter", code: "Enter", keyCode: 13, bubbles: true, cancelable: true };
  for (const type of ["keydown", "keypress", "keyup"])
    field.dispatchEvent(new KeyboardEvent(type, how));
}

export default function ({ data }) {
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
