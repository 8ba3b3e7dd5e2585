/* What stands on the regions of the coverage map: the number of each, and its name. */
import { element } from "./dom.js";

const NAME = "500 12px"; // weight and size of a name, as in coverage.css, and of a number
const NUMBER = "700 14px";
const AIR = 4; // pixels between the words of two regions
const LINE = 17;
const LARGEST = 1.55; // how much larger the words are in front of a room
const LARGE = 1.1; // the same on a low screen, where larger ones would leave regions without names
const PLAIN_HEIGHT = 620; // height in pixels of a map before a room for which plain words are enough
const NAMED_FROM = { powiat: 7.5, gmina: 9 }; // from this zoom on regions of a level are named

/* The rooms that are taken; a region gets another one only where no other region stands. */
class Rooms {
  constructor() {
    this.taken = new Map(); // region -> its room
  }

  take(key, room) {
    const isFree = [...this.taken].every(([other, its]) => other === key || !its.overlaps(room));
    if (isFree) this.taken.set(key, room);
    return isFree;
  }

  has(key) {
    return this.taken.has(key);
  }
}

export class RegionNames {
  constructor(map) {
    this.map = map;
    this.layer = L.layerGroup().addTo(map);
    this.pen = document.createElement("canvas").getContext("2d");
  }

  /* The width in pixels of a text at the plain size. */
  width(text, font) {
    this.pen.font = `${font} ${getComputedStyle(this.map.getContainer()).fontFamily}`;
    return this.pen.measureText(text).width;
  }

  /* How much larger than plain the words are. */
  size() {
    const container = this.map.getContainer();
    if (!container.classList.contains("mp-large")) return 1;
    return Math.min(LARGEST, Math.max(LARGE, container.clientHeight / PLAIN_HEIGHT));
  }

  /* The room in pixels of so many lines around a point, the widest of a width at the plain size. */
  room(middle, width, lines) {
    const size = this.size();
    const at = this.map.latLngToLayerPoint(middle);
    const half = L.point((width * size + AIR) / 2, (lines * LINE * size) / 2);
    return L.bounds(at.subtract(half), at.add(half));
  }

  /* Numbers wherever they find room, then names over them, the first regions first; none over
     another. A country full of counties is read by its shades: the base's cities tell where. */
  label(regions, shapes, level) {
    this.layer.clearLayers();
    const isBare = this.map.getZoom() < (NAMED_FROM[level] || 0);
    this.map.getContainer().classList.toggle("mp-bare", isBare);
    if (isBare) return;
    this.map.getContainer().style.setProperty("--mp-names", this.size());
    const rooms = new Rooms();
    const seen = this.map.getBounds().pad(0.2);
    const drawn = regions.filter(
      ({ key }) => shapes.has(key) && seen.contains(shapes.get(key).middle),
    );
    const take = ({ key }, width, lines) =>
      rooms.take(key, this.room(shapes.get(key).middle, width, lines));
    const number = ({ value }) => this.width(value, NUMBER);
    drawn.forEach((region) => take(region, number(region), 1));
    drawn.forEach((region) => {
      if (!rooms.has(region.key)) return;
      const isNamed = take(region, Math.max(this.width(region.name, NAME), number(region)), 2);
      this.put(region, shapes.get(region.key).middle, isNamed);
    });
  }

  put({ kind, name, value }, middle, isNamed) {
    const node = element("span", `mp-cover-name mp-cover-${kind}`);
    if (isNamed) node.append(element("span", "", name));
    node.append(element("b", "", value));
    const icon = L.divIcon({ className: "mp-label", html: node, iconSize: null });
    L.marker(middle, { icon, interactive: false, keyboard: false, pane: "mp-labels" }).addTo(
      this.layer,
    );
  }
}
