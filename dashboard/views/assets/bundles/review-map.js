(() => {
  // dashboard/views/assets/dom.js
  function element(tag, className, text) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== void 0) node.textContent = text;
    return node;
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

  // dashboard/views/assets/detail.js
  function loadDetail(map, options) {
    const { script } = options.ground;
    if (!script) return;
    const node = document.createElement("script");
    node.src = script;
    node.addEventListener("load", () => window.mapaPraktyk.addGround(map, options));
    document.head.append(node);
  }

  // dashboard/views/assets/review.js
  var SIZE = 30;
  var CLOSEST_ZOOM = 10.5;
  var ReviewLayer = class {
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
          iconSize: [SIZE, SIZE]
        }),
        riseOnHover: true
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
          this.area
        );
      }
      if (isCandidate) return;
      const cross = L.divIcon({
        className: "mp-cross",
        html: '<svg viewBox="-16 -16 32 32" width="32" height="32" aria-hidden="true"><path d="M-15 0H-5M5 0H15M0-15V-5M0 5V15"/><circle r="5"/></svg>',
        iconSize: [32, 32]
      });
      L.marker([lat, lon], { icon: cross, interactive: false, keyboard: false, alt: label }).addTo(
        this.area
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
      const same = this.group.getLayers().find((layer) => layer.getElement().getAttribute("aria-label") === label);
      if (same) same.getElement().focus();
    }
    move({ move_number: number, candidates, chosen }) {
      if (number === this.moves) return;
      this.moves = number;
      const points = candidates.map(({ lat, lon }) => [lat, lon]);
      if (chosen) points.push(chosen);
      if (points.length === 0) return;
      const go = () => this.map.fitBounds(L.latLngBounds(points), {
        maxZoom: CLOSEST_ZOOM,
        padding: [40, 40],
        animate: false
      });
      this.map.mpHome = go;
      go();
    }
  };
  function addReview(map, options) {
    if (options.ground) loadDetail(map, options);
    map.mpReview = new ReviewLayer(map);
    map.getContainer().classList.add("mp-picking");
  }

  // dashboard/views/assets/review-map.js
  window.mapaPraktyk = Object.assign(window.mapaPraktyk || {}, { drawBase, addReview });
})();
