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
  function motion() {
    return !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  // dashboard/views/assets/ground_style.js
  var TILE_PIXELS = 512;

  // dashboard/views/assets/placement.js
  var STRAIGHT = 0.97;
  var Boxes = class _Boxes {
    constructor() {
      this.cells = /* @__PURE__ */ new Map();
    }
    static cellsOf([left, top, right, bottom]) {
      const keys = [];
      for (let y = Math.floor(top / 64); y <= Math.floor(bottom / 64); y++) {
        for (let x = Math.floor(left / 64); x <= Math.floor(right / 64); x++) keys.push(`${x}/${y}`);
      }
      return keys;
    }
    add(box) {
      _Boxes.cellsOf(box).forEach((key) => {
        if (!this.cells.has(key)) this.cells.set(key, []);
        this.cells.get(key).push(box);
      });
    }
    /* How many of them some boxes meet. */
    hits(boxes) {
      const met = /* @__PURE__ */ new Set();
      boxes.forEach((box) => {
        _Boxes.cellsOf(box).forEach((key) => {
          this.cells.get(key)?.forEach((other) => {
            if (box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])
              met.add(other);
          });
        });
      });
      return met.size;
    }
  };
  function lineSpots(points, width) {
    const lengths = [0];
    for (let at2 = 1; at2 < points.length; at2++) {
      const [[x0, y0], [x1, y1]] = [points[at2 - 1], points[at2]];
      lengths.push(lengths[at2 - 1] + Math.hypot(x1 - x0, y1 - y0));
    }
    const whole = lengths[lengths.length - 1];
    if (whole < width) return [];
    const at = (length) => {
      let piece = 1;
      while (piece < lengths.length - 1 && lengths[piece] < length) piece++;
      const part = (length - lengths[piece - 1]) / (lengths[piece] - lengths[piece - 1] || 1);
      const [[x0, y0], [x1, y1]] = [points[piece - 1], points[piece]];
      return [x0 + (x1 - x0) * part, y0 + (y1 - y0) * part];
    };
    const spots = [];
    const steps = Math.max(1, Math.floor((whole - width) / (width / 2)));
    for (let step = 0; step <= steps; step++) {
      const start = (whole - width) * step / steps;
      const [[x0, y0], [x1, y1]] = [at(start), at(start + width)];
      if (Math.hypot(x1 - x0, y1 - y0) < STRAIGHT * width) continue;
      let angle = Math.atan2(y1 - y0, x1 - x0) * 180 / Math.PI;
      if (angle > 90) angle -= 180;
      if (angle <= -90) angle += 180;
      const off = Math.abs(step - steps / 2);
      spots.push({ x: (x0 + x1) / 2, y: (y0 + y1) / 2, angle, off });
    }
    return spots.sort((one, other) => one.off - other.off).slice(0, 8);
  }

  // dashboard/views/assets/names.js
  var LEAST_POPULATION = [
    [11, 0],
    [10.5, 1500],
    [10, 4e3],
    [9, 9e3],
    [8, 45e3],
    [7, 12e4],
    [0, 3e5]
  ];
  var SUBURBS_FROM = 12;
  var ROADS_FROM = 14;
  var WATERS_FROM = 8;
  var DOTS_TO = 12.5;
  var LETTER = { region: 9, city: 7, village: 6.6, suburb: 6.6, water: 6.2, road: 6 };
  var LINE = 17;
  var MOST = 260;
  var SPOTS = {
    region: [0, -20, 20, -40, 40].flatMap((x) => [0, -14, 14, -28, 28, -42, 42].map((y) => ["middle", x, y])).sort(([, ...one], [, ...other]) => Math.hypot(...one) - Math.hypot(...other)),
    point: [
      ["right", 6, 0],
      ["left", -6, 0],
      ["right", 24, 0],
      ["left", -24, 0],
      ["middle", 0, -26],
      ["middle", 0, 26],
      ["right", 22, -14],
      ["right", 22, 14],
      ["left", -22, -14],
      ["left", -22, 14]
    ],
    area: [
      ["middle", 0, 0],
      ["middle", 0, -14],
      ["middle", 0, 14],
      ["right", 18, 0],
      ["left", -18, 0],
      ["middle", 0, -26],
      ["middle", 0, 26]
    ]
  };
  var NEAR = 6;
  var SAME_PLACE = 40;
  var SAME_LINE = 260;
  var SHARE = { left: 1, middle: 0.5, right: 0 };
  var Names = class {
    /* `names` are those that the map has from the start. */
    constructor(map, names) {
      this.map = map;
      this.names = names;
      this.named = [];
      this.layer = L.layerGroup().addTo(map);
      this.drawn = /* @__PURE__ */ new Map();
      this.asked = 0;
      map.on("moveend resize mp-marks mp-ground", () => this.drawSoon());
      this.draw();
    }
    /* Names these places before all others: [lat, lon, text]. */
    always(named) {
      if (JSON.stringify(named) === JSON.stringify(this.named)) return;
      this.named = named;
      this.drawSoon();
    }
    /* Once before the page is painted, however much has changed. */
    drawSoon() {
      cancelAnimationFrame(this.asked);
      this.asked = requestAnimationFrame(() => this.draw());
    }
    /* All that may be named, the most important first, with its point in pixels of the zoom. */
    candidates() {
      const zoom = this.map.getZoom();
      const least = LEAST_POPULATION.find(([from]) => zoom >= from)[1];
      const at = (name) => ({ ...name, point: this.map.project([name.lat, name.lon], zoom) });
      const always = this.named.map(
        ([lat, lon, text]) => at({ lat, lon, text, kind: "city", size: "middle", population: Infinity, isWanted: true })
      );
      const own = this.names.filter(({ population }) => population >= least).map(at);
      const { places, waters, roads } = this.fromTiles(zoom, least);
      return [...always, ...own, ...waters, ...places, ...roads];
    }
    fromTiles(zoom, least) {
      const [places, waters, roads] = [[], [], []];
      for (const { tile, place } of this.map.mpGround?.tiles ?? []) {
        const scale = 2 ** (zoom - place.z - 1);
        const [left, top] = [place.x * TILE_PIXELS, place.y * TILE_PIXELS];
        const inZoom = (x, y) => L.point((left + x) * scale, (top + y) * scale);
        tile.places.forEach((each) => {
          if (each.kind === "suburb" ? zoom < SUBURBS_FROM : each.population < least) return;
          const size = each.kind === "city" && each.population >= 45e3 ? "middle" : "small";
          places.push({ ...each, size, point: inZoom(each.x, each.y) });
        });
        tile.lines.forEach(({ text, kind, points }) => {
          if (zoom < (kind === "road" ? ROADS_FROM : WATERS_FROM)) return;
          const line = { text, kind, points: points.map(([x, y]) => inZoom(x, y)) };
          (kind === "road" ? roads : waters).push(line);
        });
      }
      places.sort((one, other) => other.population - one.population);
      return { places, waters, roads };
    }
    boxesOf({ text, kind, point }, [side, x, y]) {
      const width = text.length * LETTER[kind];
      const [left, top] = [point.x + x - width * SHARE[side], point.y + y - LINE / 2];
      const air = kind === "village" ? 4 : 0;
      return [[left - air, top - air, left + width + air, top + LINE + air]];
    }
    /* A name along a line, as squares one beside another. */
    boxesAlong({ text, kind }, { x, y, angle }) {
      const width = text.length * LETTER[kind];
      const count = Math.max(1, Math.ceil(width / LINE));
      const [cos, sin] = [Math.cos(angle * Math.PI / 180), Math.sin(angle * Math.PI / 180)];
      return Array.from({ length: count }, (_, at) => {
        const along = ((at + 0.5) / count - 0.5) * width;
        const [cx, cy] = [x + along * cos, y + along * sin];
        return [cx - LINE / 2, cy - LINE / 2, cx + LINE / 2, cy + LINE / 2];
      });
    }
    /* The names with the spots where they stand. */
    chosen() {
      const view = this.view();
      const marks = new Boxes();
      const covered = this.map.mpPractices?.marks.boxes() ?? [];
      covered.forEach(({ min, max }) => marks.add([min.x, min.y, max.x, max.y]));
      const taken = new Boxes();
      const texts = /* @__PURE__ */ new Map();
      const found = [];
      for (const name of this.candidates()) {
        if (found.length >= MOST) break;
        if (name.point && !view.contains(name.point)) continue;
        const put = name.points ? this.along(name, { marks, taken, view }) : this.at(name, marks, taken);
        if (!put || this.isTold(texts, name, put.point)) continue;
        put.boxes.forEach((box) => taken.add(box));
        found.push(put);
      }
      return found;
    }
    view() {
      const { min, max } = this.map.getPixelBounds();
      const room = max.subtract(min).multiplyBy(0.1);
      return L.bounds(min.subtract(room), max.add(room));
    }
    /* Whether a name stands close by already; notes it where it does not. */
    isTold(texts, { text, points }, point) {
      const others = texts.get(text) ?? [];
      const least = points ? SAME_LINE : SAME_PLACE;
      if (others.some((other) => other.distanceTo(point) < least)) return true;
      texts.set(text, [...others, point]);
      return false;
    }
    /* The best spot of a name that meets no other and no mark. A place among marks is named beside
       them, or not at all, unless it has to be; a region where the fewest marks are within it. */
    at(name, marks, taken) {
      const spots = this.spots(name, marks);
      const free = spots.filter((spot2) => !taken.hits(this.boxesOf(name, spot2)));
      const usable = free.length || !name.isWanted ? free : spots;
      const counts = usable.map((spot2) => marks.hits(this.boxesOf(name, spot2)));
      const fewest = Math.min(...counts);
      if (fewest > 0 && !name.area && !name.isWanted) return null;
      const spot = usable[counts.indexOf(fewest)];
      return spot && { name, spot, point: name.point, boxes: this.boxesOf(name, spot) };
    }
    along(name, { marks, taken, view }) {
      const width = name.text.length * LETTER[name.kind] + 6;
      const points = name.points.map(({ x, y }) => [x, y]);
      for (const spot of lineSpots(points, width)) {
        const point = L.point(spot.x, spot.y);
        if (!view.contains(point)) continue;
        const boxes = this.boxesAlong(name, spot);
        if (!taken.hits(boxes) && !marks.hits(boxes)) return { name, spot, point, boxes };
      }
      return null;
    }
    /* The spots that would not mislead. */
    spots(name, marks) {
      if (name.area) {
        const middle = this.map.latLngToLayerPoint([name.lat, name.lon]);
        const inside = ([, x, y]) => name.area.getElement().isPointInFill(new DOMPoint(middle.x + x, middle.y + y));
        return SPOTS.region.filter((spot, rank) => rank === 0 || inside(spot));
      }
      if (this.map.getZoom() >= DOTS_TO) return SPOTS.area;
      const near = SPOTS.point.filter(([, x, y]) => Math.hypot(x, y) <= NEAR);
      const isCrowded = near.every((spot) => marks.hits(this.boxesOf(name, spot)) > 0);
      return isCrowded || name.isWanted ? SPOTS.point : near;
    }
    draw() {
      const zoom = this.map.getZoom();
      const wanted = /* @__PURE__ */ new Map();
      this.chosen().forEach(({ name, spot, point }) => {
        const key = [name.text, name.kind, name.size, Object.values(spot), point.round(), zoom].join(
          "|"
        );
        wanted.set(key, () => this.marker(point, this.node(name, spot), zoom));
      });
      this.drawn.forEach((marker, key) => {
        if (wanted.has(key)) return;
        marker.remove();
        this.drawn.delete(key);
      });
      wanted.forEach((make, key) => {
        if (!this.drawn.has(key)) this.drawn.set(key, make().addTo(this.layer));
      });
    }
    marker(point, node, zoom) {
      return labelMarker(this.map.unproject(point, zoom), node);
    }
    node(name, spot) {
      const node = element("span", `mp-${name.kind}`, name.text);
      if (name.size) node.classList.add(`mp-${name.size}`);
      if (name.points) {
        node.style.transform = `translate(-50%, -50%) rotate(${spot.angle.toFixed(1)}deg)`;
        return node;
      }
      const [side, x, y] = spot;
      node.classList.add(`mp-at-${side}`);
      const isPoint = name.kind !== "region" && this.map.getZoom() < DOTS_TO;
      node.classList.toggle("mp-away", Math.hypot(x, y) > NEAR || !isPoint);
      node.style.left = `${x}px`;
      node.style.top = `${y}px`;
      return node;
    }
  };
  function labelMarker(latlng, node) {
    return L.marker(latlng, {
      icon: L.divIcon({ className: "mp-label", html: node, iconSize: null }),
      interactive: false,
      keyboard: false,
      pane: "mp-labels"
    });
  }

  // dashboard/views/assets/basemap.js
  function followTheme() {
    const colour = getComputedStyle(document.documentElement).getPropertyValue("--background-color");
    const hex = /^#([0-9a-f]{6})/i.exec(colour.trim());
    const value = hex ? parseInt(hex[1], 16) : 16777215;
    const light = (value >> 16 & 255) * 0.3 + (value >> 8 & 255) * 0.59 + (value & 255) * 0.11;
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
      population: Infinity
    }));
    const size = ({ population }) => population >= 3e5 ? "large" : population >= 45e3 ? "middle" : "small";
    return regions.concat(
      cities.map((city) => ({ ...city, text: city.name, kind: "city", size: size(city) }))
    );
  }
  function drawCountries(map, neighbours, language) {
    L.geoJSON(neighbours, {
      pane: "mp-ground",
      interactive: false,
      style: { className: "mp-neighbour" }
    }).addTo(map);
    neighbours.features.forEach((feature) => {
      const { label_lat: lat, label_lon: lon } = feature.properties;
      if (lat === void 0) return;
      const name = feature.properties[`name_${language}`];
      labelMarker([lat, lon], element("span", "mp-country", name)).addTo(map);
    });
  }
  function drawVoivodeships(map, voivodeships) {
    return L.geoJSON(voivodeships, {
      pane: "mp-ground",
      interactive: false,
      style: { className: "mp-voivodeship" }
    }).addTo(map);
  }
  function holdView(map, home) {
    map.mpHome = home;
    map.mpTouched = false;
    home();
    ["pointerdown", "wheel", "keydown"].forEach((name) => {
      map.getContainer().addEventListener(name, () => map.mpTouched = true, { passive: true });
    });
    map.on("resize", () => {
      if (!map.mpTouched) map.mpHome();
      else if (map.mpPractices) map.mpPractices.keepInSight();
    });
    const measure = () => map.invalidateSize({ animate: false, debounceMoveend: true });
    new ResizeObserver(measure).observe(map.getContainer());
  }
  function roomBelow(map) {
    const strip = map.getContainer().querySelector(".mp-legend[open]");
    if (!strip) return 0;
    return map.getContainer().getBoundingClientRect().bottom - strip.getBoundingClientRect().top;
  }
  function wholeCountry(map, country, animate) {
    map.fitBounds(country, { paddingBottomRight: [0, roomBelow(map)], animate });
  }
  var PAGE_KEYS = /* @__PURE__ */ new Set(["Escape", "F8", "PageUp", "PageDown"]);
  var ROOM_KEYS = /* @__PURE__ */ new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", " ", "r"]);
  function passKeysOn(container) {
    let clicked = false;
    const pass = (event) => {
      event.stopPropagation();
      event.preventDefault();
      const { key } = event;
      const again = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
      window.parent.document.dispatchEvent(again);
    };
    document.addEventListener("pointerdown", () => clicked = true, {
      capture: true,
      passive: true
    });
    document.addEventListener(
      "keydown",
      (event) => {
        if (event.key === "Tab") clicked = false;
        const isForRoom = clicked && container.classList.contains("mp-large");
        if (ROOM_KEYS.has(event.key) && isForRoom) pass(event);
      },
      { capture: true }
    );
    document.addEventListener("keydown", (event) => PAGE_KEYS.has(event.key) && pass(event));
  }
  function drawBase(map, { language, country, attribution }) {
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
    setTimeout(() => {
      drawCountries(map, ground.neighbours, language);
      const areas = drawVoivodeships(map, ground.voivodeships);
      map.mpNames = new Names(map, placeNames(areas, ground.cities));
      map.fire("mp-base");
    });
  }

  // dashboard/views/assets/clusters.js
  var UNITS_PER_DEGREE = 1e5;
  var TILE = 256;
  var CELL = 46;
  var ROW = 2 ** 26;
  function mercator(degrees) {
    const sine = Math.sin(degrees * Math.PI / 180);
    return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  }
  var Points = class {
    constructor({ practice, lat, lon, section, precision }) {
      this.practices = practice;
      this.sections = section;
      this.precisions = precision;
      this.lat = lat;
      this.lon = lon;
      this.length = practice.length;
      this.x = new Float64Array(this.length);
      this.y = new Float64Array(this.length);
      for (let at = 0; at < this.length; at++) {
        this.x[at] = lon[at] / UNITS_PER_DEGREE / 360 + 0.5;
        this.y[at] = mercator(lat[at] / UNITS_PER_DEGREE);
      }
    }
    latLng(at) {
      return L.latLng(this.lat[at] / UNITS_PER_DEGREE, this.lon[at] / UNITS_PER_DEGREE);
    }
    /* The marks of one practice. */
    of(practice) {
      const found = [];
      if (practice === null) return found;
      for (let at = this.practices.indexOf(practice); at >= 0; ) {
        found.push(at);
        at = this.practices.indexOf(practice, at + 1);
      }
      return found;
    }
    /* The smallest bounds with all the marks for which `has` is true; null where there is none. */
    bounds(has) {
      let [south, west, north, east] = [Infinity, Infinity, -Infinity, -Infinity];
      for (let at = 0; at < this.length; at++) {
        if (!has(at)) continue;
        south = Math.min(south, this.lat[at]);
        north = Math.max(north, this.lat[at]);
        west = Math.min(west, this.lon[at]);
        east = Math.max(east, this.lon[at]);
      }
      if (north < south) return null;
      const corner = (lat, lon) => [lat / UNITS_PER_DEGREE, lon / UNITS_PER_DEGREE];
      return L.latLngBounds(corner(south, west), corner(north, east));
    }
  };
  var Clusters = class {
    constructor(points, shown, zoom, view) {
      this.zoom = zoom;
      this.scale = TILE * 2 ** zoom;
      this.layCells(view);
      this.cells = [];
      this.cellOfPoint = new Int32Array(points.length).fill(-1);
      this.fillCells(points, shown);
      this.groups = [];
      this.joinCells();
      this.countPractices(points);
    }
    layCells({ min, max }) {
      const [wide, high] = [max.x - min.x, max.y - min.y];
      this.left = Math.floor((min.x - wide) / CELL);
      this.top = Math.floor((min.y - high) / CELL);
      this.columns = Math.ceil((max.x + wide) / CELL) - this.left;
      this.rows = Math.ceil((max.y + high) / CELL) - this.top;
      this.cellAt = new Int32Array(this.columns * this.rows).fill(-1);
    }
    /* Whether the groups are known everywhere in some bounds, pixels of the world. */
    covers({ min, max }) {
      const [right, bottom] = [this.left + this.columns, this.top + this.rows];
      return min.x >= this.left * CELL && max.x <= right * CELL && min.y >= this.top * CELL && max.y <= bottom * CELL;
    }
    fillCells(points, shown) {
      for (let at = 0; at < points.length; at++) {
        if (shown && !shown[at]) continue;
        const x = points.x[at] * this.scale;
        const y = points.y[at] * this.scale;
        const index = this.cellIndex(
          Math.floor(x / CELL) - this.left,
          Math.floor(y / CELL) - this.top,
          at
        );
        if (index < 0) continue;
        const cell = this.cells[index];
        cell.count++;
        cell.x += (x - cell.x) / cell.count;
        cell.y += (y - cell.y) / cell.count;
        this.cellOfPoint[at] = index;
      }
    }
    /* The index of a cell, which is made for a first mark; -1 outside. */
    cellIndex(column, row, first) {
      if (column < 0 || column >= this.columns || row < 0 || row >= this.rows) return -1;
      const at = row * this.columns + column;
      if (this.cellAt[at] < 0) {
        this.cellAt[at] = this.cells.length;
        this.cells.push({ column, row, count: 0, first, x: 0, y: 0, group: null });
      }
      return this.cellAt[at];
    }
    /* The fullest cells take in what is close to them in the cells around, so that marks on two
       sides of an edge come together and no two bubbles stand over each other. */
    joinCells() {
      const keyOf = ({ column, row }) => (row + this.top) * ROW + column + this.left;
      const byCount = this.cells.map((cell) => ({ cell, key: keyOf(cell) }));
      byCount.sort((one, other) => other.cell.count - one.cell.count || one.key - other.key);
      for (const { cell: seed, key } of byCount) {
        if (seed.group) continue;
        const joined = [seed, ...this.around(seed)];
        const count = joined.reduce((sum, cell) => sum + cell.count, 0);
        const mean = (axis) => joined.reduce((sum, cell) => sum + cell[axis] * cell.count, 0) / count;
        const group = { key, first: seed.first, count, x: mean("x"), y: mean("y") };
        joined.forEach((cell) => cell.group = group);
        this.groups.push(group);
      }
    }
    /* How many practices a group has, some of which may have several marks in it; those of one
       practice come one after another. */
    countPractices(points) {
      for (let at = 0; at < points.length; at++) {
        const group = this.groupOf(at);
        if (!group || group.newest === points.practices[at]) continue;
        group.newest = points.practices[at];
        group.practices = (group.practices ?? 0) + 1;
      }
    }
    /* The free cells whose marks are, in the mean, closer to a cell's than one side. */
    around(seed) {
      const near = [];
      for (let row = Math.max(0, seed.row - 1); row <= Math.min(this.rows - 1, seed.row + 1); row++) {
        for (let column = Math.max(0, seed.column - 1); column <= Math.min(this.columns - 1, seed.column + 1); column++) {
          const cell = this.cells[this.cellAt[row * this.columns + column]];
          if (!cell || cell === seed || cell.group) continue;
          if (Math.hypot(cell.x - seed.x, cell.y - seed.y) < CELL) near.push(cell);
        }
      }
      return near;
    }
    /* The group of a mark; undefined where it is not seen, or far from the view. */
    groupOf(at) {
      const index = this.cellOfPoint[at];
      return index < 0 ? void 0 : this.cells[index].group;
    }
    members(group) {
      const found = [];
      for (let at = 0; at < this.cellOfPoint.length; at++) {
        if (this.groupOf(at) === group) found.push(at);
      }
      return found;
    }
  };

  // dashboard/views/assets/columns.js
  var PAUSES_MS = [200, 1e3, 3e3];
  function bytesOfText(text) {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  }
  function pause(milliseconds) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
  }
  async function fetchFile({ address, cache }) {
    let answer = await fetch(address, { cache });
    for (const milliseconds of PAUSES_MS) {
      if (answer.ok) break;
      await pause(milliseconds);
      answer = await fetch(address, { cache: cache === "no-store" ? cache : "reload" });
    }
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    return answer.body;
  }
  function bodyOf(file) {
    return file.text === void 0 ? fetchFile(file) : new Blob([bytesOfText(file.text)]).stream();
  }
  function unzip(stream) {
    return new Response(stream.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  }
  var TextColumn = class {
    constructor(buffer, offset, rows) {
      const lengths = new Uint32Array(buffer, offset, rows);
      this.starts = new Uint32Array(rows + 1);
      for (let row = 0; row < rows; row++) this.starts[row + 1] = this.starts[row] + lengths[row];
      this.bytes = new Uint8Array(buffer, offset + 4 * rows, this.starts[rows]);
      this.decoder = new TextDecoder();
      this.byteLength = 4 * rows + this.starts[rows];
    }
    at(row) {
      return this.decoder.decode(this.bytes.subarray(this.starts[row], this.starts[row + 1]));
    }
  };
  function summed(steps) {
    for (let row = 1; row < steps.length; row++) steps[row] += steps[row - 1];
    return steps;
  }
  var READERS = {
    u1: (buffer, offset, rows) => new Uint8Array(buffer, offset, rows),
    i4: (buffer, offset, rows) => new Int32Array(buffer, offset, rows),
    delta: (buffer, offset, rows) => summed(new Int32Array(buffer, offset, rows)),
    text: (buffer, offset, rows) => new TextColumn(buffer, offset, rows)
  };
  function readColumns(buffer) {
    const length = new DataView(buffer).getUint32(0, true);
    const text = new TextDecoder().decode(new Uint8Array(buffer, 4, length));
    const { columns, ...read } = JSON.parse(text);
    let offset = 4 + length;
    for (const [name, kind, rows] of columns) {
      read[name] = READERS[kind](buffer, offset, rows);
      offset += Math.ceil(read[name].byteLength / 4) * 4;
    }
    return read;
  }
  async function loadColumns(file) {
    if (file.columns) return file.columns;
    return readColumns(await unzip(await bodyOf(file)));
  }
  async function unpackMask(text, length) {
    if (text === null) return null;
    const bits = new Uint8Array(await unzip(bodyOf({ text })));
    const mask = new Uint8Array(length);
    for (let row = 0; row < length; row++) mask[row] = bits[row >> 3] >> (row & 7) & 1;
    return mask;
  }

  // dashboard/views/assets/controls.js
  var MARK_SIZE = 28;
  var SIGNS = {
    whole: "M3 9.5L9 4l6 5.5M5 8.5V15h8V8.5",
    fit: "M3 7V3h4M11 3h4v4M15 11v4h-4M7 15H3v-4"
  };
  function markDrawing(symbol, precision) {
    return `<svg viewBox="-14 -14 28 28" width="${MARK_SIZE}" height="${MARK_SIZE}" aria-hidden="true" focusable="false"><path class="mp-mark mp-${precision}" style="--mark:${symbol.colour}" d="${symbol.path}"/></svg>`;
  }
  function button(label, sign, action) {
    const node = element("a");
    node.innerHTML = `<svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2"><path d="${SIGNS[sign]}"/></svg>`;
    node.href = "#";
    node.title = label;
    node.setAttribute("role", "button");
    node.setAttribute("aria-label", label);
    L.DomEvent.disableClickPropagation(node);
    L.DomEvent.on(node, "click", (event) => {
      L.DomEvent.preventDefault(event);
      action();
    });
    return node;
  }
  function viewButtons(map, layer, { words, country }) {
    const control = L.control({ position: "topleft" });
    control.onAdd = () => {
      const bar = L.DomUtil.create("div", "leaflet-bar mp-views");
      bar.append(
        button(words.whole, "whole", () => wholeCountry(map, country, motion())),
        button(words.fit, "fit", () => layer.fitAll())
      );
      return bar;
    };
    control.addTo(map);
  }
  function skipButton(map, label) {
    const node = element("button", "mp-skip", label);
    node.type = "button";
    L.DomEvent.disableClickPropagation(node);
    node.addEventListener("click", () => {
      const beside = window.parent.document.querySelector(".st-key-panel");
      beside?.querySelector("button, a[href], summary, input")?.focus();
    });
    map.getContainer().prepend(node);
  }
  function legendRow(symbol, precision, label) {
    const row = element("li");
    row.innerHTML = markDrawing(symbol, precision);
    row.append(element("span", "", label));
    return row;
  }
  function standAbove(box, attribution) {
    const place = () => box.style.marginBottom = `${attribution.offsetHeight + 6}px`;
    new ResizeObserver(place).observe(attribution);
  }
  function legend(map, { symbols, precisions, words }) {
    const control = L.control({ position: "bottomleft" });
    control.onAdd = () => {
      const box = L.DomUtil.create("details", "mp-legend");
      box.open = window.innerWidth > 560;
      const rows = element("ul");
      symbols.filter((symbol) => symbol.present).forEach((symbol) => rows.append(legendRow(symbol, "exact", symbol.label)));
      const plain = { colour: "#5B6670", path: symbols[symbols.length - 1].path };
      precisions.forEach(({ key, label }) => rows.append(legendRow(plain, key, label)));
      box.append(element("summary", "", words.legend), rows);
      standAbove(box, map.attributionControl.getContainer());
      L.DomEvent.disableClickPropagation(box);
      L.DomEvent.disableScrollPropagation(box);
      return box;
    };
    control.addTo(map);
  }

  // dashboard/views/assets/detail.js
  function loadDetail(map, options) {
    const { script } = options.ground;
    if (!script) return;
    const node = document.createElement("script");
    node.src = script;
    node.addEventListener("load", () => window.mapaPraktyk.addGround(map, options));
    document.head.append(node);
  }

  // dashboard/views/assets/mark_list.js
  var AT_ONCE = 100;
  var BUTTONS_HEIGHT = 60;
  var MarkList = class {
    constructor(map, { words, language, line, choose, leave }) {
      this.map = map;
      this.words = words;
      this.language = language;
      this.line = line;
      this.choose = choose;
      this.leave = leave;
      this.popup = L.popup({
        className: "mp-list",
        maxWidth: 300,
        minWidth: 200,
        closeButton: false,
        autoPanPaddingTopLeft: [5, BUTTONS_HEIGHT]
      });
      this.selected = null;
    }
    open(marks, latlng, selected) {
      this.selected = selected;
      const title = this.told(this.words.list, marks.length);
      const box = element("div");
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", title);
      const head = element("p", "", title);
      head.append(this.closeButton());
      this.rows = element("ul");
      box.append(head, this.rows);
      box.addEventListener("keydown", (event) => this.closeByKey(event));
      this.fillRows(marks);
      this.popup.setLatLng(latlng).setContent(box).openOn(this.map);
      this.rows.querySelector("button").focus({ preventScroll: true });
    }
    close() {
      this.map.closePopup(this.popup);
    }
    select(practice) {
      this.selected = practice;
      if (!this.popup.isOpen()) return;
      this.rows.querySelectorAll("[data-practice]").forEach((button2) => this.press(button2));
    }
    press(button2) {
      button2.setAttribute("aria-pressed", String(button2.dataset.practice === String(this.selected)));
    }
    /* Shows the next lines, and a button for those after them. */
    fillRows(marks) {
      marks.slice(0, AT_ONCE).forEach((at) => this.addRow(this.button(at)));
      const rest = marks.slice(AT_ONCE);
      if (rest.length === 0) return;
      const further = element("button", "", this.told(this.words.further, rest.length));
      further.type = "button";
      const row = this.addRow(further);
      further.addEventListener("click", (event) => {
        event.stopPropagation();
        this.fillRows(rest);
        row.nextElementSibling.firstChild.focus();
        row.remove();
      });
    }
    addRow(button2) {
      const row = element("li");
      row.append(button2);
      this.rows.append(row);
      return row;
    }
    button(at) {
      const { practice, drawing, title, note } = this.line(at);
      const button2 = element("button");
      button2.type = "button";
      button2.innerHTML = drawing;
      const text = element("span");
      text.append(element("strong", "", title), element("span", "", note));
      button2.append(text);
      button2.dataset.practice = practice;
      this.press(button2);
      button2.addEventListener("click", () => this.choose(practice));
      return button2;
    }
    closeButton() {
      const button2 = element("button", "", "×");
      button2.type = "button";
      button2.className = "mp-close";
      button2.setAttribute("aria-label", this.words.close);
      button2.addEventListener("click", () => this.close());
      return button2;
    }
    closeByKey(event) {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.close();
      this.leave();
    }
    told(pattern, count) {
      return fill(pattern, { count: count.toLocaleString(this.language) });
    }
  };

  // dashboard/views/assets/mark_looks.js
  var ASIDE = 30;
  var CITY = 2e4;
  var LONGEST_TITLE = 200;
  var LONGEST_PLACE = 40;
  function shortened(text, most) {
    if (text.length <= most) return text;
    return `${Array.from(text.slice(0, 2 * most)).slice(0, most - 1).join("")}…`;
  }
  function bubbleSize(count) {
    return 30 + 4 * Math.min(4, Math.floor(Math.log10(count) * 1.34));
  }
  function nearestCity({ lat, lng }) {
    const across = Math.cos(lat * Math.PI / 180);
    let [name, least] = ["", Infinity];
    for (const city of window.mapaPraktyk.ground.cities) {
      if (city.population < CITY) break;
      const away = Math.hypot(city.lat - lat, (city.lon - lng) * across);
      if (away < least) [name, least] = [city.name, away];
    }
    return name;
  }
  var MarkLooks = class {
    constructor({ symbols, precisions, words, language }) {
      this.symbols = symbols;
      this.precisions = precisions;
      this.patterns = words;
      this.language = language;
      this.icons = /* @__PURE__ */ new Map();
      this.setPoints(null);
    }
    setPoints(points) {
      this.points = points;
      this.words = null;
    }
    symbol(at) {
      return this.symbols[this.points.sections[at]];
    }
    drawing(at) {
      return markDrawing(this.symbol(at), this.precisions[this.points.precisions[at]].key);
    }
    /* One icon for all marks that look the same. */
    icon(at) {
      const html = this.drawing(at);
      if (!this.icons.has(html)) {
        this.icons.set(
          html,
          L.divIcon({ className: "mp-marker", html, iconSize: [MARK_SIZE, MARK_SIZE] })
        );
      }
      return this.icons.get(html);
    }
    bubble() {
      return L.divIcon({ className: "mp-cluster", html: element("span"), iconSize: null });
    }
    /* The size of a bubble by its number, and how far to the right it stands aside where it would
       be under a mark; pixels. */
    extent({ count, isAside }) {
      if (count === 1) return { size: MARK_SIZE, right: 0 };
      return { size: bubbleSize(count), right: isAside ? ASIDE : 0 };
    }
    place(node, mark) {
      const { size, right } = this.extent(mark);
      node.style.width = node.style.height = `${size}px`;
      node.style.marginTop = `${-size / 2}px`;
      node.style.marginLeft = `${right - size / 2}px`;
    }
    /* What is said of a bubble: how many practices, and the city that is nearest. */
    bubbleWords({ practices, latlng }) {
      const count = practices.toLocaleString(this.language);
      const form = new Intl.PluralRules(this.language).select(practices);
      const pattern = this.patterns[`cluster_${form}`] ?? this.patterns.cluster;
      return { count, title: fill(pattern, { count, near: nearestCity(latlng) }) };
    }
    label(node, mark) {
      const { at, count } = mark;
      if (count === 1) {
        const { title, note } = this.wordsOf(at);
        node.setAttribute("aria-label", note ? `${title}. ${note}` : title);
        return;
      }
      const words = this.bubbleWords(mark);
      node.firstChild.textContent = words.count;
      node.title = words.title;
      node.setAttribute("aria-label", node.title);
    }
    /* Until the words are here, a mark is called by its section. The panel has the whole words. */
    wordsOf(at) {
      if (!this.words) return { title: this.symbol(at).label, note: "" };
      const { title, place, note, notes } = this.words;
      const where = shortened(place.at(at), LONGEST_PLACE);
      return {
        title: shortened(title.at(at), LONGEST_TITLE),
        note: `${where} · ${notes[note[at]]}`
      };
    }
    tooltip(at) {
      const { title, note } = this.wordsOf(at);
      const box = document.createElement("div");
      box.append(element("strong", "", title), element("span", "", note));
      box.className = "mp-tooltip";
      return box;
    }
    /* A mark as a line of a list. */
    line(at) {
      return { practice: this.points.practices[at], drawing: this.drawing(at), ...this.wordsOf(at) };
    }
  };

  // dashboard/views/assets/marks.js
  var PADDING = 0.25;
  var ROOM = 48;
  var TOGETHER = 24;
  var UNDER = 30;
  var TOOLTIP = { wide: 150, high: 120 };
  var TOOLTIP_OFFSETS = { top: [0, -12], bottom: [0, 12], left: [-12, 0], right: [12, 0] };
  var ABOVE = 1e4;
  var keyOfPoint = (at) => `mark/${at}`;
  var MarkLayer = L.Layer.extend({
    /* `choose` is called with the number of a practice that was clicked. */
    initialize(options, choose) {
      this.told = options;
      this.choose = choose;
      this.looks = new MarkLooks(options);
      this.points = null;
      this.shown = null;
      this.selected = null;
      this.clusters = null;
      this.drawn = /* @__PURE__ */ new Map();
    },
    onAdd(map) {
      this.list = new MarkList(map, {
        words: this.told.words,
        language: this.told.language,
        line: (at) => this.looks.line(at),
        choose: this.choose,
        leave: () => this.focusOn(this.opened)
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
      this.onRemove();
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
      const wanted = /* @__PURE__ */ new Map();
      const put = (group) => wanted.set(this.keyOf(group), this.markOf(group));
      this.groupsIn(view).forEach(put);
      const focused = stood && this.clusters.groupOf(stood.mp.at);
      if (focused) put(focused);
      for (const at of this.points.of(this.selected)) {
        const group = this.clusters.groupOf(at);
        const latlng = this.points.latLng(at);
        if (group && group.count > 1 && wanted.has(this.keyOf(group))) {
          wanted.get(this.keyOf(group)).isAside ||= this.distance(group, at) < UNDER;
        }
        wanted.set(keyOfPoint(at), { at, count: 1, latlng, isSelected: true });
      }
      return wanted;
    },
    paddedView() {
      const { min, max } = this._map.getPixelBounds();
      const room = max.subtract(min).multiplyBy(PADDING);
      return L.bounds(min.subtract(room), max.add(room));
    },
    groupsIn({ min, max }) {
      return this.clusters.groups.filter(({ x, y }) => x >= min.x && x <= max.x && y >= min.y && y <= max.y).sort((one, other) => one.y - other.y || one.x - other.x);
    },
    /* The marker that a key brought the focus to; a click leaves it there for no purpose. */
    focused() {
      return [...this.drawn.values()].find((marker) => marker.getElement().matches(":focus-visible"));
    },
    keyOf({ key, first, count }) {
      return count === 1 ? keyOfPoint(first) : `bubble/${this.clusters.zoom}/${key}`;
    },
    markOf({ x, y, first, count, practices }) {
      const latlng = count === 1 ? this.points.latLng(first) : this._map.unproject([x, y], this.clusters.zoom);
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
        this._map.project(bounds.getNorthEast(), closest)
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
    }
  });

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

  // dashboard/views/assets/practices.js
  var HOME_SIGN = '<svg viewBox="0 0 30 30" width="30" height="30" aria-hidden="true"><path class="mp-home-sign" d="M15 3L28 14h-4v12h-6v-8h-6v8H6V14H2z"/></svg>';
  var FOCUS_ZOOM = 10.5;
  var HOME_ZOOM = 9;
  var ROOM_ZOOM = 8.5;
  var FLIGHT_S = 1.6;
  function tellPage(practice) {
    const feature = { type: "Feature", properties: { practice, click: Date.now() } };
    window.Streamlit.setComponentValue({ last_active_drawing: feature });
  }
  function tellArea(text) {
    const feature = { type: "Feature", properties: { area: text, click: Date.now() } };
    window.Streamlit.setComponentValue({ last_active_drawing: feature });
  }
  function tellServer() {
    if (window.Streamlit) fetch("../../marks-drawn", { method: "POST" }).catch(() => {
    });
  }
  function nameOf(file) {
    return file.address || file.text || file;
  }
  var PracticeLayer = class {
    constructor(map, options) {
      this.map = map;
      this.options = options;
      this.onChoose = tellPage;
      this.tellArea = tellArea;
      this.marks = new MarkLayer(options, (practice) => this.choose(practice)).addTo(map);
      this.area = L.layerGroup().addTo(map);
      this.home = L.layerGroup().addTo(map);
      this.homeShown = "null";
      this.group = L.layerGroup().addTo(map);
      this.groupShown = "[]";
      this.moves = 0;
      this.large = false;
      this.newest = null;
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
        points.catch(() => this.loading = null);
        this.loading = { name: nameOf(positions), points, words: null };
      }
      this.wordsWanted = words;
      return this.loading.points;
    }
    /* One entry a mark; the same one again for the same text or set. */
    async mask(shown, points) {
      if (!this.masked || this.masked.shown !== shown || this.masked.points !== points) {
        const mask = shown instanceof Set ? Uint8Array.from(points.practices, (practice) => shown.has(practice)) : await unpackMask(shown, points.length);
        this.masked = { shown, points, mask };
      }
      return this.masked.mask;
    }
    /* Shows at once what was chosen; where exactly it is, comes with the answer. */
    choose(practice) {
      if (this.marks.selected !== practice) {
        this.area.clearLayers();
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
          this.area
        );
        L.circleMarker([lat, lon], { radius: 17, className: "mp-halo", interactive: false }).addTo(
          this.area
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
        iconAnchor: [15, 40]
        // above its place, where the name of its town stands
      });
      const marker = L.marker(home.point, { icon, keyboard: false, zIndexOffset: 5e3 });
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
        interactive: false
      }).addTo(this.home);
      this.map.fitBounds(circle.getBounds(), { padding: [16, 16], animate: motion() });
    }
    /* Moves the view to the given points, once for every new number of the move. */
    move({ number, points }) {
      if (number === this.moves || points.length === 0 && !this.large) return;
      const first = this.moves === 0;
      this.moves = number;
      if (this.large) {
        this.fly(points.length ? points : this.options.country, motion() && !first);
        return;
      }
      const bounds = L.latLngBounds(points);
      const go = (animate) => this.map.fitBounds(bounds, { maxZoom: FOCUS_ZOOM, ...this.padding(48), animate });
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
    /* Keeps the selected practice in the view, when the size of the map changes. */
    keepInSight() {
      const { points, selected } = this.marks;
      const [at] = points ? points.of(selected) : [];
      if (at === void 0) return;
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
        animate: motion()
      });
    }
    /* What is left free around marks that the view is fitted to: the legend hides none. */
    padding(pixels) {
      return {
        paddingTopLeft: [pixels, pixels],
        paddingBottomRight: [pixels, pixels + roomBelow(this.map)]
      };
    }
  };
  function addPractices(map, options) {
    const layer = new PracticeLayer(map, options);
    map.mpPractices = layer;
    if (window.parent !== window) skipButton(map, options.words.skip);
    viewButtons(map, layer, options);
    legend(map, options);
  }

  // dashboard/views/assets/practices-map.js
  window.mapaPraktyk = Object.assign(window.mapaPraktyk || {}, { drawBase, addPractices });
})();
