/* The practices on the map: their marks, the selected practice with the circle of its accuracy,
   the reader's own unit, and the moves of the view. The layer is made once with the base map
   and then told what to show, so that no change of a filter or of the selection builds the map
   anew.

   A message, as maps.py makes it:
     points    {positions, words}: the column files of all marks, see columns.js
     shown     which of them are seen: a packed mask; null for all; in a page that filters by
               itself, a Set of the numbers of practices
     selected  number of the selected practice, or null
     circles   [lat, lon, radius in metres] of each of its positions
     named     [lat, lon, name] of the settlements that it is in
     move      {number, points}: a new number moves the view to the points
     large     whether a room looks at it: the view then flies, and shows more around the points
     home      {point, label, radius_m} of the reader's own unit, and sight_m: how far around it
               the view reaches that moves there; or null
     group     [lat, lon, name] of each unit that the own one is compared with
     area      {text, outline} of the area that bounds the practices, or null
     view      [lat, lon, zoom] that the map opens with, or null */
import { roomBelow } from "./basemap.js";
import { Points } from "./clusters.js";
import { loadColumns, unpackMask } from "./columns.js";
import { legend, skipButton, viewButtons } from "./controls.js";
import { loadDetail } from "./detail.js";
import { element, motion } from "./dom.js";
import { MarkLayer } from "./marks.js";
import { PageParam } from "./page_address.js";

const HOME_SIGN =
  '<svg viewBox="0 0 30 30" width="30" height="30" aria-hidden="true">' +
  '<path class="mp-home-sign" d="M15 3L28 14h-4v12h-6v-8h-6v8H6V14H2z"/></svg>';
const FOCUS_ZOOM = 10.5;
const HOME_ZOOM = 9; // a few counties
const ROOM_ZOOM = 8.5; // tells where in the country it is
const PLACE_ZOOM = 13;
const FLIGHT_S = 1.6;

/* Tells the page which practice was clicked. streamlit-folium itself would wait a quarter of
   a second for further clicks. The time makes a second click on the same mark news as well. */
function tellPage(practice) {
  const feature = { type: "Feature", properties: { practice, click: Date.now() } };
  window.Streamlit.setComponentValue({ last_active_drawing: feature });
}

/* Tells the page which area of the map was chosen, as an address holds it; '' for none. */
function tellArea(text) {
  const feature = { type: "Feature", properties: { area: text, click: Date.now() } };
  window.Streamlit.setComponentValue({ last_active_drawing: feature });
}

/* Tells the server that marks are drawn: it sends what stands around the map after it. */
function tellServer() {
  if (window.Streamlit) fetch("../../marks-drawn", { method: "POST" }).catch(() => {});
}

/* What tells a file from another: its address, its text, or the very object that it is in. */
function nameOf(file) {
  return file.address || file.text || file;
}

class PracticeLayer {
  constructor(map, options) {
    this.map = map;
    this.options = options;
    /* A page without Streamlit puts its own function here. */
    this.onChoose = tellPage;
    this.tellArea = tellArea;
    this.marks = new MarkLayer(options, (practice) => this.choose(practice)).addTo(map);
    this.area = L.layerGroup().addTo(map);
    this.home = L.layerGroup().addTo(map);
    this.homeShown = "null";
    this.group = L.layerGroup().addTo(map);
    this.groupShown = "[]";
    this.moves = 0;
    this.place = 0; // which of the selected practice's marks is looked at
    this.large = false;
    this.newest = null; // message
    if (options.view_param) this.keepViewInAddress();
    this.pointsShown = "";
    this.maskShown = null;
  }

  /* Shows what a message says, as soon as the points that it means are here. Messages may
     overtake each other while these are on their way; the newest one counts. */
  async show(message) {
    this.newest = message;
    this.settle(message.home);
    this.gather(message.group ?? []);
    try {
      const points = await this.load(message.points);
      const mask = await this.mask(message.shown, points);
      if (this.newest === message) this.apply(message, points, mask);
    } catch (error) {
      console.error(error);
      this.sayFailed();
    }
  }

  /* The points of a message, loaded once for all messages that mean the same ones. */
  load({ positions, words }) {
    if (!this.loading || this.loading.name !== nameOf(positions)) {
      const points = loadColumns(positions).then((columns) => new Points(columns));
      points.catch(() => (this.loading = null)); // the next message tries again
      this.loading = { name: nameOf(positions), points, words: null };
    }
    this.wordsWanted = words;
    return this.loading.points;
  }

