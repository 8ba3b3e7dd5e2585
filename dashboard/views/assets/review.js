/* The review of one place: numbered candidates, the chosen point with its circle, and a click
   on the ground that chooses a point there. Like the practices, the layer is made once with
   the base map and then told what to show. */
import { loadDetail } from "./detail.js";
import { element } from "./dom.js";

const SIZE = 30;
const CLOSEST_ZOOM = 10.5; // towns around it are named

class ReviewLayer {
  constructor(map) {
    this.map = map;
    this.moves = 0;
    this.clicks = 0;
    this.group = L.featureGroup().addTo(map);
    this.area = L.layerGroup().addTo(map);
    this.group.on("keypress", ({ layer, originalEvent }) => {
      if (originalEvent.key !== "Enter" && originalEvent.key !== " ") return;
      originalEvent.preventDefault();
      layer.fire("click", { latlng: layer.getLatLng() }, true);
    });
    map.on("click", ({ latlng }) => this.pick(latlng));
  }

  /* A point of the ground goes to the page the way a mark does; counted, so that each click
     is news. */
  pick(latlng) {
    const { lat, lng } = latlng.wrap();
    const spot = L.marker(latlng);
    spot.feature = { type: "Feature", properties: { lat, lon: lng, click: ++this.clicks } };
    this.group.fire("click", { latlng, layer: spot });
  }

  candidate({ number, lat, lon, label }, chosen) {
    const node = element("span", "", number);
    const marker = L.marker([lat, lon], {
      icon: L.divIcon({
        className: `mp-candidate${chosen ? " mp-chosen" : ""}`,
        html: node,
        iconSize: [SIZE, SIZE],
      }),
      riseOnHover: true,
    });
    const told = () => ({ candidate: number, click: ++this.clicks });
    marker.feature = { type: "Feature", properties: told() };
    marker.on("click", () => {
      marker.feature = { type: "Feature", properties: told() };
    });
    marker.on("add", () => marker.getElement().setAttribute("aria-label", `${number}. ${label}`));
    const tip = element("div", "mp-tooltip", label);
    marker.bindTooltip(tip, { direction: "top", offset: [0, -14] });
    return marker;
  }

  chosen([lat, lon], { radius_m: radius, label }, isCandidate) {
    if (radius > 0) {
      L.circle([lat, lon], { radius, className: "mp-accuracy", interactive: false }).addTo(
        this.area,
      );
    }
    if (isCandidate) return; // its mark is filled already
    const cross = L.divIcon({
      className: "mp-cross",
      html:
        '<svg viewBox="-16 -16 32 32" width="32" height="32" aria-hidden="true">' +
        '<path d="M-15 0H-5M5 0H15M0-15V-5M0 5V15"/><circle r="5"/></svg>',
      iconSize: [32, 32],
    });
    L.marker([lat, lon], { icon: cross, interactive: false, keyboard: false, alt: label }).addTo(
      this.area,
    );
  }

  show(state) {
    const focused = document.activeElement?.getAttribute("aria-label");
    this.group.clearLayers();
    this.area.clearLayers();
    const at = state.chosen;
    const isAt = ({ lat, lon }) => at !== null && lat === at[0] && lon === at[1];
    state.candidates.forEach((each) => this.group.addLayer(this.candidate(each, isAt(each))));
    if (at) this.chosen(at, state, state.candidates.some(isAt));
    this.keepFocus(focused);
    this.move(state);
  }

  /* The marks are new ones after each message; who stood on one stays there. */
  keepFocus(label) {
    if (!label) return;
    const same = this.group
      .getLayers()
      .find((layer) => layer.getElement().getAttribute("aria-label") === label);
    if (same) same.getElement().focus();
  }

  move({ move_number: number, candidates, chosen }) {
    if (number === this.moves) return;
    this.moves = number;
    const points = candidates.map(({ lat, lon }) => [lat, lon]);
    if (chosen) points.push(chosen);
    if (points.length === 0) return;
    const go = () =>
      this.map.fitBounds(L.latLngBounds(points), {
        maxZoom: CLOSEST_ZOOM,
        padding: [40, 40],
        animate: false,
      });
    this.map.mpHome = go;
    go();
  }
}

export function addReview(map, options) {
  if (options.ground) loadDetail(map, options);
  map.mpReview = new ReviewLayer(map);
  map.getContainer().classList.add("mp-picking");
}
