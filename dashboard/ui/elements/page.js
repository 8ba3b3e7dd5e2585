/* What belongs to the whole page: its language and the button that copies the address. The clipboard interface exists on secure pages only; offices often
   serve plain http, so the older way is kept beside it. */
function copyText(text) {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  field.style.position = "fixed";
  field.style.opacity = "0";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done ? Promise.resolve() : Promise.reject(new Error("copy"));
}

export default function ({ data, parentElement }) {
  document.documentElement.lang = data.language;
  const button = parentElement.querySelector("button");
  const note = parentElement.querySelector("output");
  button.textContent = data.words.copy;
  button.onclick = () => {
    copyText(window.location.href).then(
      () => (note.textContent = data.words.copied),
      () => (note.textContent = data.words.failed),
    );
    clearTimeout(button.timer);
    button.timer = setTimeout(() => (note.textContent = ""), 4000);
  };
}
