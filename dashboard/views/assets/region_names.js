/* What stands on the regions of the coverage map: the number of each, and its name. */
import { element } from "./dom.js";

const LETTER = 7.2; // width of a letter in pixels at the plain size
const LINE = 17;
const LARGE = 1.55; // how much larger the words are in front of a room
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
  }

  /* The room in pixels of so many letters in so many lines around a point. */
  room(middle, letters, lines) {
    const size = this.map.getContainer().classList.contains("mp-large") ? LARGE : 1;
    const at = this.map.latLngToLayerPoint(middle);
    const half = L.point((letters * LETTER * size) / 2, (lines * LINE * size) / 2);
    return L.bounds(at.subtract(half), at.add(half));
  }

  /* Numbers wherever they find room, then names over them, the first regions first; none over
     another. A country full of counties is read by its shades: the base's cities tell where. */
  label(regions, shapes, level) {
    this.layer.clearLayers();
    const isBare = this.map.getZoom() < (NAMED_FROM[level] || 0);
    this.map.getContainer().classList.toggle("mp-bare", isBare);
    if (isBare) return;
    const rooms = new Rooms();
    const seen = this.map.getBounds().pad(0.2);
    const drawn = regions.filter(
      ({ key }) => shapes.has(key) && seen.contains(shapes.get(key).middle),
    );
    const take = ({ key }, letters, lines) =>
      rooms.take(key, this.room(shapes.get(key).middle, letters, lines));
    drawn.forEach((region) => take(region, region.value.length, 1));
    drawn.forEach((region) => {
      if (!rooms.has(region.key)) return;
      const isNamed = take(region, Math.max(region.name.length, region.value.length), 2);
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
