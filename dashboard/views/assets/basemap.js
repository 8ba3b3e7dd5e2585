/* The offline base of the map: sea, neighbouring countries, voivodeships and their names,
   cities that appear with zoom. Colours come from map.css, so that a change of theme needs
   no new drawing. What comes with the zoom besides is drawn by ground.js. */
import { element } from "./dom.js";
import { labelMarker, Names } from "./names.js";

/* The frame of Streamlit tells its theme as CSS variables of the document; the map
   needs to know only whether the ground is dark. Says whether that has changed. */
function followTheme() {
  const colour = getComputedStyle(document.documentElement).getPropertyValue("--background-color");
  const hex = /^#([0-9a-f]{6})/i.exec(colour.trim());
  const value = hex ? parseInt(hex[1], 16) : 0xffffff;
  const light = ((value >> 16) & 255) * 0.3 + ((value >> 8) & 255) * 0.59 + (value & 255) * 0.11;
  const theme = light < 128 ? "dark" : "light";
  if (document.documentElement.dataset.theme === theme) return false;
  document.documentElement.dataset.theme = theme;
  return true;
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

/* The pixels along the lower edge of a map that its open legend covers. */
export function roomBelow(map) {
  const strip = map.getContainer().querySelector(".mp-legend[open]");
  if (!strip) return 0;
  return map.getContainer().getBoundingClientRect().bottom - strip.getBoundingClientRect().top;
}

/* Shows the whole country above what stands along the lower edge. */
export function wholeCountry(map, country, animate) {
  map.fitBounds(country, { paddingBottomRight: [0, roomBelow(map)], animate });
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
  map.createPane("mp-detail").style.zIndex = 210;
  map.getPane("mp-detail").style.pointerEvents = "none";
  map.createPane("mp-labels").style.zIndex = 450;
  map.getPane("mp-labels").style.pointerEvents = "none";
  followTheme();
  window.addEventListener("message", (event) => {
    if (event.data && event.data.type === "streamlit:render")
      setTimeout(() => followTheme() && map.fire("mp-theme"), 0);
  });
  if (window.parent !== window) passKeysOn(map.getContainer());
  holdView(map, () => wholeCountry(map, country, false));
  /* Drawn in a task of its own, so that the layer over it can ask for its data before. */
  setTimeout(() => {
    drawCountries(map, ground.neighbours, language);
    const areas = drawVoivodeships(map, ground.voivodeships);
    map.mpNames = new Names(map, placeNames(areas, ground.cities));
    map.fire("mp-base");
  });
}
