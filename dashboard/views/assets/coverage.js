/* Regional coverage: every voivodeship or county shaded by its class, a hatch where there is
   nothing and dots where nothing is known. Like the practices, the layer is made once with the
   base map and then told what to show; only a change of regions makes new shapes. */
import { wholeCountry } from "./basemap.js";
import { loadJson } from "./columns.js";
import { moveTogether } from "./coverage_views.js";
import { element, motion } from "./dom.js";
import { canvasInks, canvasStyle } from "./region_canvas.js";
import { REGION_PATTERNS, RegionLegend } from "./region_legend.js";
import { RegionNames } from "./region_names.js";

const SEPARATOR = " / ";
const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
const MOST_NODES = 400; // more regions are drawn on a canvas
const FLIGHT_S = 1.6; // from one region of the slide show to the next

function featureKey({ properties }, level) {
  const { key, name, voivodeship } = properties;
  if (level === "gmina") return key;
  return level === "powiat" ? voivodeship + SEPARATOR + name : name;
}

/* The state with its regions as objects: they come as lists, and their texts once each. */
function withRegions(message) {
  const { words } = message;
  const chosen = new Set(message.chosen);
  const regions = message.regions.map(([key, name, title, kind, value, lines]) => ({
    key,
    name,
    title,
    kind: words[kind],
    value: words[value],
    lines: lines.map((line) => words[line]),
    chosen: chosen.has(key),
  }));
  return { ...message, regions };
}

class CoverageLayer {
  constructor(map, { country, words }) {
    this.map = map;
    this.country = country;
    this.words = words;
    this.shapes = new Map(); // region -> its polygon
    this.drawn = "";
    this.areas = new Map(); // address -> the areas of communes, as far as they were asked for
    this.inks = null; // what fills the shapes of a canvas; null where they are of SVG
    this.dotsDrawn = "[]";
    this.clicks = 0;
    this.current = null; // the region that the Tab key comes to
    map.createPane("mp-regions").style.zIndex = 250;
    map.createPane("mp-dots").style.zIndex = 300;
    map.getPane("mp-dots").style.pointerEvents = "none";
    this.renderers = {
      svg: L.svg({ pane: "mp-regions", padding: 0.6 }),
      canvas: L.canvas({ pane: "mp-regions", padding: 0.6 }),
    };
    this.door = L.featureGroup().addTo(map); // what is clicked goes to the page through it
    this.regions = L.layerGroup().addTo(map);
    this.borders = L.layerGroup().addTo(map);
    this.dots = L.layerGroup().addTo(map);
    this.names = new RegionNames(map);
    map.on("zoomend resize", () => this.label());
    window.addEventListener("message", ({ data }) => {
      if (data && data.type === "streamlit:render") setTimeout(() => this.ink(), 50);
      if (data && data.type === "mapa-praktyk:regions") this.showScene(data.scene);
    });
    this.legend = new RegionLegend(map);
    /* The legend takes its room when its style has come, and when its rows change. */
    new ResizeObserver(() => {
      if (map.mpHome && !map.mpTouched) map.mpHome();
    }).observe(this.legend.box);
  }

  /* A region goes to the page the way a mark does; counted, so that each click is news. */
  choose(key, latlng) {
    const spot = L.marker(latlng);
    spot.feature = { type: "Feature", properties: { region: key, click: ++this.clicks } };
    this.door.fire("click", { latlng, layer: spot });
  }

  shape(feature, key) {
    const [shape] = L.geoJSON(feature, {
      pane: "mp-regions",
      renderer: this.inks ? this.renderers.canvas : this.renderers.svg,
      style: { className: "mp-cover" },
    }).getLayers();
    shape.on("click", ({ latlng }) => this.choose(key, latlng));
    shape.bindTooltip(() => this.tooltip(key), { sticky: true, opacity: 1 });
    return shape;
  }

  tooltip(key) {
    const { name, title, lines } = this.states.get(key);
    const box = element("div", "mp-tooltip");
    box.append(
      element("strong", "", title || name),
      ...lines.map((line) => element("span", "", line)),
    );
    return box;
  }

