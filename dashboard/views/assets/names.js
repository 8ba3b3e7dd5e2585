/* The names on the ground: regions, cities, villages, rivers and streets. The more important come
   first, none stands over another, and beside the marks where there is room. */
import { element } from "./dom.js";
import { TILE_PIXELS } from "./ground_style.js";
import { Boxes, lineSpots } from "./placement.js";

/* Smallest population of a place that is named from this zoom on. */
const LEAST_POPULATION = [
  [11, 0],
  [10.5, 1500],
  [10, 4000],
  [9, 9000],
  [8, 45000],
  [7, 120000],
  [0, 300000],
];
const SUBURBS_FROM = 12;
const ROADS_FROM = 14;
const WATERS_FROM = 8;
const DOTS_TO = 12.5; // closer, a place is larger than a dot
/* Width of a letter in pixels, by the kind of the name. */
const LETTER = { region: 9, city: 7, village: 6.6, suburb: 6.6, water: 6.2, road: 6 };
const LINE = 17;
const SLACK = 10; // pixels by which a name may be wider than its letters are reckoned
const MOST = 260; // names at once
/* Where a name may stand, the best first: on which side of a point, and how many pixels that
   is to the right of its place and below. */
const SPOTS = {
  region: [0, -20, 20, -40, 40]
    .flatMap((x) => [0, -14, 14, -28, 28, -42, 42].map((y) => ["middle", x, y]))
    .sort(([, ...one], [, ...other]) => Math.hypot(...one) - Math.hypot(...other)),
  point: [
    ["right", 6, 0],
    ["left", -6, 0],
    ["right", 24, 0],
    ["left", -24, 0],
    ["middle", 0, -26],
    ["middle", 0, 26],
    ["right", 22, -14],
    ["right", 22, 14],
    ["left", -22, -14],
    ["left", -22, 14],
  ],
  area: [
    ["middle", 0, 0],
    ["middle", 0, -14],
    ["middle", 0, 14],
    ["right", 18, 0],
    ["left", -18, 0],
    ["middle", 0, -26],
    ["middle", 0, 26],
  ],
};
const NEAR = 6; // pixels within which a name touches its place
const SAME_PLACE = 40; // pixels within which two names that are equal mean one place
const SAME_LINE = 260; // pixels between two names of one line
/* How much of a name is to the left of that point. */
const SHARE = { left: 1, middle: 0.5, right: 0 };

export class Names {
  /* `names` are those that the map has from the start. */
  constructor(map, names) {
    this.map = map;
    this.names = names;
    this.named = []; // what always has its name: [lat, lon, text]
    this.layer = L.layerGroup().addTo(map);
    this.drawn = new Map(); // key -> marker
    this.asked = 0;
    map.on("moveend resize mp-marks mp-ground mp-controls", () => this.drawSoon());
    this.draw();
  }

  /* Names these places before all others: [lat, lon, text]. */
  always(named) {
    if (JSON.stringify(named) === JSON.stringify(this.named)) return;
    this.named = named;
    this.drawSoon();
  }

  /* Once before the page is painted, however much has changed. */
  drawSoon() {
    cancelAnimationFrame(this.asked);
    this.asked = requestAnimationFrame(() => this.draw());
  }

  /* All that may be named, the most important first, with its point in pixels of the zoom. */
  candidates() {
    const zoom = this.map.getZoom();
    const least = LEAST_POPULATION.find(([from]) => zoom >= from)[1];
    const at = (name) => ({ ...name, point: this.map.project([name.lat, name.lon], zoom) });
    const always = this.named.map(([lat, lon, text]) =>
      at({ lat, lon, text, kind: "city", size: "middle", population: Infinity, isWanted: true }),
    );
    const own = this.names.filter(({ population }) => population >= least).map(at);
    const { places, waters, roads } = this.fromTiles(zoom, least);
    return [...always, ...own, ...waters, ...places, ...roads];
  }

