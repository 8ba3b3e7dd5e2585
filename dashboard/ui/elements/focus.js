/* Moves the keyboard focus once for every new count, also into elements of our own. */
function find(target) {
  if (document.getElementById(target)) return document.getElementById(target);
  const hosts = [...document.querySelectorAll("*")].filter((node) => node.shadowRoot);
  return hosts.map((host) => host.shadowRoot.getElementById(target)).find(Boolean);
}

/* The target may be drawn after this script: look again for a while. */
function moveFocus(target, tries) {
  const node = find(target);
  if (node) node.focus({ preventScroll: false });
  else if (tries > 0) setTimeout(() => moveFocus(target, tries - 1), 50);
}

let last = 0;

export default function ({ data }) {
  const [target, count] = data;
  if (!target || count === last) return;
  last = count;
  moveFocus(target, 20);
}