  /* One entry a mark; the same one again for the same text or set. */
  async mask(shown, points) {
    if (!this.masked || this.masked.shown !== shown || this.masked.points !== points) {
      const mask =
        shown instanceof Set
          ? Uint8Array.from(points.practices, (practice) => shown.has(practice))
          : await unpackMask(shown, points.length);
      this.masked = { shown, points, mask };
    }
    return this.masked.mask;
  }

  /* Shows at once what was chosen; where exactly it is, comes with the answer. */
  choose(practice) {
    if (this.marks.selected !== practice) {
      this.area.clearLayers();
      this.place = 0;
      this.marks.select(practice);
      this.marks.draw();
    }
    this.onChoose(practice);
  }

  apply(message, points, mask) {
    this.large = message.large;
    this.map.getContainer().classList.toggle("mp-large", this.large);
    const isNew = this.marks.points !== points;
    const wasShown = this.marks.points !== null;
    if (this.marks.selected !== message.selected) this.place = 0;
    const isFiltered = isNew || this.marks.shown !== mask;
    if (isNew) this.marks.setPoints(points);
    if (isFiltered) this.marks.setShown(mask);
    this.marks.select(message.selected);
    this.name(message.named ?? []);
    this.marks.draw();
    if (!wasShown) {
      tellServer();
      if (this.options.ground) loadDetail(this.map, this.options);
    }
    this.surround(message.circles);
    this.map.mpAreas?.settle(message.area);
    if (isFiltered && wasShown) this.bringInSight();
    this.move(message.move);
    if (!wasShown && message.view && !this.large) this.openView(message.view);
    this.loadWords();
  }

  /* The settlements of the selected practice have their names whatever else is near. */
  name(named) {
    if (this.map.mpNames) this.map.mpNames.always(named);
    else this.map.once("mp-base", () => this.map.mpNames.always(named));
  }

  /* The words are fetched when the marks are in the page: these need them least. */
  async loadWords() {
    const { loading, wordsWanted } = this;
    const name = nameOf(wordsWanted);
    if (loading.words === name) return;
    loading.words = name;
    const words = await loadColumns(wordsWanted);
    if (this.loading === loading && loading.words === name) this.marks.setWords(words);
  }

  sayFailed() {
    if (this.map.getContainer().querySelector(".mp-failed")) return;
    const note = element("p", "", this.options.words.failed);
    note.className = "mp-failed";
    note.setAttribute("role", "alert");
    this.map.getContainer().append(note);
  }

  /* The circles of the accuracy of the selected practice. */
  surround(circles) {
    this.area.clearLayers();
    circles.forEach(([lat, lon, radius]) => {
      L.circle([lat, lon], { radius, className: "mp-accuracy", interactive: false }).addTo(
        this.area,
      );
      L.circleMarker([lat, lon], { radius: 17, className: "mp-halo", interactive: false }).addTo(
        this.area,
      );
    });
  }

  /* The units that the own one is compared with, under the marks of practices. */
  gather(group) {
    const text = JSON.stringify(group);
    if (text === this.groupShown) return;
    this.groupShown = text;
    this.group.clearLayers();
    group.forEach(([lat, lon, name]) => {
      const ring = L.circleMarker([lat, lon], { radius: 5, className: "mp-group" });
      ring.bindTooltip(element("span", "", name), { direction: "top", offset: [0, -4] });
      ring.addTo(this.group);
    });
  }

  /* The reader's own unit, with the circle of the radius filter; the view moves to a new one. */
  settle(home) {
    const text = JSON.stringify(home && [home.point, home.label, home.radius_m]);
    if (text === this.homeShown) return;
    this.homeShown = text;
    this.home.clearLayers();
    if (!home) return;
    const icon = L.divIcon({
      className: "mp-home",
      html: HOME_SIGN,
      iconSize: [30, 30],
      iconAnchor: [15, 40], // above its place, where the name of its town stands
    });
    const marker = L.marker(home.point, { icon, keyboard: false, zIndexOffset: 5000 });
    marker.bindTooltip(element("span", "", home.label), { direction: "top", offset: [0, -38] });
    marker.addTo(this.home);
    if (!home.radius_m) {
      if (this.large) return;
      const sight = L.latLng(home.point).toBounds(2 * home.sight_m);
      const go = (animate) => this.map.fitBounds(sight, { maxZoom: HOME_ZOOM, animate });
      this.map.mpHome = () => go(false);
      go(motion() && this.marks.points !== null);
      return;
    }
    const circle = L.circle(home.point, {
      radius: home.radius_m,
      className: "mp-radius",
      interactive: false,
    }).addTo(this.home);
    this.map.fitBounds(circle.getBounds(), { padding: [16, 16], animate: motion() });
  }