  fromTiles(zoom, least) {
    const [places, waters, roads] = [[], [], []];
    for (const { tile, place } of this.map.mpGround?.tiles ?? []) {
      const scale = 2 ** (zoom - place.z - 1);
      const [left, top] = [place.x * TILE_PIXELS, place.y * TILE_PIXELS];
      const inZoom = (x, y) => L.point((left + x) * scale, (top + y) * scale);
      tile.places.forEach((each) => {
        if (each.kind === "suburb" ? zoom < SUBURBS_FROM : each.population < least) return;
        const size = each.kind === "city" && each.population >= 45000 ? "middle" : "small";
        places.push({ ...each, size, point: inZoom(each.x, each.y) });
      });
      tile.lines.forEach(({ text, kind, points }) => {
        if (zoom < (kind === "road" ? ROADS_FROM : WATERS_FROM)) return;
        const line = { text, kind, points: points.map(([x, y]) => inZoom(x, y)) };
        (kind === "road" ? roads : waters).push(line);
      });
    }
    places.sort((one, other) => other.population - one.population);
    return { places, waters, roads };
  }

  boxesOf({ text, kind, point }, [side, x, y]) {
    const width = text.length * LETTER[kind];
    const [left, top] = [point.x + x - width * SHARE[side], point.y + y - LINE / 2];
    const air = kind === "village" ? 4 : 0;
    return [[left - air, top - air, left + width + air, top + LINE + air]];
  }

  /* A name along a line, as squares one beside another. */
  boxesAlong({ text, kind }, { x, y, angle }) {
    const width = text.length * LETTER[kind];
    const count = Math.max(1, Math.ceil(width / LINE));
    const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
    return Array.from({ length: count }, (_, at) => {
      const along = ((at + 0.5) / count - 0.5) * width;
      const [cx, cy] = [x + along * cos, y + along * sin];
      return [cx - LINE / 2, cy - LINE / 2, cx + LINE / 2, cy + LINE / 2];
    });
  }

  /* The names with the spots where they stand. */
  chosen() {
    const view = this.view();
    const marks = new Boxes();
    const covered = this.map.mpPractices?.marks.boxes() ?? [];
    covered.forEach(({ min, max }) => marks.add([min.x, min.y, max.x, max.y]));
    const taken = this.hiding();
    const texts = new Map(); // text -> points where it stands
    const found = [];
    for (const name of this.candidates()) {
      if (found.length >= MOST) break;
      if (name.point && !view.contains(name.point)) continue;
      const put = name.points
        ? this.along(name, { marks, taken, view })
        : this.at(name, marks, taken);
      if (!put || this.isTold(texts, name, put.point)) continue;
      put.boxes.forEach((box) => taken.add(box));
      found.push(put);
    }
    return found;
  }

  /* Where a name would be cut: at the edge of the map, and under what stands over it. */
  hiding() {
    const { min, max } = this.map.getPixelBounds();
    const hiding = new Boxes();
    hiding.add([min.x - 1, min.y, min.x + SLACK, max.y]);
    hiding.add([max.x - SLACK, min.y, max.x + 1, max.y]);
    hiding.add([min.x, min.y - 1, max.x, min.y]);
    hiding.add([min.x, max.y, max.x, max.y + 1]);
    const container = this.map.getContainer();
    const { left, top } = container.getBoundingClientRect();
    container.querySelectorAll(".leaflet-control").forEach((control) => {
      const box = control.getBoundingClientRect();
      if (!box.width || !box.height) return;
      const [x, y] = [min.x - left, min.y - top];
      hiding.add([box.left + x - SLACK, box.top + y, box.right + x + SLACK, box.bottom + y]);
    });
    return hiding;
  }

  view() {
    const { min, max } = this.map.getPixelBounds();
    const room = max.subtract(min).multiplyBy(0.1);
    return L.bounds(min.subtract(room), max.add(room));
  }

  /* Whether a name stands close by already; notes it where it does not. */
  isTold(texts, { text, points }, point) {
    const others = texts.get(text) ?? [];
    const least = points ? SAME_LINE : SAME_PLACE;
    if (others.some((other) => other.distanceTo(point) < least)) return true;
    texts.set(text, [...others, point]);
    return false;
  }

