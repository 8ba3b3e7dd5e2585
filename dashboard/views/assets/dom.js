/* The small things that the scripts of maps and of the page's elements share. */

/* A new element; its text is set as text, never as markup. */
export function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

/* The pattern with each {name} replaced by its value. */
export function fill(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/* Whether the reader lets things move. */
export function motion() {
  return !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