  /* Moves the view to the given points, once for every new number of the move. */
  move({ number, points }) {
    if (number === this.moves || (points.length === 0 && !this.large)) return;
    const first = this.moves === 0;
    this.moves = number;
    if (this.large) {
      this.fly(points.length ? points : this.options.country, motion() && !first);
      return;
    }
    const bounds = L.latLngBounds(points);
    const go = (animate) =>
      this.map.fitBounds(bounds, { maxZoom: FOCUS_ZOOM, ...this.padding(48), animate });
    this.map.mpHome = () => go(false);
    if (first || !this.map.getBounds().contains(bounds)) go(motion() && !first);
  }

  /* Opens with the view that the address names, whatever else would move the map. */
  openView([lat, lon, zoom]) {
    this.map.mpHome = () => this.map.setView([lat, lon], zoom, { animate: false });
    this.map.mpHome();
  }

  /* Keeps the view that the reader moved to in the address of the page. */
  keepViewInAddress() {
    const param = new PageParam(this.options.view_param, () => this.viewInAddress());
    this.map.on("moveend", () => param.write());
  }

  viewInAddress() {
    if (!this.map.mpTouched || this.large) return null;
    const { lat, lng } = this.map.getCenter();
    return [lat.toFixed(4), lng.toFixed(4), this.map.getZoom()].join(",");
  }

  /* Flies to the points. When the size of the map changes on the way, it is there at once. */
  fly(points, animate) {
    const bounds = L.latLngBounds(points);
    const how = { maxZoom: ROOM_ZOOM, padding: [48, 48] };
    this.map.mpTouched = false;
    this.map.mpHome = () => this.map.fitBounds(bounds, { ...how, animate: false });
    if (animate) this.map.flyToBounds(bounds, { ...how, duration: FLIGHT_S });
    else this.map.mpHome();
  }

  /* Goes to one of the selected practice's places, by its order among those on the map, from 1. */
  showPlace(order) {
    const { points, selected } = this.marks;
    const at = points?.of(selected)[order - 1];
    if (at === undefined) return;
    this.place = order - 1;
    const latlng = points.latLng(at);
    const [, , radius = 0] = this.newest?.circles[order - 1] ?? [];
    const bounds = latlng.toBounds(2 * radius);
    this.map.mpTouched = true; // the view is the reader's own from now on
    this.map.fitBounds(bounds, { maxZoom: PLACE_ZOOM, ...this.padding(32), animate: motion() });
  }

  /* Keeps the selected practice in the view, when the size of the map changes. */
  keepInSight() {
    const { points, selected } = this.marks;
    const at = points?.of(selected)[this.place];
    if (at === undefined) return;
    this.map.panInside(points.latLng(at), { padding: [48, 48], animate: motion() });
  }

  /* Shows everything where a filter left nothing in the view. */
  bringInSight() {
    const view = this.map.getBounds();
    const { points } = this.marks;
    for (let at = 0; at < points.length; at++) {
      if (this.marks.isShown(at) && view.contains(points.latLng(at))) return;
    }
    this.fitAll();
  }

  fitAll() {
    const bounds = this.marks.points?.bounds((at) => this.marks.isShown(at));
    if (!bounds) return;
    this.map.mpTouched = true;
    this.map.fitBounds(bounds, {
      maxZoom: FOCUS_ZOOM,
      ...this.padding(32),
      animate: motion(),
    });
  }

  /* What is left free around marks that the view is fitted to: the legend hides none. */
  padding(pixels) {
    return {
      paddingTopLeft: [pixels, pixels],
      paddingBottomRight: [pixels, pixels + roomBelow(this.map)],
    };
  }
}

export function addPractices(map, options) {
  const layer = new PracticeLayer(map, options);
  map.mpPractices = layer;
  if (window.parent !== window) {
    skipButton(map, options.words.skip);
    window.addEventListener("message", ({ source, origin, data }) => {
      const isOfPage = source === window.parent && origin === window.location.origin;
      if (isOfPage && data?.type === "mapa-praktyk:place") layer.showPlace(data.order);
    });
  }
  viewButtons(map, layer, options);
  legend(map, options);
}
