/* The clipboard interface exists on secure pages only; offices often serve plain http, so the older
   way is there beside it. What is copied is selected within `near`: outside a modal dialog nothing
   can be. */
export function copyText(text, near = document.body) {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  field.style.position = "fixed";
  field.style.opacity = "0";
  near.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done ? Promise.resolve() : Promise.reject(new Error("copy"));
}