  /* The best spot of a name that meets no other and no mark. A place among marks is named beside
     them, or not at all, unless it has to be; a region where the fewest marks are within it. */
  at(name, marks, taken) {
    const spots = this.spots(name, marks);
    const free = spots.filter((spot) => !taken.hits(this.boxesOf(name, spot)));
    const usable = free.length || !name.isWanted ? free : spots;
    const isForced = usable !== free; // then it is cut as little as can be
    const counts = usable.map((spot) => {
      const boxes = this.boxesOf(name, spot);
      return marks.hits(boxes) + (isForced ? taken.hits(boxes) : 0);
    });
    const fewest = Math.min(...counts);
    if (fewest > 0 && !name.area && !name.isWanted) return null;
    const spot = usable[counts.indexOf(fewest)];
    return spot && { name, spot, point: name.point, boxes: this.boxesOf(name, spot) };
  }

  along(name, { marks, taken, view }) {
    const width = name.text.length * LETTER[name.kind] + 6;
    const points = name.points.map(({ x, y }) => [x, y]);
    for (const spot of lineSpots(points, width)) {
      const point = L.point(spot.x, spot.y);
      if (!view.contains(point)) continue;
      const boxes = this.boxesAlong(name, spot);
      if (!taken.hits(boxes) && !marks.hits(boxes)) return { name, spot, point, boxes };
    }
    return null;
  }

  /* The spots that would not mislead. */
  spots(name, marks) {
    if (name.area) {
      const middle = this.map.latLngToLayerPoint([name.lat, name.lon]);
      const inside = ([, x, y]) =>
        name.area.getElement().isPointInFill(new DOMPoint(middle.x + x, middle.y + y));
      return SPOTS.region.filter((spot, rank) => rank === 0 || inside(spot));
    }
    if (this.map.getZoom() >= DOTS_TO) return SPOTS.area;
    const near = SPOTS.point.filter(([, x, y]) => Math.hypot(x, y) <= NEAR);
    const isCrowded = near.every((spot) => marks.hits(this.boxesOf(name, spot)) > 0);
    return isCrowded || name.isWanted ? SPOTS.point : near;
  }

  draw() {
    const zoom = this.map.getZoom();
    const wanted = new Map();
    this.chosen().forEach(({ name, spot, point }) => {
      const key = [name.text, name.kind, name.size, Object.values(spot), point.round(), zoom].join(
        "|",
      );
      wanted.set(key, () => this.marker(point, this.node(name, spot), zoom));
    });
    this.drawn.forEach((marker, key) => {
      if (wanted.has(key)) return;
      marker.remove();
      this.drawn.delete(key);
    });
    wanted.forEach((make, key) => {
      if (!this.drawn.has(key)) this.drawn.set(key, make().addTo(this.layer));
    });
  }

  marker(point, node, zoom) {
    return labelMarker(this.map.unproject(point, zoom), node);
  }

  node(name, spot) {
    const node = element("span", `mp-${name.kind}`, name.text);
    if (name.size) node.classList.add(`mp-${name.size}`);
    if (name.points) {
      node.style.transform = `translate(-50%, -50%) rotate(${spot.angle.toFixed(1)}deg)`;
      return node;
    }
    const [side, x, y] = spot;
    node.classList.add(`mp-at-${side}`);
    const isPoint = name.kind !== "region" && this.map.getZoom() < DOTS_TO;
    node.classList.toggle("mp-away", Math.hypot(x, y) > NEAR || !isPoint);
    node.style.left = `${x}px`;
    node.style.top = `${y}px`;
    return node;
  }
}

export function labelMarker(latlng, node) {
  return L.marker(latlng, {
    icon: L.divIcon({ className: "mp-label", html: node, iconSize: null }),
    interactive: false,
    keyboard: false,
    pane: "mp-labels",
  });
}
