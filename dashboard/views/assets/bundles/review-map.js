(() => {
  // dashboard/views/assets/dom.js
  function element(tag, className, text) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== void 0) node.textContent = text;
    return node;
  }

  // dashboard/views/assets/basemap.js
  var CITY_ZOOMS = [
    [11, 0],
    [10, 8e3],
    [9, 18e3],
    [8, 45e3],
    [7, 12e4],
    [0, 3e5]
  ];
  var LETTER = { region: 9, city: 7 };
  var LINE = 17;
  var SPOTS = {
    region: [0, -20, 20, -40, 40].flatMap((x) => [0, -14, 14, -28, 28, -42, 42].map((y) => ["middle", x, y])).sort(([, ...one], [, ...other]) => Math.hypot(...one) - Math.hypot(...other)),
    city: [
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
    ]
  };
  var NEAR = 6;
  var SHARE = { left: 1, middle: 0.5, right: 0 };
  function labelMarker(latlng, node) {
    return L.marker(latlng, {
      icon: L.divIcon({ className: "mp-label", html: node, iconSize: null }),
      interactive: false,
      keyboard: false,
      pane: "mp-labels"
    });
  }
  function followTheme() {
    const colour = getComputedStyle(document.documentElement).getPropertyValue("--background-color");
    const hex = /^#([0-9a-f]{6})/i.exec(colour.trim());
    const value = hex ? parseInt(hex[1], 16) : 16777215;
    const light = (value >> 16 & 255) * 0.3 + (value >> 8 & 255) * 0.59 + (value & 255) * 0.11;
    document.documentElement.dataset.theme = light < 128 ? "dark" : "light";
  }
  var Names = class {
    constructor(map, names) {
      this.map = map;
      this.names = names;
      this.layer = L.layerGroup().addTo(map);
      this.shown = "";
      this.asked = 0;
      map.on("moveend resize mp-marks", () => this.drawSoon());
      this.draw();
    }
    /* Once before the page is painted, however much has changed. */
    drawSoon() {
      cancelAnimationFrame(this.asked);
      this.asked = requestAnimationFrame(() => this.draw());
    }
    box(name, [side, x, y]) {
      const at = this.map.project([name.lat, name.lon], this.map.getZoom());
      const width = name.text.length * LETTER[name.kind];
      const [left, top] = [at.x + x - width * SHARE[side], at.y + y - LINE / 2];
      return L.bounds([left, top], [left + width, top + LINE]);
    }
    /* How many of the boxes a name would meet there. */
    hits(name, spot, boxes) {
      const own = this.box(name, spot);
      return boxes.filter((box) => box.overlaps(own)).length;
    }
    /* The names with the spots where they stand. */
    chosen() {
      const zoom = this.map.getZoom();
      const least = CITY_ZOOMS.find(([from]) => zoom >= from)[1];
      const view = this.map.getBounds().pad(0.1);
      const marks = this.map.mpPractices ? this.map.mpPractices.marks.boxes() : [];
      const taken = [];
      return this.names.flatMap((name) => {
        if (name.population < least || !view.contains([name.lat, name.lon])) return [];
        const spot = this.spot(name, marks, taken);
        if (!spot) return [];
        taken.push(this.box(name, spot));
        return [{ name, spot }];
      });
    }
    /* The best spot of a name that meets no other and no mark. A city among marks is named
       beside them, or not at all; a region where the fewest marks are within it. */
    spot(name, marks, taken) {
      const free = this.spots(name, marks).filter((spot) => !this.hits(name, spot, taken));
      const counts = free.map((spot) => this.hits(name, spot, marks));
      const fewest = Math.min(...counts);
      return name.area || fewest === 0 ? free[counts.indexOf(fewest)] : void 0;
    }
    /* The spots that would not mislead. */
    spots(name, marks) {
      const spots = SPOTS[name.kind];
      if (name.area) {
        const middle = this.map.latLngToLayerPoint([name.lat, name.lon]);
        const inside = ([, x, y]) => name.area.getElement().isPointInFill(new DOMPoint(middle.x + x, middle.y + y));
        return spots.filter((spot, rank) => rank === 0 || inside(spot));
      }
      const near = spots.filter(([, x, y]) => Math.hypot(x, y) <= NEAR);
      const isCrowded = near.every((spot) => this.hits(name, spot, marks) > 0);
      return isCrowded ? spots : near;
    }
    draw() {
      const chosen = this.chosen();
      const shown = chosen.map(({ name, spot }) => `${name.text} ${spot}`).join("|");
      if (shown === this.shown) return;
      this.shown = shown;
      this.layer.clearLayers();
      chosen.forEach(({ name, spot: [side, x, y] }) => {
        const node = element("span", `mp-${name.kind} mp-${name.size} mp-at-${side}`, name.text);
        node.classList.toggle("mp-away", Math.hypot(x, y) > NEAR);
        node.style.left = `${x}px`;
        node.style.top = `${y}px`;
        labelMarker([name.lat, name.lon], node).addTo(this.layer);
      });
    }
  };
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
  function wholeCountry(map, country, animate) {
    const strip = map.getContainer().querySelector(".mp-legend[open]");
    const room = strip ? strip.offsetHeight + 12 : 0;
    map.fitBounds(country, { paddingBottomRight: [0, room], animate });
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
    map.createPane("mp-labels").style.zIndex = 450;
    map.getPane("mp-labels").style.pointerEvents = "none";
    followTheme();
    window.addEventListener("message", (event) => {
      if (event.data && event.data.type === "streamlit:render") setTimeout(followTheme, 0);
    });
    if (window.parent !== window) passKeysOn(map.getContainer());
    holdView(map, () => wholeCountry(map, country, false));
    setTimeout(() => {
      drawCountries(map, ground.neighbours, language);
      const areas = drawVoivodeships(map, ground.voivodeships);
      new Names(map, placeNames(areas, ground.cities));
    });
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
  function addReview(map) {
    map.mpReview = new ReviewLayer(map);
    map.getContainer().classList.add("mp-picking");
  }

  // dashboard/views/assets/review-map.js
  window.mapaPraktyk = Object.assign(window.mapaPraktyk || {}, { drawBase, addReview });
})();
