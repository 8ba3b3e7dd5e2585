(() => {
  // dashboard/views/assets/dom.js
  function element(tag, className, text) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== void 0) node.textContent = text;
    return node;
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
  var SLACK = 10;
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
      map.on("moveend resize mp-marks mp-ground mp-controls", () => this.drawSoon());
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
      const taken = this.hiding();
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
    /* Where a name would be cut: at the edge of the map, and under what stands over it. */
    hiding() {
      const { min, max } = this.map.getPixelBounds();
      const hiding = new Boxes();
      hiding.add([min.x - 1, min.y, min.x + SLACK, max.y]);
      hiding.add([max.x - SLACK, min.y, max.x + 1, max.y]);
      hiding.add([min.x, min.y - 1, max.x, min.y]);
      hiding.add([min.x, max.y, max.x, max.y + 1]);
      const container = this.map.getContainer();
      const { left, top } = container.getBoundingClientRect();
      container.querySelectorAll(".leaflet-control").forEach((control) => {
        const box = control.getBoundingClientRect();
        if (!box.width || !box.height) return;
        const [x, y] = [min.x - left, min.y - top];
        hiding.add([box.left + x - SLACK, box.top + y, box.right + x + SLACK, box.bottom + y]);
      });
      return hiding;
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
      const isForced = usable !== free;
      const counts = usable.map((spot2) => {
        const boxes = this.boxesOf(name, spot2);
        return marks.hits(boxes) + (isForced ? taken.hits(boxes) : 0);
      });
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
  async function loadJson(file) {
    return JSON.parse(new TextDecoder().decode(await unzip(await bodyOf(file))));
  }

  // dashboard/views/assets/coverage_views.js
  var MOVED = "mapa-praktyk:coverage-moved";
  function moveTogether(map) {
    const page = window.parent.document;
    let isFollowing = false;
    let waiting = 0;
    const follow = ({ detail: { from, centre, zoom } }) => {
      if (from === window) return;
      const step = map.options.zoomSnap;
      isFollowing = true;
      map.options.zoomSnap = 0;
      map.setView(centre, zoom, { animate: false });
      map.options.zoomSnap = step;
      isFollowing = false;
    };
    const tell = () => {
      waiting = 0;
      const detail = { from: window, centre: map.getCenter(), zoom: map.getZoom() };
      page.dispatchEvent(new CustomEvent(MOVED, { detail }));
    };
    map.on("move zoom", () => {
      if (!isFollowing && !waiting) waiting = requestAnimationFrame(tell);
    });
    page.addEventListener(MOVED, follow);
    window.addEventListener("pagehide", () => page.removeEventListener(MOVED, follow));
  }

  // dashboard/views/assets/region_canvas.js
  var CELL = { zero: 8, unknown: 9 };
  function pattern(kind, { land, hatch }) {
    const size = CELL[kind];
    const tile = document.createElement("canvas");
    tile.width = tile.height = size;
    const pen = tile.getContext("2d");
    pen.fillStyle = land;
    pen.fillRect(0, 0, size, size);
    pen.strokeStyle = pen.fillStyle = hatch;
    if (kind === "zero") {
      pen.lineWidth = 1;
      pen.beginPath();
      for (const shift of [-size, 0, size]) {
        pen.moveTo(shift - 1, size + 1);
        pen.lineTo(shift + size + 1, -1);
      }
      pen.stroke();
    } else {
      pen.beginPath();
      pen.arc(size / 2, size / 2, 1.3, 0, 2 * Math.PI);
      pen.fill();
    }
    return pen.createPattern(tile, "repeat");
  }
  function canvasInks() {
    const page = getComputedStyle(document.documentElement);
    const colour = (name) => page.getPropertyValue(`--mp-${name}`).trim();
    const inks = { land: colour("land"), hatch: colour("hatch") };
    const fills = { zero: pattern("zero", inks), unknown: pattern("unknown", inks) };
    const thirds = [1, 2, 3].flatMap((across) => [1, 2, 3].map((up) => `${across}${up}`));
    for (const shade of [1, 2, 3, 4, 5, ...thirds]) fills[shade] = colour(`shade-${shade}`);
    return { fills, line: colour("line"), chosen: colour("chosen") };
  }
  function canvasStyle(inks, { kind, chosen, shown }) {
    const isMarked = chosen || shown;
    return {
      fillColor: inks.fills[kind],
      fillOpacity: 1,
      color: isMarked ? inks.chosen : inks.line,
      opacity: 1,
      weight: isMarked ? 3 : 0.6
    };
  }

  // dashboard/views/assets/region_legend.js
  var SVG = "http://www.w3.org/2000/svg";
  var REGION_PATTERNS = { zero: "url(#mp-zero)", unknown: "url(#mp-unknown)" };
  function drawPatterns(map) {
    const holder = element("div");
    holder.innerHTML = `<svg xmlns="${SVG}" class="mp-patterns" width="0" height="0" aria-hidden="true"><defs><pattern id="mp-zero" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="mp-pattern-ground" width="8" height="8"/><path class="mp-pattern-line" d="M0 0V8"/></pattern><pattern id="mp-unknown" width="9" height="9" patternUnits="userSpaceOnUse"><rect class="mp-pattern-ground" width="9" height="9"/><circle class="mp-pattern-dot" cx="4.5" cy="4.5" r="1.3"/></pattern></defs></svg>`;
    map.getContainer().append(holder.firstChild);
  }
  function swatch(kind) {
    const box = element("span", "mp-swatch");
    box.innerHTML = `<svg viewBox="0 0 26 18" width="26" height="18" aria-hidden="true"><rect class="mp-cover mp-cover-${kind}" x="1" y="1" width="24" height="16"/></svg>`;
    if (REGION_PATTERNS[kind]) box.querySelector("rect").style.fill = REGION_PATTERNS[kind];
    return box;
  }
  function twoColours(rows, { across, up, across_bounds, up_bounds }) {
    const found = new Map(rows.map((row) => [row.kind, row]));
    const table = element("table", "mp-two");
    const thirds = [1, 2, 3];
    [...thirds].reverse().forEach((second) => {
      const line = element("tr");
      if (second === 3) {
        const name2 = element("th", "mp-two-up", up);
        name2.rowSpan = 3;
        line.append(name2);
      }
      line.append(element("th", "mp-bounds", up_bounds[second - 1]));
      thirds.forEach((first) => {
        const { label, count } = found.get(`${first}${second}`) || {};
        const cell = element("td", `mp-two-cell mp-cover-${first}${second}`);
        cell.append(
          element("span", "mp-hidden-words", label || ""),
          element("span", "", count || "")
        );
        cell.title = label || "";
        line.append(cell);
      });
      table.append(line);
    });
    const foot = element("tr");
    foot.append(
      element("th"),
      element("th"),
      ...across_bounds.map((words2) => element("th", "mp-bounds", words2))
    );
    const name = element("tr");
    const words = element("th", "", across);
    words.colSpan = 3;
    name.append(element("th"), element("th"), words);
    table.append(foot, name);
    return table;
  }
  var RegionLegend = class {
    constructor(map) {
      drawPatterns(map);
      const control = L.control({ position: "bottomleft" });
      this.box = L.DomUtil.create("details", "mp-legend mp-classes");
      this.box.open = true;
      control.onAdd = () => this.box;
      L.DomEvent.disableClickPropagation(this.box);
      L.DomEvent.disableScrollPropagation(this.box);
      control.addTo(map);
    }
    /* The pixels of the map's lower edge that it covers. */
    get room() {
      return this.box.open ? this.box.offsetHeight : 0;
    }
    explain({ title, note, rows, grid }) {
      const text = JSON.stringify([title, note, rows, grid]);
      if (text === this.explained) return;
      this.explained = text;
      const list = element("ul");
      const listed = grid ? rows.filter(({ kind }) => kind === "unknown") : rows;
      listed.forEach(({ kind, label, count }) => {
        const row = element("li");
        row.append(
          swatch(kind),
          element("span", "mp-bounds", label),
          element("span", "mp-count", count)
        );
        list.append(row);
      });
      const parts = grid ? [twoColours(rows, grid), list] : [list];
      this.box.replaceChildren(element("summary", "", title), ...parts);
      if (note) this.box.append(element("p", "", note));
    }
  };

  // dashboard/views/assets/region_names.js
  var NAME = "500 12px";
  var NUMBER = "700 14px";
  var AIR = 4;
  var LINE2 = 17;
  var LARGEST = 1.55;
  var LARGE = 1.1;
  var PLAIN_HEIGHT = 620;
  var NAMED_FROM = { powiat: 7.5, gmina: 9 };
  var Rooms = class {
    constructor() {
      this.taken = /* @__PURE__ */ new Map();
    }
    take(key, room) {
      const isFree = [...this.taken].every(([other, its]) => other === key || !its.overlaps(room));
      if (isFree) this.taken.set(key, room);
      return isFree;
    }
    has(key) {
      return this.taken.has(key);
    }
  };
  var RegionNames = class {
    constructor(map) {
      this.map = map;
      this.layer = L.layerGroup().addTo(map);
      this.pen = document.createElement("canvas").getContext("2d");
    }
    /* The width in pixels of a text at the plain size. */
    width(text, font) {
      this.pen.font = `${font} ${getComputedStyle(this.map.getContainer()).fontFamily}`;
      return this.pen.measureText(text).width;
    }
    /* How much larger than plain the words are. */
    size() {
      const container = this.map.getContainer();
      if (!container.classList.contains("mp-large")) return 1;
      return Math.min(LARGEST, Math.max(LARGE, container.clientHeight / PLAIN_HEIGHT));
    }
    /* The room in pixels of so many lines around a point, the widest of a width at the plain size. */
    room(middle, width, lines) {
      const size = this.size();
      const at = this.map.latLngToLayerPoint(middle);
      const half = L.point((width * size + AIR) / 2, lines * LINE2 * size / 2);
      return L.bounds(at.subtract(half), at.add(half));
    }
    /* Numbers wherever they find room, then names over them, the first regions first; none over
       another. A country full of counties is read by its shades: the base's cities tell where. */
    label(regions, shapes, level) {
      this.layer.clearLayers();
      const isBare = this.map.getZoom() < (NAMED_FROM[level] || 0);
      this.map.getContainer().classList.toggle("mp-bare", isBare);
      if (isBare) return;
      this.map.getContainer().style.setProperty("--mp-names", this.size());
      const rooms = new Rooms();
      const seen = this.map.getBounds().pad(0.2);
      const drawn = regions.filter(
        ({ key }) => shapes.has(key) && seen.contains(shapes.get(key).middle)
      );
      const take = ({ key }, width, lines) => rooms.take(key, this.room(shapes.get(key).middle, width, lines));
      const number = ({ value }) => this.width(value, NUMBER);
      drawn.forEach((region) => take(region, number(region), 1));
      drawn.forEach((region) => {
        if (!rooms.has(region.key)) return;
        const isNamed = take(region, Math.max(this.width(region.name, NAME), number(region)), 2);
        this.put(region, shapes.get(region.key).middle, isNamed);
      });
    }
    put({ kind, name, value }, middle, isNamed) {
      const node = element("span", `mp-cover-name mp-cover-${kind}`);
      if (isNamed) node.append(element("span", "", name));
      node.append(element("b", "", value));
      const icon = L.divIcon({ className: "mp-label", html: node, iconSize: null });
      L.marker(middle, { icon, interactive: false, keyboard: false, pane: "mp-labels" }).addTo(
        this.layer
      );
    }
  };

  // dashboard/views/assets/coverage.js
  var SEPARATOR = " / ";
  var ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  var MOST_NODES = 400;
  var FLIGHT_S = 1.6;
  function featureKey({ properties }, level) {
    const { key, name, voivodeship } = properties;
    if (level === "gmina") return key;
    return level === "powiat" ? voivodeship + SEPARATOR + name : name;
  }
  function withRegions(message) {
    const { words } = message;
    const chosen = new Set(message.chosen);
    const regions = message.regions.map(([key, name, title, kind, value, lines]) => ({
      key,
      name,
      title,
      kind: words[kind],
      value: words[value],
      lines: lines.map((line) => words[line]),
      chosen: chosen.has(key)
    }));
    return { ...message, regions };
  }
  var CoverageLayer = class {
    constructor(map, { country, words }) {
      this.map = map;
      this.country = country;
      this.words = words;
      this.shapes = /* @__PURE__ */ new Map();
      this.drawn = "";
      this.areas = /* @__PURE__ */ new Map();
      this.inks = null;
      this.dotsDrawn = "[]";
      this.clicks = 0;
      this.current = null;
      map.createPane("mp-regions").style.zIndex = 250;
      map.createPane("mp-dots").style.zIndex = 300;
      map.getPane("mp-dots").style.pointerEvents = "none";
      this.renderers = {
        svg: L.svg({ pane: "mp-regions", padding: 0.6 }),
        canvas: L.canvas({ pane: "mp-regions", padding: 0.6 })
      };
      this.door = L.featureGroup().addTo(map);
      this.regions = L.layerGroup().addTo(map);
      this.borders = L.layerGroup().addTo(map);
      this.dots = L.layerGroup().addTo(map);
      this.names = new RegionNames(map);
      map.on("zoomend resize", () => this.label());
      window.addEventListener("message", ({ data }) => {
        if (data && data.type === "streamlit:render") setTimeout(() => this.ink(), 50);
        if (data && data.type === "mapa-praktyk:regions") this.showScene(data.scene);
      });
      this.legend = new RegionLegend(map);
      new ResizeObserver(() => {
        if (map.mpHome && !map.mpTouched) map.mpHome();
      }).observe(this.legend.box);
    }
    /* A region goes to the page the way a mark does; counted, so that each click is news. */
    choose(key, latlng) {
      const spot = L.marker(latlng);
      spot.feature = { type: "Feature", properties: { region: key, click: ++this.clicks } };
      this.door.fire("click", { latlng, layer: spot });
    }
    shape(feature, key) {
      const [shape] = L.geoJSON(feature, {
        pane: "mp-regions",
        renderer: this.inks ? this.renderers.canvas : this.renderers.svg,
        style: { className: "mp-cover" }
      }).getLayers();
      shape.on("click", ({ latlng }) => this.choose(key, latlng));
      shape.bindTooltip(() => this.tooltip(key), { sticky: true, opacity: 1 });
      return shape;
    }
    tooltip(key) {
      const { name, title, lines } = this.states.get(key);
      const box = element("div", "mp-tooltip");
      box.append(
        element("strong", "", title || name),
        ...lines.map((line) => element("span", "", line))
      );
      return box;
    }
    /* New shapes where the regions are others than before; true if they are. */
    draw({ level, regions, areas }) {
      const keys = regions.map(({ key }) => key);
      const text = level + JSON.stringify([...keys].sort());
      if (text === this.drawn) return false;
      this.drawn = text;
      this.regions.clearLayers();
      this.borders.clearLayers();
      this.shapes.clear();
      const wanted = new Set(keys);
      this.inks = keys.length > MOST_NODES ? canvasInks() : null;
      const { counties, ground } = window.mapaPraktyk;
      const own = {
        woj: ground.voivodeships,
        powiat: counties,
        gmina: this.areas.get(areas?.address)
      };
      own[level].features.forEach((feature) => {
        const key = featureKey(feature, level);
        if (!wanted.has(key)) return;
        const shape = this.shape(feature, key);
        shape.middle = L.latLng(feature.properties.label_lat, feature.properties.label_lon);
        this.shapes.set(key, shape);
        shape.addTo(this.regions);
        if (!this.inks) this.makeButton(shape, key);
      });
      if (level !== "woj") {
        const isFine = level === "gmina" && !this.inks;
        L.geoJSON(isFine ? counties : ground.voivodeships, {
          pane: "mp-dots",
          interactive: false,
          style: { className: `mp-cover-border ${isFine ? "mp-cover-border-fine" : ""}` }
        }).addTo(this.borders);
      }
      return true;
    }
    /* One stop of the Tab key for the whole map; arrows go to the neighbour on that side. */
    makeButton(shape, key) {
      const node = shape.getElement();
      node.setAttribute("role", "button");
      node.addEventListener("focus", () => this.rove(key));
      node.addEventListener("keydown", (event) => {
        if (ARROWS[event.key] && !node.matches(":focus-visible")) return;
        if (event.key === "Enter" || event.key === " ") this.choose(key, shape.middle);
        else if (ARROWS[event.key]) this.step(key, ARROWS[event.key]);
        else return;
        event.preventDefault();
        event.stopPropagation();
      });
    }
    rove(key) {
      this.current = key;
      this.shapes.forEach(
        (shape, each) => shape.getElement().setAttribute("tabindex", each === key ? 0 : -1)
      );
    }
    step(key, [dx, dy]) {
      const at = (shape) => this.map.latLngToLayerPoint(shape.middle);
      const from = at(this.shapes.get(key));
      let best = null;
      this.shapes.forEach((shape, each) => {
        const way = at(shape).subtract(from);
        const along = way.x * dx + way.y * dy;
        const aside = Math.abs(way.x * dy) + Math.abs(way.y * dx);
        if (each === key || along <= aside * 0.5) return;
        const cost = along + 2 * aside;
        if (!best || cost < best.cost) best = { shape, cost };
      });
      if (best) best.shape.getElement().focus();
    }
    paint(regions) {
      if (this.inks) {
        this.paintCanvas(regions);
        return;
      }
      const focused = document.activeElement;
      regions.forEach(({ key, kind, name, lines, chosen: chosen2, shown }) => {
        const shape = this.shapes.get(key);
        if (!shape) return;
        const node = shape.getElement();
        node.setAttribute("class", `leaflet-interactive mp-cover mp-cover-${kind}`);
        node.classList.toggle("mp-cover-chosen", chosen2 || shown);
        node.style.fill = REGION_PATTERNS[kind] || "";
        node.setAttribute("aria-label", `${name}. ${lines.join(". ")}`);
        node.setAttribute("aria-pressed", String(chosen2));
        if (chosen2 || shown) shape.bringToFront();
      });
      const chosen = regions.find((region) => region.chosen && this.shapes.has(region.key));
      if (!this.shapes.has(this.current))
        this.current = chosen ? chosen.key : regions.length ? regions[0].key : null;
      if (this.shapes.has(this.current)) this.rove(this.current);
      if (focused && focused !== document.activeElement && focused.isConnected) focused.focus();
    }
    /* The list beside the map does for the keyboard what a canvas cannot. */
    paintCanvas(regions) {
      regions.forEach((region) => {
        const shape = this.shapes.get(region.key);
        shape?.setStyle(canvasStyle(this.inks, region));
      });
      regions.forEach(({ key, chosen, shown }) => {
        if (chosen || shown) this.shapes.get(key)?.bringToFront();
      });
    }
    label() {
      this.names.label(this.order || [], this.shapes, this.level);
    }
    /* The practices as dots under the pointer's way; a canvas, since there may be many. */
    dot(points, until) {
      const dated = until === null ? points : points.filter(([, , year]) => year && year <= until);
      const text = JSON.stringify(dated);
      if (text === this.dotsDrawn) return;
      this.dotsDrawn = text;
      this.dots.clearLayers();
      const renderer = L.canvas({ pane: "mp-dots", padding: 0.3 });
      dated.forEach(([lat, lon]) => {
        L.circleMarker([lat, lon], {
          renderer,
          radius: 3.6,
          weight: 1.4,
          fillOpacity: 1,
          interactive: false
        }).addTo(this.dots);
      });
      this.ink();
    }
    /* A canvas does not follow the theme by itself. */
    ink() {
      const colours = getComputedStyle(document.documentElement);
      const style = {
        fillColor: colours.getPropertyValue("--mp-dot").trim(),
        color: colours.getPropertyValue("--mp-dot-rim").trim()
      };
      this.dots.eachLayer((dot) => dot.setStyle(style));
      if (!this.inks) return;
      this.inks = canvasInks();
      this.paintCanvas(this.order);
    }
    /* The whole country as large as the room allows, not the next smaller step of the zoom. */
    fillView(animate) {
      const step = this.map.options.zoomSnap;
      this.map.options.zoomSnap = 0;
      wholeCountry(this.map, this.country, animate);
      this.map.options.zoomSnap = step;
    }
    /* The whole country, the regions that are drawn, or the one that the slide show is at. */
    view({ whole, focus }, isFirst) {
      const go = (animate) => {
        const room = this.legend.room + 20;
        const inside = { paddingTopLeft: [20, 20], paddingBottomRight: [20, room] };
        const one = this.shapes.get(focus);
        if (one) {
          const bounds = one.getBounds().pad(0.25);
          if (animate) this.map.flyToBounds(bounds, { ...inside, duration: FLIGHT_S });
          else this.map.fitBounds(bounds, { ...inside, animate: false });
        } else if (whole || this.shapes.size === 0) {
          this.fillView(animate);
        } else {
          const bounds = L.latLngBounds([]);
          this.shapes.forEach((shape) => bounds.extend(shape.getBounds()));
          this.map.fitBounds(bounds, { ...inside, animate });
        }
      };
      this.map.mpHome = () => go(false);
      this.map.mpTouched = false;
      go(motion() && !isFirst);
    }
    /* The areas of communes come when they are asked for, and are the browser's to keep. */
    async fetchAreas(state) {
      const { address } = state.areas;
      try {
        this.areas.set(address, await loadJson(state.areas));
      } catch {
        if (this.state === state) this.legend.explain({ ...state.legend, note: state.areas_failed });
        return;
      }
      if (this.state === state) this.showState(state);
    }
    show(message) {
      this.showState(withRegions(message));
    }
    showState(state) {
      this.state = state;
      if (state.areas && !this.areas.has(state.areas.address)) {
        this.fetchAreas(state);
        return;
      }
      this.map.getContainer().classList.toggle("mp-large", state.large);
      const isFirst = !this.order;
      const others = this.draw(state);
      const moves = others || state.large !== this.large || state.focus !== this.focus;
      this.large = state.large;
      this.focus = state.focus;
      this.level = state.level;
      this.paintScene();
      if (moves) this.view(state, isFirst);
      this.label();
      if (isFirst) window.parent.document.dispatchEvent(new CustomEvent("mapa-praktyk:map-ready"));
    }
    /* Another year of the same regions, from the slider beside the map. */
    showScene(scene) {
      this.scene = scene;
      if (!this.order || scene.digest !== this.state.timeline) return;
      this.paintScene();
      this.label();
    }
    paintScene() {
      const { state, scene } = this;
      const own = !scene || scene.digest !== state.timeline;
      const { legend, until } = own ? state : scene;
      const titles = new Map(state.regions.map(({ key, title }) => [key, title]));
      const chosen = new Set(state.regions.filter((region) => region.chosen).map(({ key }) => key));
      this.order = (own ? state : scene).regions.map((region) => ({
        ...region,
        title: titles.get(region.key),
        chosen: chosen.has(region.key),
        shown: region.key === state.focus
      }));
      this.states = new Map(this.order.map((region) => [region.key, region]));
      this.legend.explain(legend);
      this.paint(this.order);
      this.dot(state.points, until);
    }
  };
  function addCoverage(map, options) {
    map.getContainer().classList.add("mp-coverage");
    moveTogether(map);
    map.mpCoverage = new CoverageLayer(map, options);
  }

  // dashboard/views/assets/coverage-map.js
  window.mapaPraktyk = Object.assign(window.mapaPraktyk || {}, { drawBase, addCoverage });
})();