  /* New shapes where the regions are others than before; true if they are. */
  draw({ level, regions, areas }) {
    const keys = regions.map(({ key }) => key);
    const text = level + JSON.stringify([...keys].sort());
    if (text === this.drawn) return false;
    this.drawn = text;
    this.regions.clearLayers();
    this.borders.clearLayers();
    this.shapes.clear();
    const wanted = new Set(keys);
    this.inks = keys.length > MOST_NODES ? canvasInks() : null;
    const { counties, ground } = window.mapaPraktyk;
    const own = {
      woj: ground.voivodeships,
      powiat: counties,
      gmina: this.areas.get(areas?.address),
    };
    own[level].features.forEach((feature) => {
      const key = featureKey(feature, level);
      if (!wanted.has(key)) return;
      const shape = this.shape(feature, key);
      shape.middle = L.latLng(feature.properties.label_lat, feature.properties.label_lon);
      this.shapes.set(key, shape);
      shape.addTo(this.regions);
      if (!this.inks) this.makeButton(shape, key);
    });
    if (level !== "woj") {
      const isFine = level === "gmina" && !this.inks;
      L.geoJSON(isFine ? counties : ground.voivodeships, {
        pane: "mp-dots",
        interactive: false,
        style: { className: `mp-cover-border ${isFine ? "mp-cover-border-fine" : ""}` },
      }).addTo(this.borders);
    }
    return true;
  }

