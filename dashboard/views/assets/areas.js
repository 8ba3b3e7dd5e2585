/* The area of the map that bounds the practices: drawn by hand, or what the map shows just now. The
   server filters; here the area is chosen, reported to the page, and drawn as it comes back.

   The options, as map_page.py makes them: follow_param, the parameter of the address that says that
   the area follows the view. A message has `area`, {text, outline} or null. */
import { element } from "./dom.js";
import { PageParam } from "./page_address.js";

const REST_MS = 500; // the view rests so long before the page hears of it
const MAX_CORNERS = 40; // as area.py has it
const [SOUTH, WEST, NORTH, EAST] = [44.5, 4, 59.5, 34]; // as map_view.py has it
const ON = "1";
const SIGN =
  "M3 4h12v10H3ZM3 4m-1.5 0a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0M15 14m-1.5 0a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0";

const within = (value, least, greatest) => Math.min(Math.max(value, least), greatest);

/* Corners as an address holds them; [{lat, lng}]. */
export function areaText(corners) {
  return corners
    .flatMap(({ lat, lng }) => [within(lat, SOUTH, NORTH), within(lng, WEST, EAST)])
    .map((degrees) => degrees.toFixed(4))
    .join(",");
}

export function boundsText(bounds) {
  return areaText([bounds.getSouthWest(), bounds.getNorthEast()]);
}

class Areas {
  constructor(map, { areas, words, language }, tell) {
    Object.assign(this, { map, words, language, tell });
    this.text = ""; // of the area that the server knows
    this.drawn = L.layerGroup().addTo(map);
    this.param = new PageParam(areas.follow_param, () => (this.isFollowing ? ON : ""));
    this.isFollowing = this.param.read() === ON;
    map.on("moveend", () => this.viewMoved());
    map.on("draw:created", ({ layer, layerType }) => {
      const isRectangle = layerType === "rectangle";
      this.stop();
      this.ask(isRectangle ? boundsText(layer.getBounds()) : areaText(layer.getLatLngs()[0]));
    });
    map.getContainer().addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.drawing) return;
      event.stopPropagation();
      this.stop();
    });
  }

  /* What the server answered; an area that a reader dropped elsewhere follows the view no more. */
  settle(area) {
    const text = area?.text ?? "";
    if (!text && this.text && this.isFollowing) this.follow(false, { keeps: true });
    this.text = text;
    this.outline = area?.outline;
    if (!this.drawing) this.show();
    this.changed?.();
    if (this.isFollowing) this.viewMoved();
  }

  show() {
    this.drawn.clearLayers();
    if (!this.outline || this.isFollowing) return;
    const style = { className: "mp-area-drawn", interactive: false };
    L.polygon(this.outline, style).addTo(this.drawn);
  }

  viewMoved() {
    if (!this.isFollowing) return;
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      const text = boundsText(this.map.getBounds());
      if (this.isFollowing && text !== this.text) this.tell(text);
    }, REST_MS);
  }

  /* Follows the view from now on, or no more; the area then goes, unless it is kept. */
  follow(isOn, { keeps = false } = {}) {
    this.isFollowing = isOn;
    clearTimeout(this.resting);
    this.param.write();
    this.drawn.clearLayers();
    if (isOn) this.tell(boundsText(this.map.getBounds()));
    else if (!keeps) this.tell("");
    this.changed?.();
  }

  ask(text) {
    if (this.isFollowing) this.follow(false, { keeps: true });
    this.tell(text);
  }

  draw(shape) {
    this.stop();
    this.drawn.clearLayers();
    const style = { className: "mp-area-drawn" };
    const icon = L.divIcon({ className: "leaflet-editing-icon", iconSize: [14, 14] });
    const corners = { icon, touchIcon: icon, maxPoints: MAX_CORNERS };
    const options = { shapeOptions: style, showArea: false, ...corners };
    this.drawing =
      shape === "rectangle"
        ? new L.Draw.Rectangle(this.map, options)
        : new L.Draw.Polygon(this.map, { ...options, allowIntersection: false, showLength: false });
    this.drawing.enable();
    this.map.getContainer().focus();
  }

  stop() {
    this.drawing?.disable();
    this.drawing = null;
    this.show();
  }
}

/* The words of Leaflet.draw, which has English ones. */
function putWords(words) {
  const { handlers } = L.drawLocal.draw;
  Object.assign(handlers.rectangle.tooltip, { start: words.area_drag });
  Object.assign(handlers.simpleshape.tooltip, { end: words.area_release });
  Object.assign(handlers.polygon.tooltip, {
    start: words.area_first,
    cont: words.area_next,
    end: words.area_last,
  });
  handlers.polyline.error = words.area_crossing;
}

function addControl(map, areas, words) {
  const control = L.control({ position: "topleft" });
  control.onAdd = () => {
    const box = L.DomUtil.create("details", "leaflet-bar mp-switch mp-areas");
    const summary = element("summary");
    summary.title = words.area;
    summary.setAttribute("aria-label", words.area);
    summary.innerHTML =
      '<svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true" fill="none" ' +
      `stroke="currentColor" stroke-width="1.6"><path d="${SIGN}"/></svg>`;
    box.append(summary, choices(areas, words, box, summary));
    L.DomEvent.disableClickPropagation(box);
    L.DomEvent.disableScrollPropagation(box);
    return box;
  };
  control.addTo(map);
}

function choices(areas, words, box, summary) {
  const list = element("fieldset");
  list.append(element("legend", "", words.area));
  const follow = element("input");
  follow.type = "checkbox";
  follow.addEventListener("change", () => areas.follow(follow.checked));
  const row = element("label", "mp-choice");
  row.append(follow, element("span", "", words.area_follow));
  list.append(row);
  const button = (label, act) => {
    const node = element("button", "mp-area-button", label);
    node.type = "button";
    node.addEventListener("click", () => {
      box.open = false;
      summary.focus();
      act();
    });
    list.append(node);
    return node;
  };
  button(words.area_view, () => areas.ask(boundsText(areas.map.getBounds())));
  button(words.area_rectangle, () => areas.draw("rectangle"));
  button(words.area_polygon, () => areas.draw("polygon"));
  const remove = button(words.area_remove, () => areas.ask(""));
  areas.changed = () => {
    follow.checked = areas.isFollowing;
    remove.hidden = !areas.text;
    box.classList.toggle("mp-in-use", Boolean(areas.text));
  };
  areas.changed();
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.open) return;
    event.stopPropagation();
    box.open = false;
    summary.focus();
  });
  return list;
}

export function addAreas(map, options) {
  if (!options.areas || !map.mpPractices) return;
  putWords(options.words);
  const areas = new Areas(map, options, (text) => map.mpPractices.tellArea(text));
  addControl(map, areas, options.words);
  map.mpAreas = areas;
  if (map.mpPractices.newest) areas.settle(map.mpPractices.newest.area);
}
