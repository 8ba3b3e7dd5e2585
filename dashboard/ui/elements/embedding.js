/* The dialog that writes the HTML with which another site embeds a part of the page. It belongs to
   the browser alone: the server hears nothing of it. */
import { element } from "../../views/assets/dom.js";
import { copyText } from "./shared/copy.js";
import { embeddedAddress, frameCode } from "./shared/embed_code.js";

const SMALLEST = 200;
const LARGEST = 4000;

function labelled(text, control, id) {
  const label = element("label", "", text);
  control.id = id;
  label.htmlFor = id;
  const row = element("div", "row");
  row.append(label, control);
  return row;
}

function choice(options, chosen) {
  const select = element("select");
  for (const { value, label } of options) {
    const option = element("option", "", label);
    option.value = value;
    option.selected = value === chosen;
    select.append(option);
  }
  return select;
}

function size(value) {
  const input = element("input");
  Object.assign(input, { type: "number", min: SMALLEST, max: LARGEST, step: 1, value });
  return input;
}

/* A size within the bounds; 0 for none. */
function pixels(input) {
  const wanted = Math.round(Number(input.value));
  if (!input.value || !Number.isFinite(wanted)) return 0;
  return Math.min(LARGEST, Math.max(SMALLEST, wanted));
}

function fill(dialog, data) {
  const { words } = data;
  const asked = new URL(window.location.href).searchParams;
  const hasCard = Boolean(asked.get(data.practiceParam));
  const parts = data.parts.filter(({ value }) => value !== data.card || hasCard);
  const part = choice(parts, parts[0].value);
  const language = choice(data.languages, data.language);
  const width = size("");
  const height = size(600);
  const widthHint = element("p", "quiet", words.widthHint);
  widthHint.id = "width-hint";
  width.setAttribute("aria-describedby", widthHint.id);
  const code = element("textarea");
  Object.assign(code, { readOnly: true, rows: 5, spellcheck: false });
  const note = element("output");

  const write = () => {
    const address = embeddedAddress(window.location.href, {
      ...data,
      part: part.value,
      language: language.value === data.defaultLanguage ? "" : language.value,
    });
    const { titles } = parts.find(({ value }) => value === part.value);
    code.value = frameCode(address, {
      title: titles[language.value],
      width: pixels(width),
      height: pixels(height) || 600,
    });
    note.textContent = "";
  };
  for (const control of [part, language, width, height]) control.addEventListener("input", write);
  write();

  const copy = element("button", "", words.copy);
  copy.type = "button";
  copy.addEventListener("click", () => {
    copyText(code.value, dialog).then(
      () => (note.textContent = words.copied),
      () => {
        note.textContent = words.failed;
        code.focus();
        code.select();
      },
    );
  });
  const close = element("button", "", words.close);
  close.type = "button";
  close.addEventListener("click", () => dialog.close());
  const buttons = element("div", "buttons");
  buttons.append(copy, close, note);

  const heading = element("h2", "", words.title);
  heading.id = "embedding-title";
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.replaceChildren(
    heading,
    element("p", "", words.about),
    labelled(words.part, part, "embedding-part"),
    ...(hasCard ? [] : [element("p", "quiet", words.noCard)]),
    labelled(words.language, language, "embedding-language"),
    labelled(words.width, width, "embedding-width"),
    widthHint,
    labelled(words.height, height, "embedding-height"),
    labelled(words.code, code, "embedding-code"),
    buttons,
  );
}

export default function ({ data, parentElement }) {
  const opener = parentElement.querySelector("button.opener");
  const dialog = parentElement.querySelector("dialog");
  opener.textContent = data.words.open;
  opener.hidden = false;
  opener.setAttribute("aria-haspopup", "dialog");
  opener.onclick = () => {
    fill(dialog, data);
    dialog.showModal();
  };
}
