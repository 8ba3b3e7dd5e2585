/* The offline base of the map: sea, neighbouring countries, voivodeships and their names,
   cities that appear with zoom. Colours come from map.css, so that a change of theme needs
   no new drawing. */
import { element } from "./dom.js";

/* Smallest population of a city that is drawn from this zoom on. */
const CITY_ZOOMS = [
  [11, 0],
  [10, 8000],
  [9, 18000],
  [8, 45000],
  [7, 120000],
  [0, 300000],
];
/* Width of a letter and height of a line, in pixels: names that would overlap are left out. */
const LETTER = { region: 9, city: 7 };
const LINE = 17;
/* Where a name may stand, the best first: on which side of a point, and how many pixels that
   is to the right of its place and below. */
const SPOTS = {
  region: [0, -20, 20, -40, 40]
    .flatMap((x) => [0, -14, 14, -28, 28, -42, 42].map((y) => ["middle", x, y]))
    .sort(([, ...one], [, ...other]) => Math.hypot(...one) - Math.hypot(...other)),
  city: [
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
};
const NEAR = 6; // pixels within which a name touches its place
/* How much of a name is to the left of that point. */
const SHARE = { left: 1, middle: 0.5, right: 0 };

function labelMarker(latlng, node) {
  return L.marker(latlng, {
    icon: L.divIcon({ className: "mp-label", html: node, iconSize: null }),
    interactive: false,
    keyboard: false,
    pane: "mp-labels",
  });
}

/* The frame of Streamlit tells its theme as CSS variables of the document; the map
   needs to know only whether the ground is dark. */
function followTheme() {
  const colour = getComputedStyle(document.documentElement).getPropertyValue("--background-color");
  const hex = /^#([0-9a-f]{6})/i.exec(colour.trim());
  const value = hex ? parseInt(hex[1], 16) : 0xffffff;
  const light = ((value >> 16) & 255) * 0.3 + ((value >> 8) & 255) * 0.59 + (value & 255) * 0.11;
  document.documentElement.dataset.theme = light < 128 ? "dark" : "light";
}

/* Names of voivodeships and cities: the more important first, none over another, and beside the
   marks where there is room. */
class Names {
  constructor(map, names) {
    this.map = map;
    this.names = names;
    this.layer = L.layerGroup().addTo(map);
    this.shown = "";
    this.asked = 0;
    map.on("moveend resize mp-marks", () => this.drawSoon());
    this.draw();
  }

  /* Once before the page is painted, however much has changed. */
  drawSoon() {
    cancelAnimationFrame(this.asked);
    this.asked = requestAnimationFrame(() => this.draw());
  }

  box(name, [side, x, y]) {
    const at = this.map.project([name.lat, name.lon], this.map.getZoom());
    const width = name.text.length * LETTER[name.kind];
    const [left, top] = [at.x + x - width * SHARE[side], at.y + y - LINE / 2];
    return L.bounds([left, top], [left + width, top + LINE]);
  }

  /* How many of the boxes a name would meet there. */
  hits(name, spot, boxes) {
    const own = this.box(name, spot);
    return boxes.filter((box) => box.overlaps(own)).length;
  }

  /* The names with the spots where they stand. */
  chosen() {
    const zoom = this.map.getZoom();
    const least = CITY_ZOOMS.find(([from]) => zoom >= from)[1];
    const view = this.map.getBounds().pad(0.1);
    const marks = this.map.mpPractices ? this.map.mpPractices.marks.boxes() : [];
    const taken = [];
    return this.names.flatMap((name) => {
      if (name.population < least || !view.contains([name.lat, name.lon])) return [];
      const spot = this.spot(name, marks, taken);
      if (!spot) return [];
      taken.push(this.box(name, spot));
      return [{ name, spot }];
    });
  }

  /* The best spot of a name that meets no other and no mark. A city among marks is named
     beside them, or not at all; a region where the fewest marks are within it. */
  spot(name, marks, taken) {
    const free = this.spots(name, marks).filter((spot) => !this.hits(name, spot, taken));
    const counts = free.map((spot) => this.hits(name, spot, marks));
    const fewest = Math.min(...counts);
    return name.area || fewest === 0 ? free[counts.indexOf(fewest)] : undefined;
  }

  /* The spots that would not mislead. */
  spots(name, marks) {
    const spots = SPOTS[name.kind];
    if (name.area) {
      const middle = this.map.latLngToLayerPoint([name.lat, name.lon]);
      const inside = ([, x, y]) =>
        name.area.getElement().isPointInFill(new DOMPoint(middle.x + x, middle.y + y));
      return spots.filter((spot, rank) => rank === 0 || inside(spot));
    }
    const near = spots.filter(([, x, y]) => Math.hypot(x, y) <= NEAR);
    const isCrowded = near.every((spot) => this.hits(name, spot, marks) > 0);
    return isCrowded ? spots : near;
  }

  draw() {
    const chosen = this.chosen();
    const shown = chosen.map(({ name, spot }) => `${name.text} ${spot}`).join("|");
    if (shown === this.shown) return;
    this.shown = shown;
    this.layer.clearLayers();
    chosen.forEach(({ name, spot: [side, x, y] }) => {
      const node = element("span", `mp-${name.kind} mp-${name.size} mp-at-${side}`, name.text);
      node.classList.toggle("mp-away", Math.hypot(x, y) > NEAR);
      node.style.left = `${x}px`;
      node.style.top = `${y}px`;
      labelMarker([name.lat, name.lon], node).addTo(this.layer);
    });
  }
}

function placeNames(areas, cities) {
  const regions = areas.getLayers().map((area) => ({
    area,
    text: area.feature.properties.name,
    lat: area.feature.properties.label_lat,
    lon: area.feature.properties.label_lon,
    kind: "region",
    population: Infinity,
  }));
  const size = ({ population }) =>
    population >= 300000 ? "large" : population >= 45000 ? "middle" : "small";
  return regions.concat(
    cities.map((city) => ({ ...city, text: city.name, kind: "city", size: size(city) })),
  );
}

function drawCountries(map, neighbours, language) {
  L.geoJSON(neighbours, {
    pane: "mp-ground",
    interactive: false,
    style: { className: "mp-neighbour" },
  }).addTo(map);
  neighbours.features.forEach((feature) => {
    const { label_lat: lat, label_lon: lon } = feature.properties;
    if (lat === undefined) return;
    const name = feature.properties[`name_${language}`];
    labelMarker([lat, lon], element("span", "mp-country", name)).addTo(map);
  });
}

function drawVoivodeships(map, voivodeships) {
  return L.geoJSON(voivodeships, {
    pane: "mp-ground",
    interactive: false,
    style: { className: "mp-voivodeship" },
  }).addTo(map);
}

/* Keeps the view that was wanted while the frame gets its size, and what is selected in
   sight when the size changes later (a card opens on a narrow screen). */
function holdView(map, home) {
  map.mpHome = home;
  map.mpTouched = false;
  home();
  ["pointerdown", "wheel", "keydown"].forEach((name) => {
    map.getContainer().addEventListener(name, () => (map.mpTouched = true), { passive: true });
  });
  map.on("resize", () => {
    if (!map.mpTouched) map.mpHome();
    else if (map.mpPractices) map.mpPractices.keepInSight();
  });
  /* The end of the move is told later, or Leaflet would pan from the view that was before. */
  const measure = () => map.invalidateSize({ animate: false, debounceMoveend: true });
  new ResizeObserver(measure).observe(map.getContainer());
}

/* Shows the whole country above what stands along the lower edge. */
export function wholeCountry(map, country, animate) {
  const strip = map.getContainer().querySelector(".mp-legend[open]");
  const room = strip ? strip.offsetHeight + 12 : 0;
  map.fitBounds(country, { paddingBottomRight: [0, room], animate });
}

/* Keys that belong to the page reach it from the frame too. In front of a room so do those of
   the presentation, once the map was clicked; who came to the map by keyboard keeps them. */
const PAGE_KEYS = new Set(["Escape", "F8", "PageUp", "PageDown"]);
const ROOM_KEYS = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", " ", "r"]);

function passKeysOn(container) {
  let clicked = false;
  const pass = (event) => {
    event.stopPropagation();
    event.preventDefault();
    const { key } = event;
    const again = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
    window.parent.document.dispatchEvent(again);
  };
  document.addEventListener("pointerdown", () => (clicked = true), {
    capture: true,
    passive: true,
  });
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Tab") clicked = false;
      const isForRoom = clicked && container.classList.contains("mp-large");
      if (ROOM_KEYS.has(event.key) && isForRoom) pass(event);
    },
    { capture: true },
  );
  document.addEventListener("keydown", (event) => PAGE_KEYS.has(event.key) && pass(event));
}

/* Draws the base under everything else. `ground` holds voivodeships, neighbours (GeoJSON)
   and cities (largest first); it is served beside this file as a script. */
export function drawBase(map, { language, country, attribution }) {
  const ground = window.mapaPraktyk.ground;
  map.attributionControl.setPrefix(false);
  map.attributionControl.addAttribution(element("span", "", attribution).innerHTML);
  map.createPane("mp-ground").style.zIndex = 200;
  map.createPane("mp-labels").style.zIndex = 450;
  map.getPane("mp-labels").style.pointerEvents = "none";
  followTheme();
  window.addEventListener("message", (event) => {
    if (event.data && event.data.type === "streamlit:render") setTimeout(followTheme, 0);
  });
  if (window.parent !== window) passKeysOn(map.getContainer());
  holdView(map, () => wholeCountry(map, country, false));
  /* Drawn in a task of its own, so that the layer over it can ask for its data before. */
  setTimeout(() => {
    drawCountries(map, ground.neighbours, language);
    const areas = drawVoivodeships(map, ground.voivodeships);
    new Names(map, placeNames(areas, ground.cities));
  });
}
