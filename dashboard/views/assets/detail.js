/* Loads what the ground shows as one comes closer, after the marks, which come first. */

export function loadDetail(map, options) {
  const { script } = options.ground;
  if (!script) return;
  const node = document.createElement("script");
  node.src = script;
  node.addEventListener("load", () => window.mapaPraktyk.addGround(map, options));
  document.head.append(node);
}
