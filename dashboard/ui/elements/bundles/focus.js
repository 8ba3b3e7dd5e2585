// dashboard/ui/elements/focus.js
function find(target) {
  if (document.getElementById(target)) return document.getElementById(target);
  const hosts = [...document.querySelectorAll("*")].filter((node) => node.shadowRoot);
  return hosts.map((host) => host.shadowRoot.getElementById(target)).find(Boolean);
}
function moveFocus(target, tries) {
  const node = find(target);
  if (node) node.focus({ preventScroll: false });
  else if (tries > 0) setTimeout(() => moveFocus(target, tries - 1), 50);
}
var last = 0;
function focus_default({ data }) {
  const [target, count] = data;
  if (!target || count === last) return;
  last = count;
  moveFocus(target, 20);
}
export {
  focus_default as default
};
