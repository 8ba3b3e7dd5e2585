(() => {
  // dashboard/views/assets/dom.js
  function element(tag, className, text) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== void 0) node.textContent = text;
    return node;
  }
  function fill(pattern, values) {
    return pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  // dashboard/views/assets/page_address.js
  var PageParam = class {
    /* `value` gives what is to be written now, '' to remove it, null to leave it as it is. */
    constructor(name, value) {
      Object.assign(this, { name, value });
      const { navigation } = window.parent;
      if (!navigation) return;
      const write = () => this.write();
      navigation.addEventListener("currententrychange", write);
      window.addEventListener(
        "pagehide",
        () => navigation.removeEventListener("currententrychange", write)
      );
    }
    read() {
      return new URL(window.parent.location.href).searchParams.get(this.name);
    }
    write() {
      const page = window.parent;
      const value = page && this.value();
      if (value === null || value === void 0) return;
      const address = new URL(page.location.href);
      if ((address.searchParams.get(this.name) ?? "") === value) return;
      if (value) address.searchParams.set(this.name, value);
      else address.searchParams.delete(this.name);
      page.history.replaceState(page.history.state, "", address);
    }
  };

  // dashboard/views/assets/areas.js
  var REST_MS = 500;
  var MAX_CORNERS = 40;
  var [SOUTH, WEST, NORTH, EAST] = [44.5, 4, 59.5, 34];
  var ON = "1";
  var SIGN = "M3 4h12v10H3ZM3 4m-1.5 0a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0M15 14m-1.5 0a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0";
  var within = (value, least, greatest) => Math.min(Math.max(value, least), greatest);
  function areaText(corners) {
    return corners.flatMap(({ lat, lng }) => [within(lat, SOUTH, NORTH), within(lng, WEST, EAST)]).map((degrees) => degrees.toFixed(4)).join(",");
  }
  function boundsText(bounds) {
    return areaText([bounds.getSouthWest(), bounds.getNorthEast()]);
  }
  var Areas = class {
    constructor(map, { areas, words, language }, tell) {
      Object.assign(this, { map, words, language, tell });
      this.text = "";
      this.drawn = L.layerGroup().addTo(map);
      this.param = new PageParam(areas.follow_param, () => this.isFollowing ? ON : "");
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
      this.drawing = shape === "rectangle" ? new L.Draw.Rectangle(this.map, options) : new L.Draw.Polygon(this.map, { ...options, allowIntersection: false, showLength: false });
      this.drawing.enable();
      this.map.getContainer().focus();
    }
    stop() {
      this.drawing?.disable();
      this.drawing = null;
      this.show();
    }
  };
  function putWords(words) {
    const { handlers } = L.drawLocal.draw;
    Object.assign(handlers.rectangle.tooltip, { start: words.area_drag });
    Object.assign(handlers.simpleshape.tooltip, { end: words.area_release });
    Object.assign(handlers.polygon.tooltip, {
      start: words.area_first,
      cont: words.area_next,
      end: words.area_last
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
      summary.innerHTML = `<svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6"><path d="${SIGN}"/></svg>`;
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
  function addAreas(map, options) {
    if (!options.areas || !map.mpPractices) return;
    putWords(options.words);
    const areas = new Areas(map, options, (text) => map.mpPractices.tellArea(text));
    addControl(map, areas, options.words);
    map.mpAreas = areas;
    if (map.mpPractices.newest) areas.settle(map.mpPractices.newest.area);
  }

  // dashboard/views/assets/ground_style.js
  var TILE_PIXELS = 512;
  var CLASSES = [
    { name: "sea", area: true, colour: "sea" },
    { name: "urban", area: true, colour: "urban" },
    { name: "wood", area: true, colour: "wood" },
    { name: "park", area: true, colour: "park" },
    { name: "lake", area: true, colour: "water" },
    { name: "building", area: true, colour: "building", from: 14 },
    {
      name: "stream",
      colour: "water",
      widths: [
        [11, 0.5],
        [16, 2.5]
      ],
      from: 11.5
    },
    {
      name: "river",
      colour: "water",
      widths: [
        [6, 0.8],
        [9, 1.5],
        [12, 3],
        [16, 6]
      ]
    },
    {
      name: "rail",
      colour: "rail",
      widths: [
        [9, 0.6],
        [14, 1.3],
        [17, 2]
      ],
      from: 9
    },
    {
      name: "path",
      colour: "path",
      widths: [
        [14, 0.7],
        [17, 1.4]
      ],
      dash: [3, 2.5],
      from: 14
    },
    {
      name: "service",
      road: true,
      widths: [
        [14, 0.8],
        [17, 5]
      ],
      from: 14
    },
    {
      name: "minor",
      road: true,
      widths: [
        [12, 0.7],
        [14, 2.2],
        [17, 9]
      ],
      from: 12
    },
    {
      name: "tertiary",
      road: true,
      widths: [
        [10, 0.6],
        [14, 3.4],
        [17, 11]
      ],
      from: 10
    },
    {
      name: "secondary",
      road: true,
      widths: [
        [9, 0.8],
        [14, 4.2],
        [17, 12]
      ],
      from: 9
    },
    {
      name: "primary",
      road: "main",
      widths: [
        [7, 0.8],
        [10, 1.8],
        [14, 5],
        [17, 14]
      ],
      from: 8
    },
    {
      name: "motorway",
      road: "motor",
      widths: [
        [6, 1],
        [10, 2.2],
        [14, 5.6],
        [17, 15]
      ],
      from: 6
    },
    {
      name: "commune",
      colour: "line",
      widths: [
        [9, 0.6],
        [13, 1]
      ],
      dash: [4, 3],
      from: 9.5
    },
    {
      name: "county",
      colour: "line",
      widths: [
        [7, 0.7],
        [10, 1.1],
        [13, 1.5]
      ],
      from: 7
    },
    {
      name: "voivodeship",
      colour: "line",
      widths: [
        [6, 1.1],
        [10, 1.7],
        [13, 2.2]
      ],
      from: 9
    },
    {
      name: "country",
      colour: "line-country",
      widths: [
        [6, 1.3],
        [10, 2],
        [13, 2.6]
      ],
      from: 9
    }
  ];
  var LEVELS = { 2: "country", 4: "voivodeship", 6: "county", 7: "commune", 8: "commune" };
  var ROADS = {
    motorway: "motorway",
    motorway_link: "primary",
    trunk: "motorway",
    trunk_link: "primary",
    primary: "primary",
    primary_link: "secondary",
    secondary: "secondary",
    secondary_link: "tertiary",
    tertiary: "tertiary",
    tertiary_link: "minor",
    service: "service",
    track: "path",
    path: "path",
    footway: "path",
    cycleway: "path",
    steps: "path"
  };
  var WOODS = /* @__PURE__ */ new Set(["forest", "wood", "scrub"]);
  var PARKS = /* @__PURE__ */ new Set([
    ...["park", "grass", "grassland", "meadow", "garden", "cemetery", "recreation_ground"],
    ...["golf_course", "pitch", "allotments", "village_green", "zoo"]
  ]);
  var URBAN = /* @__PURE__ */ new Set([
    ...["urban_area", "residential", "commercial", "retail", "industrial", "suburb", "quarter"],
    ...["neighbourhood", "university", "school", "hospital", "pedestrian"]
  ]);
  function ofLand(kind) {
    if (WOODS.has(kind)) return "wood";
    if (PARKS.has(kind)) return "park";
    return URBAN.has(kind) ? "urban" : null;
  }
  function ofWater(kind, isArea) {
    if (isArea) return kind === "ocean" || kind === "sea" ? "sea" : "lake";
    return kind === "river" || kind === "canal" ? "river" : "stream";
  }
  var PROTOMAPS = {
    water: ({ kind }, isArea) => ofWater(kind, isArea),
    landcover: ({ kind }) => ofLand(kind),
    landuse: ({ kind }) => ofLand(kind),
    buildings: (_, isArea) => isArea ? "building" : null,
    roads: ({ kind, kind_detail: detail }) => {
      if (kind === "rail") return "rail";
      if (kind === "path") return "path";
      if (kind === "highway") return ROADS[detail] ?? "motorway";
      return ROADS[detail] ?? (kind === "major_road" ? "secondary" : "minor");
    },
    boundaries: ({ kind_detail: level, kind }) => LEVELS[level] ?? { country: "country", region: "voivodeship" }[kind]
  };
  var OPENMAPTILES = {
    water: ({ class: kind }) => ofWater(kind, true),
    waterway: ({ class: kind }) => ofWater(kind, false),
    landcover: ({ class: kind }) => ofLand(kind),
    landuse: ({ class: kind }) => ofLand(kind),
    park: () => "park",
    building: () => "building",
    transportation: ({ class: kind }) => ["rail", "transit"].includes(kind) ? "rail" : ROADS[kind] ?? "minor",
    boundary: ({ admin_level: level, maritime }) => maritime === 1 ? null : LEVELS[level]
  };
  var PLACES = { city: "city", town: "city", village: "village", hamlet: "village" };
  var SUBURBS = /* @__PURE__ */ new Set(["suburb", "quarter", "neighbourhood", "isolated_dwelling"]);
  function placeOf(kind) {
    return PLACES[kind] ?? (SUBURBS.has(kind) ? "suburb" : null);
  }
  var SCHEMAS = {
    protomaps: {
      classes: PROTOMAPS,
      places: "places",
      placeKind: ({ kind, kind_detail: detail }) => placeOf(detail ?? kind) ?? placeOf(kind),
      lineNames: { roads: "road", water: "water" }
    },
    openmaptiles: {
      classes: OPENMAPTILES,
      places: "place",
      placeKind: ({ class: kind }) => placeOf(kind),
      lineNames: { transportation_name: "road", waterway: "water" }
    }
  };
  function nameOf(properties, language) {
    return properties[`name:${language}`] ?? properties[`name_${language}`] ?? properties.name;
  }
  function widthAt(widths, zoom) {
    const after = widths.findIndex(([at]) => at > zoom);
    if (after === 0) return widths[0][1];
    if (after < 0) return widths[widths.length - 1][1];
    const [[low, narrow], [high, wide]] = [widths[after - 1], widths[after]];
    return narrow * (wide / narrow) ** ((zoom - low) / (high - low));
  }

  // node_modules/@mapbox/point-geometry/index.js
  function Point(x, y) {
    this.x = x;
    this.y = y;
  }
  Point.prototype = {
    /**
     * Clone this point, returning a new point that can be modified
     * without affecting the old one.
     * @return {Point} the clone
     */
    clone() {
      return new Point(this.x, this.y);
    },
    /**
     * Add this point's x & y coordinates to another point,
     * yielding a new point.
     * @param {Point} p the other point
     * @return {Point} output point
     */
    add(p) {
      return this.clone()._add(p);
    },
    /**
     * Subtract this point's x & y coordinates to from point,
     * yielding a new point.
     * @param {Point} p the other point
     * @return {Point} output point
     */
    sub(p) {
      return this.clone()._sub(p);
    },
    /**
     * Multiply this point's x & y coordinates by point,
     * yielding a new point.
     * @param {Point} p the other point
     * @return {Point} output point
     */
    multByPoint(p) {
      return this.clone()._multByPoint(p);
    },
    /**
     * Divide this point's x & y coordinates by point,
     * yielding a new point.
     * @param {Point} p the other point
     * @return {Point} output point
     */
    divByPoint(p) {
      return this.clone()._divByPoint(p);
    },
    /**
     * Multiply this point's x & y coordinates by a factor,
     * yielding a new point.
     * @param {number} k factor
     * @return {Point} output point
     */
    mult(k) {
      return this.clone()._mult(k);
    },
    /**
     * Divide this point's x & y coordinates by a factor,
     * yielding a new point.
     * @param {number} k factor
     * @return {Point} output point
     */
    div(k) {
      return this.clone()._div(k);
    },
    /**
     * Rotate this point around the 0, 0 origin by an angle a,
     * given in radians
     * @param {number} a angle to rotate around, in radians
     * @return {Point} output point
     */
    rotate(a) {
      return this.clone()._rotate(a);
    },
    /**
     * Rotate this point around p point by an angle a,
     * given in radians
     * @param {number} a angle to rotate around, in radians
     * @param {Point} p Point to rotate around
     * @return {Point} output point
     */
    rotateAround(a, p) {
      return this.clone()._rotateAround(a, p);
    },
    /**
     * Multiply this point by a 4x1 transformation matrix
     * @param {[number, number, number, number]} m transformation matrix
     * @return {Point} output point
     */
    matMult(m) {
      return this.clone()._matMult(m);
    },
    /**
     * Calculate this point but as a unit vector from 0, 0, meaning
     * that the distance from the resulting point to the 0, 0
     * coordinate will be equal to 1 and the angle from the resulting
     * point to the 0, 0 coordinate will be the same as before.
     * @return {Point} unit vector point
     */
    unit() {
      return this.clone()._unit();
    },
    /**
     * Compute a perpendicular point, where the new y coordinate
     * is the old x coordinate and the new x coordinate is the old y
     * coordinate multiplied by -1
     * @return {Point} perpendicular point
     */
    perp() {
      return this.clone()._perp();
    },
    /**
     * Return a version of this point with the x & y coordinates
     * rounded to integers.
     * @return {Point} rounded point
     */
    round() {
      return this.clone()._round();
    },
    /**
     * Return the magnitude of this point: this is the Euclidean
     * distance from the 0, 0 coordinate to this point's x and y
     * coordinates.
     * @return {number} magnitude
     */
    mag() {
      return Math.sqrt(this.x * this.x + this.y * this.y);
    },
    /**
     * Judge whether this point is equal to another point, returning
     * true or false.
     * @param {Point} other the other point
     * @return {boolean} whether the points are equal
     */
    equals(other) {
      return this.x === other.x && this.y === other.y;
    },
    /**
     * Calculate the distance from this point to another point
     * @param {Point} p the other point
     * @return {number} distance
     */
    dist(p) {
      return Math.sqrt(this.distSqr(p));
    },
    /**
     * Calculate the distance from this point to another point,
     * without the square root step. Useful if you're comparing
     * relative distances.
     * @param {Point} p the other point
     * @return {number} distance
     */
    distSqr(p) {
      const dx = p.x - this.x, dy = p.y - this.y;
      return dx * dx + dy * dy;
    },
    /**
     * Get the angle from the 0, 0 coordinate to this point, in radians
     * coordinates.
     * @return {number} angle
     */
    angle() {
      return Math.atan2(this.y, this.x);
    },
    /**
     * Get the angle from this point to another point, in radians
     * @param {Point} b the other point
     * @return {number} angle
     */
    angleTo(b) {
      return Math.atan2(this.y - b.y, this.x - b.x);
    },
    /**
     * Get the angle between this point and another point, in radians
     * @param {Point} b the other point
     * @return {number} angle
     */
    angleWith(b) {
      return this.angleWithSep(b.x, b.y);
    },
    /**
     * Find the angle of the two vectors, solving the formula for
     * the cross product a x b = |a||b|sin(θ) for θ.
     * @param {number} x the x-coordinate
     * @param {number} y the y-coordinate
     * @return {number} the angle in radians
     */
    angleWithSep(x, y) {
      return Math.atan2(
        this.x * y - this.y * x,
        this.x * x + this.y * y
      );
    },
    /** @param {[number, number, number, number]} m */
    _matMult(m) {
      const x = m[0] * this.x + m[1] * this.y, y = m[2] * this.x + m[3] * this.y;
      this.x = x;
      this.y = y;
      return this;
    },
    /** @param {Point} p */
    _add(p) {
      this.x += p.x;
      this.y += p.y;
      return this;
    },
    /** @param {Point} p */
    _sub(p) {
      this.x -= p.x;
      this.y -= p.y;
      return this;
    },
    /** @param {number} k */
    _mult(k) {
      this.x *= k;
      this.y *= k;
      return this;
    },
    /** @param {number} k */
    _div(k) {
      this.x /= k;
      this.y /= k;
      return this;
    },
    /** @param {Point} p */
    _multByPoint(p) {
      this.x *= p.x;
      this.y *= p.y;
      return this;
    },
    /** @param {Point} p */
    _divByPoint(p) {
      this.x /= p.x;
      this.y /= p.y;
      return this;
    },
    _unit() {
      this._div(this.mag());
      return this;
    },
    _perp() {
      const y = this.y;
      this.y = this.x;
      this.x = -y;
      return this;
    },
    /** @param {number} angle */
    _rotate(angle) {
      const cos = Math.cos(angle), sin = Math.sin(angle), x = cos * this.x - sin * this.y, y = sin * this.x + cos * this.y;
      this.x = x;
      this.y = y;
      return this;
    },
    /**
     * @param {number} angle
     * @param {Point} p
     */
    _rotateAround(angle, p) {
      const cos = Math.cos(angle), sin = Math.sin(angle), x = p.x + cos * (this.x - p.x) - sin * (this.y - p.y), y = p.y + sin * (this.x - p.x) + cos * (this.y - p.y);
      this.x = x;
      this.y = y;
      return this;
    },
    _round() {
      this.x = Math.round(this.x);
      this.y = Math.round(this.y);
      return this;
    },
    constructor: Point
  };
  Point.convert = function(p) {
    if (p instanceof Point) {
      return (
        /** @type {Point} */
        p
      );
    }
    if (Array.isArray(p)) {
      return new Point(+p[0], +p[1]);
    }
    if (p.x !== void 0 && p.y !== void 0) {
      return new Point(+p.x, +p.y);
    }
    throw new Error("Expected [x, y] or {x, y} point format");
  };

  // node_modules/@mapbox/vector-tile/index.js
  var VectorTileFeature = class {
    /**
     * @param {PbfReader} pbf
     * @param {number} end
     * @param {number} extent
     * @param {string[]} keys
     * @param {(number | string | boolean)[]} values
     */
    constructor(pbf, end, extent, keys, values) {
      this.properties = /* @__PURE__ */ Object.create(null);
      this.extent = extent;
      this.type = 0;
      this.id = void 0;
      this._pbf = pbf;
      this._geometry = -1;
      this._keys = keys;
      this._values = values;
      while (pbf.pos < end) {
        const tag = pbf.readVarint();
        if (tag === 8) this.id = pbf.readVarint();
        else if (tag === 18) {
          const tagsEnd = pbf.readVarint() + pbf.pos;
          while (pbf.pos < tagsEnd) {
            const key = keys[pbf.readVarint()];
            const value = values[pbf.readVarint()];
            this.properties[key] = value;
          }
        } else if (tag === 24) this.type = /** @type {0 | 1 | 2 | 3} */
        pbf.readVarint();
        else if (tag === 34) {
          this._geometry = pbf.pos;
          pbf.skip(tag);
        } else pbf.skip(tag);
      }
    }
    loadGeometry() {
      if (this._geometry < 0) throw new Error("feature has no geometry");
      const pbf = this._pbf;
      pbf.pos = this._geometry;
      const end = pbf.readVarint() + pbf.pos;
      const lines = [];
      let line;
      let cmd = 1;
      let length = 0;
      let x = 0;
      let y = 0;
      while (pbf.pos < end) {
        if (length <= 0) {
          const cmdLen = pbf.readVarint();
          cmd = cmdLen & 7;
          length = cmdLen >> 3;
          if (length === 0) continue;
        }
        length--;
        if (cmd === 1) {
          x += pbf.readSVarint();
          y += pbf.readSVarint();
          if (line) lines.push(line);
          line = [new Point(x, y)];
        } else if (cmd === 2) {
          x += pbf.readSVarint();
          y += pbf.readSVarint();
          if (line) line.push(new Point(x, y));
        } else if (cmd === 7) {
          if (line) {
            line.push(line[0].clone());
          }
        } else {
          throw new Error(`unknown command ${cmd}`);
        }
      }
      if (line) lines.push(line);
      return lines;
    }
    bbox() {
      if (this._geometry < 0) throw new Error("feature has no geometry");
      const pbf = this._pbf;
      pbf.pos = this._geometry;
      const end = pbf.readVarint() + pbf.pos;
      let cmd = 1, length = 0, x = 0, y = 0, x1 = Infinity, x2 = -Infinity, y1 = Infinity, y2 = -Infinity;
      while (pbf.pos < end) {
        if (length <= 0) {
          const cmdLen = pbf.readVarint();
          cmd = cmdLen & 7;
          length = cmdLen >> 3;
          if (length === 0) continue;
        }
        length--;
        if (cmd === 1 || cmd === 2) {
          x += pbf.readSVarint();
          y += pbf.readSVarint();
          if (x < x1) x1 = x;
          if (x > x2) x2 = x;
          if (y < y1) y1 = y;
          if (y > y2) y2 = y;
        } else if (cmd !== 7) {
          throw new Error(`unknown command ${cmd}`);
        }
      }
      return [x1, y1, x2, y2];
    }
    /**
     * @param {number} x
     * @param {number} y
     * @param {number} z
     * @return {Feature}
     */
    toGeoJSON(x, y, z) {
      const size = this.extent * Math.pow(2, z), x0 = this.extent * x, y0 = this.extent * y, vtCoords = this.loadGeometry();
      function projectPoint(p) {
        return [
          (p.x + x0) * 360 / size - 180,
          360 / Math.PI * Math.atan(Math.exp((1 - (p.y + y0) * 2 / size) * Math.PI)) - 90
        ];
      }
      function projectLine(line) {
        return line.map(projectPoint);
      }
      let geometry;
      if (this.type === 1) {
        const points = [];
        for (const line of vtCoords) {
          points.push(line[0]);
        }
        const coordinates = projectLine(points);
        geometry = points.length === 1 ? { type: "Point", coordinates: coordinates[0] } : { type: "MultiPoint", coordinates };
      } else if (this.type === 2) {
        const coordinates = vtCoords.map(projectLine);
        geometry = coordinates.length === 1 ? { type: "LineString", coordinates: coordinates[0] } : { type: "MultiLineString", coordinates };
      } else if (this.type === 3) {
        const polygons = classifyRings(vtCoords);
        const coordinates = [];
        for (const polygon of polygons) {
          coordinates.push(polygon.map(projectLine));
        }
        geometry = coordinates.length === 1 ? { type: "Polygon", coordinates: coordinates[0] } : { type: "MultiPolygon", coordinates };
      } else {
        throw new Error("unknown feature type");
      }
      const result = {
        type: "Feature",
        geometry,
        properties: this.properties
      };
      if (this.id != null) {
        result.id = this.id;
      }
      return result;
    }
  };
  VectorTileFeature.types = ["Unknown", "Point", "LineString", "Polygon"];
  function classifyRings(rings) {
    const len = rings.length;
    if (len <= 1) return [rings];
    const polygons = [];
    let polygon, ccw;
    for (let i = 0; i < len; i++) {
      const area = signedArea(rings[i]);
      if (area === 0) continue;
      if (ccw === void 0) ccw = area < 0;
      if (ccw === area < 0) {
        if (polygon) polygons.push(polygon);
        polygon = [rings[i]];
      } else if (polygon) {
        polygon.push(rings[i]);
      }
    }
    if (polygon) polygons.push(polygon);
    return polygons;
  }
  function signedArea(ring) {
    let sum = 0;
    for (let i = 0, len = ring.length, j = len - 1, p1, p2; i < len; j = i++) {
      p1 = ring[i];
      p2 = ring[j];
      sum += (p2.x - p1.x) * (p1.y + p2.y);
    }
    return sum;
  }
  var VectorTileLayer = class {
    /**
     * @param {PbfReader} pbf
     * @param {number} [end]
     */
    constructor(pbf, end) {
      this.version = 1;
      this.name = "";
      this.extent = 4096;
      this.length = 0;
      this._pbf = pbf;
      this._keys = [];
      this._values = [];
      this._features = [];
      if (end === void 0) end = pbf.length;
      while (pbf.pos < end) {
        const tag = pbf.readVarint();
        if (tag === 10) this.name = pbf.readString();
        else if (tag === 18) {
          this._features.push(pbf.pos);
          pbf.skip(tag);
        } else if (tag === 26) this._keys.push(pbf.readString());
        else if (tag === 34) this._values.push(readValueMessage(pbf));
        else if (tag === 40) this.extent = pbf.readVarint();
        else if (tag === 120) this.version = pbf.readVarint();
        else pbf.skip(tag);
      }
      this.length = this._features.length;
    }
    /** return feature `i` from this layer as a `VectorTileFeature`
     * @param {number} i
     */
    feature(i) {
      if (i < 0 || i >= this._features.length) throw new Error("feature index out of bounds");
      this._pbf.pos = this._features[i];
      const end = this._pbf.readVarint() + this._pbf.pos;
      return new VectorTileFeature(this._pbf, end, this.extent, this._keys, this._values);
    }
  };
  function readValueMessage(pbf) {
    let value = null;
    const end = pbf.readVarint() + pbf.pos;
    while (pbf.pos < end) {
      const tag = pbf.readVarint();
      value = tag === 10 ? pbf.readString() : tag === 21 ? pbf.readFloat() : tag === 25 ? pbf.readDouble() : tag === 32 ? pbf.readVarint(true) : tag === 40 ? pbf.readVarint() : tag === 48 ? pbf.readSVarint() : tag === 56 ? pbf.readBoolean() : (pbf.skip(tag), null);
    }
    if (value == null) {
      throw new Error("unknown feature value");
    }
    return value;
  }
  var VectorTile = class {
    /**
     * @param {PbfReader} pbf
     * @param {number} [end]
     */
    constructor(pbf, end = pbf.length) {
      const layers = /* @__PURE__ */ Object.create(null);
      while (pbf.pos < end) {
        const tag = pbf.readVarint();
        if (tag === 26) {
          const layer = new VectorTileLayer(pbf, pbf.readVarint() + pbf.pos);
          if (layer.length) layers[layer.name] = layer;
        } else pbf.skip(tag);
      }
      this.layers = layers;
    }
  };

  // node_modules/pbf/index.js
  var SHIFT_LEFT_32 = (1 << 16) * (1 << 16);
  var SHIFT_RIGHT_32 = 1 / SHIFT_LEFT_32;
  var TEXT_DECODER_MIN_LENGTH = 12;
  var utf8TextDecoder = typeof TextDecoder === "undefined" ? null : new TextDecoder("utf-8");
  var PBF_VARINT = 0;
  var PBF_FIXED64 = 1;
  var PBF_BYTES = 2;
  var PBF_FIXED32 = 5;
  var PbfReader = class {
    /**
     * @param {Uint8Array | ArrayBuffer} buf
     */
    constructor(buf) {
      this.buf = ArrayBuffer.isView(buf) ? buf : new Uint8Array(buf);
      this.dataView = new DataView(this.buf.buffer, this.buf.byteOffset, this.buf.byteLength);
      this.pos = 0;
      this.type = 0;
      this._valueStart = -1;
      this.length = this.buf.length;
    }
    /**
     * @template T
     * @param {(tag: number, result: T, pbf: PbfReader) => void} readField
     * @param {T} result
     * @param {number} [end]
     */
    readFields(readField, result, end = this.length) {
      let field;
      while (field = this.nextField(end)) {
        readField(field, result, this);
      }
      return result;
    }
    /**
     * @template T
     * @param {(tag: number, result: T, pbf: PbfReader) => void} readField
     * @param {T} result
     */
    readMessage(readField, result) {
      return this.readFields(readField, result, this.readVarint() + this.pos);
    }
    readFixed32() {
      const val = this.dataView.getUint32(this.pos, true);
      this.pos += 4;
      return val;
    }
    readSFixed32() {
      const val = this.dataView.getInt32(this.pos, true);
      this.pos += 4;
      return val;
    }
    // 64-bit int handling is based on github.com/dpw/node-buffer-more-ints (MIT-licensed)
    readFixed64() {
      const val = this.dataView.getUint32(this.pos, true) + this.dataView.getUint32(this.pos + 4, true) * SHIFT_LEFT_32;
      this.pos += 8;
      return val;
    }
    readSFixed64() {
      const val = this.dataView.getUint32(this.pos, true) + this.dataView.getInt32(this.pos + 4, true) * SHIFT_LEFT_32;
      this.pos += 8;
      return val;
    }
    readFloat() {
      const val = this.dataView.getFloat32(this.pos, true);
      this.pos += 4;
      return val;
    }
    readDouble() {
      const val = this.dataView.getFloat64(this.pos, true);
      this.pos += 8;
      return val;
    }
    /**
     * @param {boolean} [isSigned]
     */
    readVarint(isSigned) {
      const buf = this.buf;
      const b0 = buf[this.pos++];
      if (b0 < 128) return b0;
      let val = b0 & 127, b;
      b = buf[this.pos++];
      val |= (b & 127) << 7;
      if (b < 128) return val;
      b = buf[this.pos++];
      val |= (b & 127) << 14;
      if (b < 128) return val;
      b = buf[this.pos++];
      val |= (b & 127) << 21;
      if (b < 128) return val;
      b = buf[this.pos];
      val |= (b & 15) << 28;
      return readVarintRemainder(val, isSigned, this);
    }
    readSVarint() {
      const num = this.readVarint();
      return num % 2 === 1 ? (num + 1) / -2 : num / 2;
    }
    readBoolean() {
      return Boolean(this.readVarint());
    }
    readString() {
      const end = this.readVarint() + this.pos;
      const pos = this.pos;
      this.pos = end;
      if (end - pos >= TEXT_DECODER_MIN_LENGTH && utf8TextDecoder) {
        return utf8TextDecoder.decode(this.buf.subarray(pos, end));
      }
      return readUtf8(this.buf, pos, end);
    }
    readBytes() {
      const end = this.readVarint() + this.pos, buffer = this.buf.subarray(this.pos, end);
      this.pos = end;
      return buffer;
    }
    // verbose for performance reasons; doesn't affect gzipped size
    /**
     * @param {number[]} [arr]
     * @param {boolean} [isSigned]
     */
    readPackedVarint(arr = [], isSigned) {
      const end = this.readPackedEnd();
      while (this.pos < end) arr.push(this.readVarint(isSigned));
      return arr;
    }
    /** @param {number[]} [arr] */
    readPackedSVarint(arr = []) {
      const end = this.readPackedEnd();
      while (this.pos < end) arr.push(this.readSVarint());
      return arr;
    }
    /** @param {boolean[]} [arr] */
    readPackedBoolean(arr = []) {
      const end = this.readPackedEnd();
      while (this.pos < end) arr.push(this.readBoolean());
      return arr;
    }
    /** @param {number[]} [arr] */
    readPackedFloat(arr = []) {
      const end = this.readPackedEnd();
      while (this.pos < end) arr.push(this.readFloat());
      return arr;
    }
    /** @param {number[]} [arr] */
    readPackedDouble(arr = []) {
      const end = this.readPackedEnd();
      while (this.pos < end) arr.push(this.readDouble());
      return arr;
    }
    /** @param {number[]} [arr] */
    readPackedFixed32(arr = []) {
      const end = this.readPackedEnd();
      while (this.pos < end) arr.push(this.readFixed32());
      return arr;
    }
    /** @param {number[]} [arr] */
    readPackedSFixed32(arr = []) {
      const end = this.readPackedEnd();
      while (this.pos < end) arr.push(this.readSFixed32());
      return arr;
    }
    /** @param {number[]} [arr] */
    readPackedFixed64(arr = []) {
      const end = this.readPackedEnd();
      while (this.pos < end) arr.push(this.readFixed64());
      return arr;
    }
    /** @param {number[]} [arr] */
    readPackedSFixed64(arr = []) {
      const end = this.readPackedEnd();
      while (this.pos < end) arr.push(this.readSFixed64());
      return arr;
    }
    readPackedEnd() {
      return this.type === PBF_BYTES ? this.readVarint() + this.pos : this.pos + 1;
    }
    /**
     * Advance to the next field. Returns the field number, or 0 at end-of-message.
     * @param {number} [end]
     */
    nextField(end = this.length) {
      if (this.pos === this._valueStart) this.skip(this.type);
      if (this.pos >= end) return 0;
      const tag = this.readVarint();
      this.type = tag & 7;
      this._valueStart = this.pos;
      return tag >>> 3;
    }
    /** @param {number} val */
    skip(val) {
      const type = val & 7;
      if (type === PBF_VARINT) while (this.buf[this.pos++] > 127) {
      }
      else if (type === PBF_BYTES) this.pos = this.readVarint() + this.pos;
      else if (type === PBF_FIXED32) this.pos += 4;
      else if (type === PBF_FIXED64) this.pos += 8;
      else throw new Error(`Unimplemented type: ${type}`);
    }
  };
  function readVarintRemainder(l, s, p) {
    const buf = p.buf;
    let h, b;
    b = buf[p.pos++];
    h = (b & 112) >> 4;
    if (b < 128) return toNum(l, h, s);
    b = buf[p.pos++];
    h |= (b & 127) << 3;
    if (b < 128) return toNum(l, h, s);
    b = buf[p.pos++];
    h |= (b & 127) << 10;
    if (b < 128) return toNum(l, h, s);
    b = buf[p.pos++];
    h |= (b & 127) << 17;
    if (b < 128) return toNum(l, h, s);
    b = buf[p.pos++];
    h |= (b & 127) << 24;
    if (b < 128) return toNum(l, h, s);
    b = buf[p.pos++];
    h |= (b & 1) << 31;
    if (b < 128) return toNum(l, h, s);
    throw new Error("Expected varint not more than 10 bytes");
  }
  function toNum(low, high, isSigned) {
    return isSigned ? high * 4294967296 + (low >>> 0) : (high >>> 0) * 4294967296 + (low >>> 0);
  }
  function readUtf8(buf, pos, end) {
    let str = "";
    let i = pos;
    while (i < end) {
      const b0 = buf[i];
      let c = null;
      let bytesPerSequence = b0 > 239 ? 4 : b0 > 223 ? 3 : b0 > 191 ? 2 : 1;
      if (i + bytesPerSequence > end) break;
      let b1, b2, b3;
      if (bytesPerSequence === 1) {
        if (b0 < 128) {
          c = b0;
        }
      } else if (bytesPerSequence === 2) {
        b1 = buf[i + 1];
        if ((b1 & 192) === 128) {
          c = (b0 & 31) << 6 | b1 & 63;
          if (c <= 127) {
            c = null;
          }
        }
      } else if (bytesPerSequence === 3) {
        b1 = buf[i + 1];
        b2 = buf[i + 2];
        if ((b1 & 192) === 128 && (b2 & 192) === 128) {
          c = (b0 & 15) << 12 | (b1 & 63) << 6 | b2 & 63;
          if (c <= 2047 || c >= 55296 && c <= 57343) {
            c = null;
          }
        }
      } else if (bytesPerSequence === 4) {
        b1 = buf[i + 1];
        b2 = buf[i + 2];
        b3 = buf[i + 3];
        if ((b1 & 192) === 128 && (b2 & 192) === 128 && (b3 & 192) === 128) {
          c = (b0 & 15) << 18 | (b1 & 63) << 12 | (b2 & 63) << 6 | b3 & 63;
          if (c <= 65535 || c >= 1114112) {
            c = null;
          }
        }
      }
      if (c === null) {
        c = 65533;
        bytesPerSequence = 1;
      } else if (c > 65535) {
        c -= 65536;
        str += String.fromCharCode(c >>> 10 & 1023 | 55296);
        c = 56320 | c & 1023;
      }
      str += String.fromCharCode(c);
      i += bytesPerSequence;
    }
    return str;
  }

  // dashboard/views/assets/vector_tiles.js
  var NO_CONTENT = 204;
  var MOST_HELD = 240;
  var [LINE, AREA] = [2, 3];
  function trace(path, rings, scale, isArea) {
    rings.forEach((ring) => {
      path.moveTo(ring[0].x * scale, ring[0].y * scale);
      for (let at = 1; at < ring.length; at++) path.lineTo(ring[at].x * scale, ring[at].y * scale);
      if (isArea) path.closePath();
    });
  }
  function eachFeature(layer, act) {
    for (let at = 0; at < layer.length; at++) act(layer.feature(at));
  }
  function readTile(bytes, { schema, language }) {
    const { layers } = new VectorTile(new PbfReader(new Uint8Array(bytes)));
    const { classes, places, placeKind, lineNames } = SCHEMAS[schema];
    const tile = { paths: /* @__PURE__ */ new Map(), places: [], lines: [] };
    Object.entries(layers).forEach(([name, layer]) => {
      const scale = TILE_PIXELS / layer.extent;
      if (classes[name])
        eachFeature(layer, (each) => addPath(tile.paths, each, classes[name], scale));
      const kind = lineNames[name];
      if (kind) eachFeature(layer, (each) => addLine(tile.lines, each, { kind, language, scale }));
    });
    if (layers[places]) {
      const scale = TILE_PIXELS / layers[places].extent;
      eachFeature(layers[places], (each) => {
        const kind = placeKind(each.properties);
        const text = nameOf(each.properties, language);
        if (!kind || !text) return;
        const [[{ x, y }]] = each.loadGeometry();
        const population = Number(each.properties.population) || 0;
        tile.places.push({ text, kind, population, x: x * scale, y: y * scale });
      });
    }
    return tile;
  }
  function addPath(paths, feature, classify, scale) {
    const isArea = feature.type === AREA;
    if (feature.type !== LINE && !isArea) return;
    const name = classify(feature.properties, isArea);
    if (!name) return;
    if (!paths.has(name)) paths.set(name, new Path2D());
    trace(paths.get(name), feature.loadGeometry(), scale, isArea);
  }
  function addLine(lines, feature, { kind, language, scale }) {
    const text = feature.type === LINE && nameOf(feature.properties, language);
    if (!text) return;
    feature.loadGeometry().forEach((line) => {
      lines.push({ text, kind, points: line.map(({ x, y }) => [x * scale, y * scale]) });
    });
  }
  var TileSource = class {
    /* `arrived` is called when a tile is here, `failed` when one could not be had. */
    constructor({ address, zooms, schema, language }, { arrived, failed }) {
      Object.assign(this, { address, zooms, schema, language, arrived, failed });
      this.held = /* @__PURE__ */ new Map();
    }
    /* The tile that holds another one, which may be closer than this source goes. */
    within({ z, x, y }) {
      const up = Math.max(0, z - this.zooms[1]);
      return { z: z - up, x: x >> up, y: y >> up };
    }
    /* A tile: null where there is none, undefined as long as it is not here. */
    get({ z, x, y }) {
      if (z < this.zooms[0]) return null;
      const key = `${z}/${x}/${y}`;
      if (!this.held.has(key)) {
        this.load(key, { z, x, y });
        return void 0;
      }
      const tile = this.held.get(key);
      this.held.delete(key);
      this.held.set(key, tile);
      return tile;
    }
    /* The nearest tile around one that is here already, to be shown until that comes. */
    around({ z, x, y }) {
      for (let up = 1; z - up >= this.zooms[0]; up++) {
        const place = { z: z - up, x: x >> up, y: y >> up };
        const tile = this.held.get(`${place.z}/${place.x}/${place.y}`);
        if (tile) return { tile, place };
      }
      return null;
    }
    async load(key, { z, x, y }) {
      this.held.set(key, void 0);
      const address = this.address.replace("{z}", z).replace("{x}", x).replace("{y}", y);
      try {
        const answer = await fetch(address);
        if (!answer.ok) throw new Error(`${answer.status} ${address}`);
        const isEmpty = answer.status === NO_CONTENT;
        this.held.set(key, isEmpty ? null : readTile(await answer.arrayBuffer(), this));
      } catch (error) {
        console.warn(error);
        this.held.set(key, null);
        this.failed();
      }
      this.forgetOldest();
      this.arrived();
    }
    forgetOldest() {
      for (const [key, tile] of this.held) {
        if (this.held.size <= MOST_HELD) return;
        if (tile !== void 0) this.held.delete(key);
      }
    }
  };

  // dashboard/views/assets/ground_layer.js
  var PADDING = 0.2;
  var FINEST = 2;
  var CASED_FROM = 12.5;
  var GroundLayer = L.Layer.extend({
    initialize({ sources, language }) {
      this.sources = sources.map((source, rank) => {
        const failed = () => this._map?.fire("mp-tiles-failed", { rank });
        return new TileSource({ ...source, language }, { arrived: () => this.drawSoon(), failed });
      });
      this.tiles = [];
    },
    onAdd(map) {
      this.canvas = L.DomUtil.create(
        "canvas",
        "mp-canvas leaflet-zoom-animated",
        map.getPane("mp-detail")
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
        "mp-theme": this.draw
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
      const z = Math.max(0, Math.floor(this.zoom + 1e-3) - 1);
      const size = TILE_PIXELS * 2 ** (this.zoom - z - 1);
      const wanted = /* @__PURE__ */ new Map();
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
        const around = tile === void 0 && source.around(place);
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
      const pixel = fine / scale;
      const drawn = CLASSES.filter(({ name, from = 0 }) => tile.paths.has(name) && this.zoom >= from);
      if (this.zoom >= CASED_FROM) {
        drawn.filter(({ road }) => road).forEach(({ name, widths }) => {
          this.stroke(context, tile.paths.get(name), {
            colour: colours("casing"),
            width: (widthAt(widths, this.zoom) + 1.4) * pixel
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
        const width2 = widthAt(widths, this.zoom) * pixel;
        this.stroke(context, path, {
          colour: colours(road ? this.roadColour(road) : colour),
          width: width2,
          dash: dash?.map((each) => each * pixel)
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
    }
  });

  // dashboard/views/assets/inset.js
  var SVG = "http://www.w3.org/2000/svg";
  var FROM_ZOOM = 8.5;
  var WIDTH = 84;
  var COARSE = 0.6;
  function svg(tag, attributes) {
    const node = document.createElementNS(SVG, tag);
    Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
    return node;
  }
  function outline(features, at) {
    const rings = features.flatMap(
      ({ geometry: { type, coordinates } }) => (type === "Polygon" ? [coordinates] : coordinates).map(([outer]) => outer)
    );
    return rings.map((ring) => {
      const points = [];
      ring.forEach(([lon, lat]) => {
        const { x, y } = at([lat, lon]);
        const last = points[points.length - 1];
        if (!last || Math.hypot(x - last[0], y - last[1]) > COARSE) points.push([x, y]);
      });
      return points.length > 2 ? `M${points.map((point) => point.map((each) => each.toFixed(1)).join(" ")).join("L")}Z` : "";
    }).join("");
  }
  var Inset = class {
    constructor(map, country) {
      this.map = map;
      const [southWest, northEast] = country;
      const [low, high] = [map.project(southWest, 5), map.project(northEast, 5)];
      const scale = WIDTH / (high.x - low.x);
      this.at = (latlng) => map.project(latlng, 5).subtract([low.x, high.y]).multiplyBy(scale);
      this.height = (low.y - high.y) * scale;
      this.frame = svg("rect", { class: "mp-inset-frame", rx: 1 });
      this.box = element("div", "mp-inset");
    }
    /* Drawn when it is first seen. */
    fill() {
      const { voivodeships } = window.mapaPraktyk.ground;
      const picture = svg("svg", {
        width: WIDTH,
        height: this.height.toFixed(0),
        "aria-hidden": "true"
      });
      picture.append(svg("path", { d: outline(voivodeships.features, this.at) }), this.frame);
      this.box.append(picture);
    }
    show() {
      const isClose = this.map.getZoom() >= FROM_ZOOM;
      this.box.hidden = !isClose;
      if (!isClose) return;
      if (!this.box.firstChild) this.fill();
      const bounds = this.map.getBounds();
      const [start, end] = [this.at(bounds.getNorthWest()), this.at(bounds.getSouthEast())];
      const size = end.subtract(start);
      const [width, height] = [Math.max(5, size.x), Math.max(5, size.y)];
      const middle = start.add(end).divideBy(2);
      const place = { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
      Object.entries(place).forEach(
        ([name, value]) => this.frame.setAttribute(name, value.toFixed(1))
      );
    }
  };
  function addInset(map, { country, label }) {
    const inset = new Inset(map, country);
    const control = L.control({ position: "topright" });
    control.onAdd = () => inset.box;
    inset.box.title = label;
    control.addTo(map);
    map.on("moveend resize", () => inset.show());
    inset.show();
  }

  // dashboard/views/assets/servers.js
  var SILENT_MS = 8e3;
  var PANE = "mp-servers";
  var SIGN2 = "M9 2L16 6L9 10L2 6ZM2 9.2L9 13.2L16 9.2M2 12.4L9 16.4L16 12.4";
  function attributionMarkup({ attribution, attributionUrl }) {
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
      pane: PANE
    };
    return server.service ? L.tileLayer.wms(server.url, options) : L.tileLayer(server.url, options);
  }
  var Arrivals = class {
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
  };
  var ServerMaps = class {
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
      if (this.shown === void 0) return null;
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
      const isNamed = shown && !shown.placeNames && this.arrivals.state !== "failed" && this.map.getZoom() >= shown.options.minZoom;
      this.map.getContainer().classList.toggle("mp-named-pictures", Boolean(isNamed));
    }
  };
  function choice(maps, server, label) {
    const row = element("label", "mp-choice");
    const radio = element("input");
    Object.assign(radio, { type: "radio", name: "mp-ground", checked: maps.shown === server });
    radio.addEventListener("change", () => maps.show(server));
    row.append(radio, element("span", "", label));
    return row;
  }
  function addSwitch(map, maps, words) {
    const control = L.control({ position: "topleft" });
    control.onAdd = () => {
      const box = L.DomUtil.create("details", "leaflet-bar mp-switch");
      const summary = element("summary");
      summary.title = words.ground_choice;
      summary.setAttribute("aria-label", words.ground_choice);
      summary.innerHTML = `<svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"><path d="${SIGN2}"/></svg>`;
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
  function closeWhenLeft(map, box, summary) {
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !box.open) return;
      event.stopPropagation();
      box.open = false;
      summary.focus();
    });
    map.on("click movestart", () => box.open = false);
  }
  function addServers(map, options) {
    const { servers } = options.ground;
    if (!servers?.maps.length) return;
    const maps = new ServerMaps(map, options);
    maps.show(maps.first);
    addSwitch(map, maps, options.words);
  }

  // dashboard/views/assets/ground.js
  var BORDERS_FROM = 9;
  function sayFailed(map, rank, { sources, words }) {
    if (rank === sources.length - 1) return;
    const note = element("p", "mp-note", words.ground_failed);
    note.setAttribute("role", "status");
    map.getContainer().append(note);
  }
  function addGround(map, options) {
    const { ground, language, words, country } = options;
    const { sources } = ground;
    L.control.scale({ imperial: false, position: "bottomleft", maxWidth: 90 }).addTo(map);
    addInset(map, { country, label: words.inset });
    addServers(map, options);
    addAreas(map, options);
    const classes = map.getContainer().classList;
    const follow = () => classes.toggle("mp-close-up", map.getZoom() >= BORDERS_FROM);
    if (!sources.length) return;
    map.once("mp-tiles-failed", ({ rank }) => sayFailed(map, rank, { sources, words }));
    map.mpGround = new GroundLayer({ sources, language }).addTo(map);
    map.on("zoomend", follow);
    follow();
  }

  // dashboard/views/assets/map-detail.js
  window.mapaPraktyk = Object.assign(window.mapaPraktyk || {}, { addGround });
})();
/*! This script holds @mapbox/vector-tile, pbf and @mapbox/point-geometry.

Copyright (c) 2024-2026, Mapbox. All rights reserved.

Redistribution and use in source and binary forms, with or without modification, are permitted
provided that the following conditions are met:

* Redistributions of source code must retain the above copyright notice, this list of conditions and
  the following disclaimer.
* Redistributions in binary form must reproduce the above copyright notice, this list of conditions
  and the following disclaimer in the documentation and/or other materials provided with the
  distribution.
* Neither the name of Mapbox nor the names of its contributors may be used to endorse or promote
  products derived from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED
WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A
PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR
ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT
LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR
TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF
ADVISED OF THE POSSIBILITY OF SUCH DAMAGE. */
