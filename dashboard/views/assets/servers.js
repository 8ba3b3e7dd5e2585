/* The map servers that whoever runs the dashboard names: pictures over the embedded ground, one at a
   time, chosen by the reader and kept in the address. Where pictures do not come, the embedded
   ground is seen, and a line says so.

   The options, as tiles.py makes them:
     maps      [{name, service, url, closest, attribution, attributionUrl, placeNames, options}]
     chosen    name of the one that the map opens with
     embedded  what the address calls the embedded map
     param     parameter of the address */
import { element, fill } from "./dom.js";
import { PageParam } from "./page_address.js";

const SILENT_MS = 8000; // without one picture, the server counts as silent
const PANE = "mp-servers";
const SIGN = "M9 2L16 6L9 10L2 6ZM2 9.2L9 13.2L16 9.2M2 12.4L9 16.4L16 12.4";

/* What stands in the corner of a map, as markup; the texts are the operator's, never markup. */
export function attributionMarkup({ attribution, attributionUrl }) {
  const words = element(attributionUrl ? "a" : "span", "", attribution);
  if (attributionUrl) Object.assign(words, { href: attributionUrl, target: "_blank" });
  if (attributionUrl) words.rel = "noopener noreferrer";
  return words.outerHTML;
}

function pictures(server) {
  const options = {
    ...server.options,
    attribution: attributionMarkup(server),
    maxZoom: server.closest,
    pane: PANE,
  };
  return server.service ? L.tileLayer.wms(server.url, options) : L.tileLayer(server.url, options);
}

/* Whether pictures come: 'none' before any has come or failed, else 'all', 'some' or 'failed'. */
export class Arrivals {
  constructor() {
    this.begin();
  }

  begin() {
    this.come = 0;
    this.failed = 0;
  }

  get state() {
    if (!this.failed) return this.come ? "all" : "none";
    return this.come ? "some" : "failed";
  }
}

class ServerMaps {
  constructor(map, { ground, words }) {
    Object.assign(this, { map, words, ground, servers: ground.servers });
    this.arrivals = new Arrivals();
    this.layer = null;
    map.createPane(PANE).style.zIndex = 220;
    map.getPane(PANE).style.pointerEvents = "none";
    this.note = element("p", "mp-note mp-server-note");
    this.note.setAttribute("role", "status");
    this.note.hidden = true;
    map.getContainer().append(this.note);
    map.on("zoomend", () => this.tellLook());
    this.param = new PageParam(this.servers.param, () => this.inAddress());
  }

  find(name) {
    return this.servers.maps.find((server) => server.name === name) ?? null;
  }

  /* What the map opens with: as the address says, else the operator's default. */
  get first() {
    const asked = this.param.read();
    if (asked === this.servers.embedded) return null;
    return this.find(asked) ?? this.find(this.servers.chosen);
  }

  inAddress() {
    if (this.shown === undefined) return null;
    const name = this.shown ? this.shown.name : this.servers.embedded;
    return name === this.servers.chosen ? "" : name;
  }

  /* Shows one server's pictures; the embedded ground alone where null. */
  show(server) {
    this.layer?.remove();
    clearTimeout(this.silence);
    this.shown = server;
    this.layer = server && pictures(server);
    this.arrivals.begin();
    this.map.setMaxZoom(server ? server.closest : this.ground.closest);
    if (this.layer) this.watch(this.layer).addTo(this.map);
    this.tell();
    this.param.write();
  }

  watch(layer) {
    const isShown = () => layer === this.layer;
    layer.on("loading", () => {
      this.arrivals.begin();
      clearTimeout(this.silence);
      this.silence = setTimeout(() => this.tellSilent(), SILENT_MS);
    });
    layer.on("tileload", () => {
      if (!isShown()) return;
      this.arrivals.come++;
      clearTimeout(this.silence);
      this.tell();
    });
    layer.on("tileerror", () => {
      if (!isShown()) return;
      this.arrivals.failed++;
      this.tell();
    });
    return layer.on("load", () => clearTimeout(this.silence));
  }

  tellSilent() {
    if (this.arrivals.come) return;
    this.arrivals.failed++;
    this.tell();
  }

  tell() {
    const { state } = this.arrivals;
    const pattern = { some: this.words.server_gaps, failed: this.words.server_failed }[state];
    const text = this.shown && pattern ? fill(pattern, { name: this.shown.name }) : "";
    this.note.hidden = !text;
    if (this.note.textContent !== text) this.note.textContent = text;
    this.tellLook();
  }

  /* Whether pictures are seen that have names of their own: ours then give way. */
  tellLook() {
    const { shown } = this;
    const isNamed =
      shown &&
      !shown.placeNames &&
      this.arrivals.state !== "failed" &&
      this.map.getZoom() >= shown.options.minZoom;
    this.map.getContainer().classList.toggle("mp-named-pictures", Boolean(isNamed));
  }
}

function choice(maps, server, label) {
  const row = element("label", "mp-choice");
  const radio = element("input");
  Object.assign(radio, { type: "radio", name: "mp-ground", checked: maps.shown === server });
  radio.addEventListener("change", () => maps.show(server));
  row.append(radio, element("span", "", label));
  return row;
}

/* The switch: a button that opens a list of radio buttons, for mouse and keyboard. */
function addSwitch(map, maps, words) {
  const control = L.control({ position: "topleft" });
  control.onAdd = () => {
    const box = L.DomUtil.create("details", "leaflet-bar mp-switch");
    const summary = element("summary");
    summary.title = words.ground_choice;
    summary.setAttribute("aria-label", words.ground_choice);
    summary.innerHTML =
      '<svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true" fill="none" ' +
      `stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"><path d="${SIGN}"/></svg>`;
    const list = element("fieldset");
    list.append(element("legend", "", words.ground_choice));
    list.append(choice(maps, null, words.ground_embedded));
    maps.servers.maps.forEach((server) => list.append(choice(maps, server, server.name)));
    box.append(summary, list);
    closeWhenLeft(map, box, summary);
    L.DomEvent.disableClickPropagation(box);
    L.DomEvent.disableScrollPropagation(box);
    return box;
  };
  control.addTo(map);
}

/* Escape closes the list before it reaches the page; so does a press beside it. */
function closeWhenLeft(map, box, summary) {
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.open) return;
    event.stopPropagation();
    box.open = false;
    summary.focus();
  });
  map.on("click movestart", () => (box.open = false));
}

export function addServers(map, options) {
  const { servers } = options.ground;
  if (!servers?.maps.length) return;
  const maps = new ServerMaps(map, options);
  maps.show(maps.first);
  addSwitch(map, maps, options.words);
}
