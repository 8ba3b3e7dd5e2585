/* A layer that draws the marks in view: one mark for a practice at a place, a bubble with a
   number for several that stand close. Only these few are in the page, each can be reached by
   keyboard, and what stays in view keeps its element, so that nothing flickers and the focus
   stays. */
import { Clusters } from "./clusters.js";
import { motion } from "./dom.js";
import { MarkList } from "./mark_list.js";
import { MarkLooks } from "./mark_looks.js";
import { numbersAt } from "./place_numbers.js";

const PADDING = 0.25; // of the view, on each side, so that dragging shows what comes
const ROOM = 48; // pixels around what the view is moved to
const TOGETHER = 24; // marks within that many pixels at the closest zoom do not come apart
const UNDER = 30; // a bubble so close to the selected mark steps aside
const TOOLTIP = { wide: 150, high: 120 }; // pixels that half of one, and all of one, may need
const TOOLTIP_OFFSETS = { top: [0, -12], bottom: [0, 12], left: [-12, 0], right: [12, 0] };
const ABOVE = 10000; // the selected mark is above all others

const keyOfPoint = (at) => `mark/${at}`;

export const MarkLayer = L.Layer.extend({
  /* `choose` is called with the number of a practice that was clicked. */
  initialize(options, choose) {
    this.told = options;
    this.choose = choose;
    this.looks = new MarkLooks(options);
    this.points = null;
    this.shown = null; // one entry a mark; null means all
    this.selected = null;
    this.clusters = null;
    this.drawn = new Map(); // key -> marker
  },

  onAdd(map) {
    this.list = new MarkList(map, {
      words: this.told.words,
      language: this.told.language,
      line: (at) => this.looks.line(at),
      choose: this.choose,
      leave: () => this.focusOn(this.opened),
    });
    this.draw();
  },

  onRemove() {
    this.list.close();
    this.drawn.forEach((marker) => marker.remove());
    this.drawn.clear();
  },

  getEvents() {
    return { moveend: this.draw, resize: this.draw };
  },

  /* What there is to show */

  setPoints(points) {
    this.points = points;
    this.looks.setPoints(points);
    this.onRemove(); // the keys of the drawn marks meant other points
    this.clusters = null;
  },

  setWords(words) {
    this.looks.words = words;
    this.drawn.forEach((marker) => this.looks.label(marker.getElement(), marker.mp));
  },

  setShown(shown) {
    this.shown = shown;
    this.clusters = null;
    this.list.close();
  },

  select(practice) {
    this.selected = practice;
    this.list.select(practice);
  },

  isShown(at) {
    return this.shown === null || Boolean(this.shown[at]);
  },

  /* Drawing */

  /* Draws what is in view now. Before the frame has a size nothing is. */
  draw() {
    const size = this._map.getSize();
    if (!this.points || size.x === 0 || size.y === 0) return;
    const view = this.paddedView();
    const zoom = this._map.getZoom();
    if (!this.clusters || this.clusters.zoom !== zoom || !this.clusters.covers(view)) {
      this.clusters = new Clusters(this.points, this.shown, zoom, this._map.getPixelBounds());
    }
    const stood = this.focused();
    this.put(this.wanted(view, stood));
    if (stood && !stood.getElement()) this.focusOn(stood.mp.at);
    this._map.fire("mp-marks");
  },

  /* What the drawn marks cover, in the pixels of the zoom. */
  boxes() {
    return [...this.drawn.values()].map((marker) => {
      const { x, y } = this._map.project(marker.getLatLng());
      const { size, right } = this.looks.extent(marker.mp);
      return L.bounds([x + right - size / 2, y - size / 2], [x + right + size / 2, y + size / 2]);
    });
  },

  /* Makes the page hold the wanted marks and no others. */
  put(wanted) {
    this.drawn.forEach((marker, key) => {
      if (wanted.has(key)) return;
      marker.remove();
      this.drawn.delete(key);
    });
    wanted.forEach((mark, key) => {
      if (!this.drawn.has(key)) this.drawn.set(key, this.create(mark));
      this.renew(this.drawn.get(key), mark);
    });
  },

  /* What is to be drawn, by key: the groups in view in the order of reading, the one that has
     the focus wherever it is, and above them the places of the selected practice. */
  wanted(view, stood) {
    const wanted = new Map();
    const put = (group) => wanted.set(this.keyOf(group), this.markOf(group));
    this.groupsIn(view).forEach(put);
    const focused = stood && this.clusters.groupOf(stood.mp.at);
    if (focused) put(focused);
    const selected = this.points.of(this.selected);
    const numbers = numbersAt(
      selected.map((at) => this._map.project(this.points.latLng(at), this.clusters.zoom)),
    );
    selected.forEach((at, order) => {
      const group = this.clusters.groupOf(at);
      const latlng = this.points.latLng(at);
      if (group && group.count > 1 && wanted.has(this.keyOf(group))) {
        wanted.get(this.keyOf(group)).isAside ||= this.distance(group, at) < UNDER;
      }
      const number = numbers[order];
      wanted.set(keyOfPoint(at), { at, count: 1, latlng, isSelected: true, number });
    });
    return wanted;
  },

  paddedView() {
    const { min, max } = this._map.getPixelBounds();
    const room = max.subtract(min).multiplyBy(PADDING);
    return L.bounds(min.subtract(room), max.add(room));
  },

  groupsIn({ min, max }) {
    return this.clusters.groups
      .filter(({ x, y }) => x >= min.x && x <= max.x && y >= min.y && y <= max.y)
      .sort((one, other) => one.y - other.y || one.x - other.x);
  },

  /* The marker that a key brought the focus to; a click leaves it there for no purpose. */
  focused() {
    return [...this.drawn.values()].find((marker) => marker.getElement().matches(":focus-visible"));
  },

  keyOf({ key, first, count }) {
    return count === 1 ? keyOfPoint(first) : `bubble/${this.clusters.zoom}/${key}`;
  },

  markOf({ x, y, first, count, practices }) {
    const latlng =
      count === 1 ? this.points.latLng(first) : this._map.unproject([x, y], this.clusters.zoom);
    return { at: first, count, practices, latlng, isSelected: false, isAside: false };
  },

  /* Pixels between a group's bubble and a mark. */
  distance({ x, y }, at) {
    const { scale } = this.clusters;
    return Math.hypot(x - this.points.x[at] * scale, y - this.points.y[at] * scale);
  },

  create(mark) {
    const icon = mark.count === 1 ? this.looks.icon(mark.at) : this.looks.bubble();
    const marker = L.marker(mark.latlng, { icon, riseOnHover: true });
    marker.mp = mark;
    marker.on("click", () => this.open(marker.mp));
    marker.on("keypress", ({ originalEvent }) => this.openByKey(marker.mp, originalEvent));
    if (mark.count === 1) {
      marker.on("mouseover focus", () => this.turnTooltip(marker));
      marker.bindTooltip(() => this.looks.tooltip(mark.at), { direction: "top", offset: [0, -12] });
    }
    marker.addTo(this._map);
    this.looks.label(marker.getElement(), mark);
    return marker;
  },

  /* A tooltip opens to the side where it has room. */
  turnTooltip(marker) {
    const { x, y } = this._map.latLngToContainerPoint(marker.getLatLng());
    let direction = y < TOOLTIP.high ? "bottom" : "top";
    if (x < TOOLTIP.wide) direction = "right";
    if (x > this._map.getSize().x - TOOLTIP.wide) direction = "left";
    const offset = TOOLTIP_OFFSETS[direction];
    Object.assign(marker.getTooltip().options, { direction, offset });
  },

  /* Makes a marker that is in the page already what it is to be now. */
  renew(marker, mark) {
    const node = marker.getElement();
    const before = marker.mp;
    marker.mp = mark;
    if (!marker.getLatLng().equals(mark.latlng)) marker.setLatLng(mark.latlng);
    if (mark.count === 1) {
      node.classList.toggle("mp-selected", mark.isSelected);
      marker.setZIndexOffset(mark.isSelected ? ABOVE : 0);
      if (before.number !== mark.number) this.looks.label(node, mark);
      return;
    }
    this.looks.place(node, mark);
    const isSame = before.count === mark.count && before.practices === mark.practices;
    if (!isSame) this.looks.label(node, mark);
  },

  /* Opening */

  /* Enter and space do what a click does; Leaflet leaves that to popups. */
  openByKey(mark, event) {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    this.open(mark);
  },

  open({ at, count }) {
    if (count === 1) {
      this.choose(this.points.practices[at]);
      return;
    }
    const members = this.clusters.members(this.clusters.groupOf(at));
    const inside = new Set(members);
    const bounds = this.points.bounds((each) => inside.has(each));
    this.opened = at;
    if (this.isTogether(bounds)) {
      this.list.open(members, bounds.getCenter(), this.selected);
    } else {
      this.zoomTo(bounds);
    }
  },

  /* Whether marks in these bounds stay together however close one looks. */
  isTogether(bounds) {
    const closest = this._map.getMaxZoom();
    if (this._map.getZoom() >= closest) return true;
    const size = L.bounds(
      this._map.project(bounds.getSouthWest(), closest),
      this._map.project(bounds.getNorthEast(), closest),
    ).getSize();
    return Math.max(size.x, size.y) < TOGETHER;
  },

  zoomTo(bounds) {
    const fitting = this._map.getBoundsZoom(bounds, false, L.point(2 * ROOM, 2 * ROOM));
    const zoom = Math.min(this._map.getMaxZoom(), Math.max(fitting, this._map.getZoom() + 1));
    this._map.setView(bounds.getCenter(), zoom, { animate: motion() });
  },

  /* Puts the focus on the mark or the bubble that a mark is in now; where there is none, on
     the map, so that its keys go on to work. */
  focusOn(at) {
    const group = this.clusters.groupOf(at);
    const marker = group && this.drawn.get(this.keyOf(group));
    (marker ? marker.getElement() : this._map.getContainer()).focus({ preventScroll: true });
  },
});
