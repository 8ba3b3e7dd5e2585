/* A small drawing of a mark: one shape (its tag and attributes) of one kind. */
const SVG = "http://www.w3.org/2000/svg";

export function mark(kind, tag, attributes) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "-14 -14 28 28");
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => shape.setAttribute(name, value));
  shape.setAttribute("class", `mark ${kind}`);
  svg.append(shape);
  return svg;
}
