/* The ground between the outlines and the marks: one canvas over the view, drawn from vector tiles.

   Several sources may cover a place; the first that has a tile there is drawn, so an office's file
   comes before what is embedded. What is drawn stays sharp at every zoom, since paths are drawn
   anew and no picture is enlarged but while the zoom is moving. */
import { CLASSES, TILE_PIXELS, widthAt } from "./ground_style.js";
import { TileSource } from "./vector_tiles.js";

const PADDING = 0.2; // of the view, on each side, so that dragging shows what comes
const FINEST = 2; // pixels of the screen to a pixel of the page that are worth drawing
const CASED_FROM = 12.5; // from this zoom on streets have an edge

export const GroundLayer = L.Layer.extend({
  initialize({ sources, language }) {
    this.sources = sources.map((source, rank) => {
      const failed = () => this._map?.fire("mp-tiles-failed", { rank });
      return new TileSource({ ...source, language }, { arrived: () => this.drawSoon(), failed });
    });
    this.tiles = []; // what was drawn last: [{tile, place}]
  },

  onAdd(map) {
    this.canvas = L.DomUtil.create(
      "canvas",
      "mp-canvas leaflet-zoom-animated",
      map.getPane("mp-detail"),
    );
    this.canvas.setAttribute("aria-hidden", "true");
    this.draw();
  },

  onRemove() {
    cancelAnimationFrame(this.asked);
    this.canvas.remove();
  },

  getEvents() {
    return {
      moveend: this.draw,
      resize: this.draw,
      viewreset: this.draw,
      move: this.follow,
      zoom: this.scaleToView,
      zoomanim: this.animate,
      "mp-theme": this.draw,
    };
  },

  /* Once before the page is painted, however many tiles have come. */
  drawSoon() {
    cancelAnimationFrame(this.asked);
    this.asked = requestAnimationFrame(() => this._map && this.draw());
  },

  /* Draws again when dragging has come to the edge of what is drawn. */
  follow() {
    if (this._map.getZoom() !== this.zoom) return;
    if (!this.bounds.contains(this._map.getPixelBounds())) this.draw();
  },

  /* While the zoom moves the picture is enlarged. */
  scaleToView() {
    this.transform(this._map.getZoom(), this._map.getCenter());
  },

  animate({ zoom, center }) {
    this.transform(zoom, center);
  },

  transform(zoom, center) {
    const map = this._map;
    const scale = map.getZoomScale(zoom, this.zoom);
    const view = map.project(center, zoom).subtract(map.getSize().divideBy(2));
    const corner = map.project(map.unproject(this.bounds.min, this.zoom), zoom);
    const offset = corner.subtract(view).add(map.containerPointToLayerPoint([0, 0]));
    L.DomUtil.setTransform(this.canvas, offset, scale);
  },

  /* The part of the world that the canvas shows, in pixels of the zoom. */
  place() {
    const { min, max } = this._map.getPixelBounds();
    const room = max.subtract(min).multiplyBy(PADDING).round();
    this.bounds = L.bounds(min.subtract(room), max.add(room));
    this.zoom = this._map.getZoom();
    const size = this.bounds.getSize();
    const fine = Math.min(FINEST, window.devicePixelRatio || 1);
    const [width, height] = [Math.round(size.x * fine), Math.round(size.y * fine)];
    if (this.canvas.width !== width || this.canvas.height !== height) {
      Object.assign(this.canvas, { width, height });
      Object.assign(this.canvas.style, { width: `${size.x}px`, height: `${size.y}px` });
    }
    const corner = min.subtract(room).subtract(this._map.getPixelOrigin());
    L.DomUtil.setTransform(this.canvas, corner, 1);
    return fine;
  },

  /* The tiles of the view: of each place the first source that has one, or what is there until
     it comes. */
  wanted() {
    const z = Math.max(0, Math.floor(this.zoom + 0.001) - 1);
    const size = TILE_PIXELS * 2 ** (this.zoom - z - 1);
    const wanted = new Map();
    const { min, max } = this.bounds;
    for (let y = Math.floor(min.y / size); y * size < max.y; y++) {
      for (let x = Math.floor(min.x / size); x * size < max.x; x++) {
        const found = this.tileAt({ z, x, y });
        if (found)
          wanted.set(`${found.rank}/${found.place.z}/${found.place.x}/${found.place.y}`, found);
      }
    }
    return [...wanted.values()].sort((one, other) => other.rank - one.rank);
  },

  tileAt(cell) {
    for (let rank = 0; rank < this.sources.length; rank++) {
      const source = this.sources[rank];
      const place = source.within(cell);
      const tile = source.get(place);
      if (tile) return { tile, place, rank };
      const around = tile === undefined && source.around(place);
      if (around) return { ...around, rank };
    }
    return null;
  },

  draw() {
    if (!this._map || this._map.getSize().x === 0) return;
    const fine = this.place();
    this.tiles = this.wanted();
    const context = this.canvas.getContext("2d");
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    const style = getComputedStyle(document.documentElement);
    const colours = (name) => style.getPropertyValue(`--mp-${name}`).trim();
    this.tiles.forEach((drawn) => this.drawTile(context, drawn, { fine, colours }));
    this._map.fire("mp-ground");
  },

  /* Where a tile is on the canvas, and how large, in whole pixels, so that no gap shows. */
  rectangle({ z, x, y }, fine) {
    const size = TILE_PIXELS * 2 ** (this.zoom - z - 1);
    const edge = (at, start) => Math.round((at * size - start) * fine);
    const [left, top] = [edge(x, this.bounds.min.x), edge(y, this.bounds.min.y)];
    const [right, bottom] = [edge(x + 1, this.bounds.min.x), edge(y + 1, this.bounds.min.y)];
    return { left, top, width: right - left, height: bottom - top };
  },

  drawTile(context, { tile, place }, { fine, colours }) {
    const { left, top, width, height } = this.rectangle(place, fine);
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.beginPath();
    context.rect(left, top, width, height);
    context.clip();
    const scale = width / TILE_PIXELS;
    context.setTransform(scale, 0, 0, height / TILE_PIXELS, left, top);
    context.lineJoin = "round";
    const pixel = fine / scale; // of the page, in units of the tile
    const drawn = CLASSES.filter(({ name, from = 0 }) => tile.paths.has(name) && this.zoom >= from);
    if (this.zoom >= CASED_FROM) {
      drawn
        .filter(({ road }) => road)
        .forEach(({ name, widths }) => {
          this.stroke(context, tile.paths.get(name), {
            colour: colours("casing"),
            width: (widthAt(widths, this.zoom) + 1.4) * pixel,
          });
        });
    }
    drawn.forEach(({ name, area, colour, road, widths, dash }) => {
      const path = tile.paths.get(name);
      if (area) {
        context.fillStyle = colours(colour);
        context.fill(path);
        return;
      }
      const width = widthAt(widths, this.zoom) * pixel;
      this.stroke(context, path, {
        colour: colours(road ? this.roadColour(road) : colour),
        width,
        dash: dash?.map((each) => each * pixel),
      });
    });
    context.restore();
  },

  /* Roads without an edge have the colour of an edge, or they could not be told from the land. */
  roadColour(road) {
    if (road === "motor") return "road-motor";
    if (road === "main") return "road-main";
    return this.zoom >= CASED_FROM ? "road" : "casing";
  },

  stroke(context, path, { colour, width, dash = [] }) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.lineCap = dash.length ? "butt" : "round";
    context.setLineDash(dash);
    context.stroke(path);
  },
});