  /* One stop of the Tab key for the whole map; arrows go to the neighbour on that side. */
  makeButton(shape, key) {
    const node = shape.getElement();
    node.setAttribute("role", "button");
    node.addEventListener("focus", () => this.rove(key));
    node.addEventListener("keydown", (event) => {
      /* Who came with the mouse has the arrows for the page. */
      if (ARROWS[event.key] && !node.matches(":focus-visible")) return;
      if (event.key === "Enter" || event.key === " ") this.choose(key, shape.middle);
      else if (ARROWS[event.key]) this.step(key, ARROWS[event.key]);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  rove(key) {
    this.current = key;
    this.shapes.forEach((shape, each) =>
      shape.getElement().setAttribute("tabindex", each === key ? 0 : -1),
    );
  }

  step(key, [dx, dy]) {
    const at = (shape) => this.map.latLngToLayerPoint(shape.middle);
    const from = at(this.shapes.get(key));
    let best = null;
    this.shapes.forEach((shape, each) => {
      const way = at(shape).subtract(from);
      const along = way.x * dx + way.y * dy;
      const aside = Math.abs(way.x * dy) + Math.abs(way.y * dx);
      if (each === key || along <= aside * 0.5) return;
      const cost = along + 2 * aside;
      if (!best || cost < best.cost) best = { shape, cost };
    });
    if (best) best.shape.getElement().focus();
  }

  paint(regions) {
    if (this.inks) {
      this.paintCanvas(regions);
      return;
    }
    const focused = document.activeElement;
    regions.forEach(({ key, kind, name, lines, chosen, shown }) => {
      const shape = this.shapes.get(key);
      if (!shape) return;
      const node = shape.getElement();
      node.setAttribute("class", `leaflet-interactive mp-cover mp-cover-${kind}`);
      node.classList.toggle("mp-cover-chosen", chosen || shown);
      node.style.fill = REGION_PATTERNS[kind] || "";
      node.setAttribute("aria-label", `${name}. ${lines.join(". ")}`);
      node.setAttribute("aria-pressed", String(chosen));
      if (chosen || shown) shape.bringToFront();
    });
    const chosen = regions.find((region) => region.chosen && this.shapes.has(region.key));
    if (!this.shapes.has(this.current))
      this.current = chosen ? chosen.key : regions.length ? regions[0].key : null;
    if (this.shapes.has(this.current)) this.rove(this.current);
    if (focused && focused !== document.activeElement && focused.isConnected) focused.focus();
  }

  /* The list beside the map does for the keyboard what a canvas cannot. */
  paintCanvas(regions) {
    regions.forEach((region) => {
      const shape = this.shapes.get(region.key);
      shape?.setStyle(canvasStyle(this.inks, region));
    });
    regions.forEach(({ key, chosen, shown }) => {
      if (chosen || shown) this.shapes.get(key)?.bringToFront();
    });
  }

  label() {
    this.names.label(this.order || [], this.shapes, this.level);
  }

  /* The practices as dots under the pointer's way; a canvas, since there may be many. */
  dot(points, until) {
    const dated = until === null ? points : points.filter(([, , year]) => year && year <= until);
    const text = JSON.stringify(dated);
    if (text === this.dotsDrawn) return;
    this.dotsDrawn = text;
    this.dots.clearLayers();
    const renderer = L.canvas({ pane: "mp-dots", padding: 0.3 });
    dated.forEach(([lat, lon]) => {
      L.circleMarker([lat, lon], {
        renderer,
        radius: 3.6,
        weight: 1.4,
        fillOpacity: 1,
        interactive: false,
      }).addTo(this.dots);
    });
    this.ink();
  }

  /* A canvas does not follow the theme by itself. */
  ink() {
    const colours = getComputedStyle(document.documentElement);
    const style = {
      fillColor: colours.getPropertyValue("--mp-dot").trim(),
      color: colours.getPropertyValue("--mp-dot-rim").trim(),
    };
    this.dots.eachLayer((dot) => dot.setStyle(style));
    if (!this.inks) return;
    this.inks = canvasInks();
    this.paintCanvas(this.order);
  }

  /* The whole country as large as the room allows, not the next smaller step of the zoom. */
  fillView(animate) {
    const step = this.map.options.zoomSnap;
    this.map.options.zoomSnap = 0;
    wholeCountry(this.map, this.country, animate);
    this.map.options.zoomSnap = step;
  }

  /* The whole country, the regions that are drawn, or the one that the slide show is at. */
  view({ whole, focus }, isFirst) {
    const go = (animate) => {
      const room = this.legend.room + 20;
      const inside = { paddingTopLeft: [20, 20], paddingBottomRight: [20, room] };
      const one = this.shapes.get(focus);
      if (one) {
        const bounds = one.getBounds().pad(0.25);
        if (animate) this.map.flyToBounds(bounds, { ...inside, duration: FLIGHT_S });
        else this.map.fitBounds(bounds, { ...inside, animate: false });
      } else if (whole || this.shapes.size === 0) {
        this.fillView(animate);
      } else {
        const bounds = L.latLngBounds([]);
        this.shapes.forEach((shape) => bounds.extend(shape.getBounds()));
        this.map.fitBounds(bounds, { ...inside, animate });
      }
    };
    this.map.mpHome = () => go(false);
    this.map.mpTouched = false;
    go(motion() && !isFirst);
  }

  /* The areas of communes come when they are asked for, and are the browser's to keep. */
  async fetchAreas(state) {
    const { address } = state.areas;
    try {
      this.areas.set(address, await loadJson(state.areas));
    } catch {
      if (this.state === state) this.legend.explain({ ...state.legend, note: state.areas_failed });
      return;
    }
    if (this.state === state) this.showState(state);
  }

  show(message) {
    this.showState(withRegions(message));
  }

  showState(state) {
    this.state = state;
    if (state.areas && !this.areas.has(state.areas.address)) {
      this.fetchAreas(state);
      return;
    }
    this.map.getContainer().classList.toggle("mp-large", state.large);
    const isFirst = !this.order;
    const others = this.draw(state);
    const moves = others || state.large !== this.large || state.focus !== this.focus;
    this.large = state.large;
    this.focus = state.focus;
    this.level = state.level;
    this.paintScene();
    if (moves) this.view(state, isFirst);
    this.label();
    if (isFirst) window.parent.document.dispatchEvent(new CustomEvent("mapa-praktyk:map-ready"));
  }

  /* Another year of the same regions, from the slider beside the map. */
  showScene(scene) {
    this.scene = scene;
    if (!this.order || scene.digest !== this.state.timeline) return;
    this.paintScene();
    this.label();
  }

  paintScene() {
    const { state, scene } = this;
    const own = !scene || scene.digest !== state.timeline;
    const { legend, until } = own ? state : scene;
    const titles = new Map(state.regions.map(({ key, title }) => [key, title]));
    const chosen = new Set(state.regions.filter((region) => region.chosen).map(({ key }) => key));
    this.order = (own ? state : scene).regions.map((region) => ({
      ...region,
      title: titles.get(region.key),
      chosen: chosen.has(region.key),
      shown: region.key === state.focus,
    }));
    this.states = new Map(this.order.map((region) => [region.key, region]));
    this.legend.explain(legend);
    this.paint(this.order);
    this.dot(state.points, until);
  }
}

export function addCoverage(map, options) {
  map.getContainer().classList.add("mp-coverage");
  moveTogether(map);
  map.mpCoverage = new CoverageLayer(map, options);
}
