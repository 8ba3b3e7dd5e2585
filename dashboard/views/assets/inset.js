/* A small map of Poland in the corner that shows where the view is, once that is a small part. */
import { element } from "./dom.js";

const SVG = "http://www.w3.org/2000/svg";
const FROM_ZOOM = 8.5;
const WIDTH = 84; // pixels
const COARSE = 0.6; // pixels within which corners of an outline are one

function svg(tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  return node;
}

/* The outlines as a path, without the corners that so small a map cannot show. */
function outline(features, at) {
  const rings = features.flatMap(({ geometry: { type, coordinates } }) =>
    (type === "Polygon" ? [coordinates] : coordinates).map(([outer]) => outer),
  );
  return rings
    .map((ring) => {
      const points = [];
      ring.forEach(([lon, lat]) => {
        const { x, y } = at([lat, lon]);
        const last = points[points.length - 1];
        if (!last || Math.hypot(x - last[0], y - last[1]) > COARSE) points.push([x, y]);
      });
      return points.length > 2
        ? `M${points.map((point) => point.map((each) => each.toFixed(1)).join(" ")).join("L")}Z`
        : "";
    })
    .join("");
}

class Inset {
  constructor(map, country) {
    this.map = map;
    const [southWest, northEast] = country;
    const [low, high] = [map.project(southWest, 5), map.project(northEast, 5)];
    const scale = WIDTH / (high.x - low.x);
    this.at = (latlng) => map.project(latlng, 5).subtract([low.x, high.y]).multiplyBy(scale);
    this.height = (low.y - high.y) * scale;
    this.frame = svg("rect", { class: "mp-inset-frame", rx: 1 });
    this.box = element("div", "mp-inset");
  }

  /* Drawn when it is first seen. */
  fill() {
    const { voivodeships } = window.mapaPraktyk.ground;
    const picture = svg("svg", {
      width: WIDTH,
      height: this.height.toFixed(0),
      "aria-hidden": "true",
    });
    picture.append(svg("path", { d: outline(voivodeships.features, this.at) }), this.frame);
    this.box.append(picture);
  }

  show() {
    const isClose = this.map.getZoom() >= FROM_ZOOM;
    this.box.hidden = !isClose;
    if (!isClose) return;
    if (!this.box.firstChild) this.fill();
    const bounds = this.map.getBounds();
    const [start, end] = [this.at(bounds.getNorthWest()), this.at(bounds.getSouthEast())];
    const size = end.subtract(start);
    const [width, height] = [Math.max(5, size.x), Math.max(5, size.y)];
    const middle = start.add(end).divideBy(2);
    const place = { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
    Object.entries(place).forEach(([name, value]) =>
      this.frame.setAttribute(name, value.toFixed(1)),
    );
  }
}

/* The corner is at the top right, where nothing else stands; a click shows the whole country. */
export function addInset(map, { country, label }) {
  const inset = new Inset(map, country);
  const control = L.control({ position: "topright" });
  control.onAdd = () => inset.box;
  inset.box.title = label;
  control.addTo(map);
  map.on("moveend resize", () => inset.show());
  inset.show();
}
