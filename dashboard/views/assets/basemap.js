/* The offline base of the map: sea, neighbouring countries, voivodeships and their names,
   cities that appear with zoom. Colours come from map.css, so that a change of theme needs
   no new drawing. */
(function () {
  "use strict";
  const space = (window.mapaPraktyk = window.mapaPraktyk || {});

  /* Smallest population of a city that is drawn from this zoom on. */
  const CITY_ZOOMS = [
    [11, 0],
    [10, 8000],
    [9, 18000],
    [8, 45000],
    [7, 120000],
    [0, 300000],
  ];
  /* Width of a letter and height of a line, in pixels: names that would overlap are left out. */
  const LETTER = { region: 9, city: 7 };
  const LINE = 17;

  function element(tag, className, text) {
    const node = document.createElement(tag);
    node.className = className;
    node.textContent = text;
    return node;
  }

  function labelMarker(latlng, node) {
    return L.marker(latlng, {
      icon: L.divIcon({ className: "mp-label", html: node, iconSize: null }),
      interactive: false,
      keyboard: false,
      pane: "mp-labels",
    });
  }

  /* The frame of Streamlit tells its theme as CSS variables of the document; the map
     needs to know only whether the ground is dark. */
  function followTheme() {
    const colour = getComputedStyle(document.documentElement).getPropertyValue("--background-color");
    const hex = /^#([0-9a-f]{6})/i.exec(colour.trim());
    const value = hex ? parseInt(hex[1], 16) : 0xffffff;
    const light = ((value >> 16) & 255) * 0.3 + ((value >> 8) & 255) * 0.59 + (value & 255) * 0.11;
    document.documentElement.dataset.theme = light < 128 ? "dark" : "light";
  }

  /* Names of voivodeships and cities: the more important first, none over another. */
  class Names {
    constructor(map, names) {
      this.map = map;
      this.names = names;
      this.layer = L.layerGroup().addTo(map);
      this.shown = "";
      map.on("moveend resize", () => this.draw());
      this.draw();
    }

    box(name) {
      const at = this.map.project([name.lat, name.lon], this.map.getZoom());
      const width = name.text.length * LETTER[name.kind];
      const left = name.kind === "region" ? at.x - width / 2 : at.x - 6;
      return L.bounds([left, at.y - LINE / 2], [left + width, at.y + LINE / 2]);
    }

    chosen() {
      const zoom = this.map.getZoom();
      const least = CITY_ZOOMS.find(([from]) => zoom >= from)[1];
      const view = this.map.getBounds().pad(0.1);
      const taken = [];
      return this.names.filter((name) => {
        if (name.population < least || !view.contains([name.lat, name.lon])) return false;
        const box = this.box(name);
        const free = !taken.some((other) => other.overlaps(box));
        if (free) taken.push(box);
        return free;
      });
    }

    draw() {
      const names = this.chosen();
      const shown = names.map((name) => name.text).join("|");
      if (shown === this.shown) return;
      this.shown = shown;
      this.layer.clearLayers();
      names.forEach((name) => {
        const node = element("span", `mp-${name.kind} mp-${name.size}`, name.text);
        labelMarker([name.lat, name.lon], node).addTo(this.layer);
      });
    }
  }

  function placeNames({ voivodeships, cities }) {
    const regions = voivodeships.features.map(({ properties }) => ({
      text: properties.name,
      lat: properties.label_lat,
      lon: properties.label_lon,
      kind: "region",
      population: Infinity,
    }));
    const size = ({ population }) =>
      population >= 300000 ? "large" : population >= 45000 ? "middle" : "small";
    return regions.concat(
      cities.map((city) => ({ ...city, text: city.name, kind: "city", size: size(city) })),
    );
  }

  function drawCountries(map, neighbours, language) {
    L.geoJSON(neighbours, {
      pane: "mp-ground",
      interactive: false,
      style: { className: "mp-neighbour" },
    }).addTo(map);
    neighbours.features.forEach((feature) => {
      const { label_lat: lat, label_lon: lon } = feature.properties;
      if (lat === undefined) return;
      const name = feature.properties["name_" + language];
      labelMarker([lat, lon], element("span", "mp-country", name)).addTo(map);
    });
  }

  function drawVoivodeships(map, voivodeships) {
    L.geoJSON(voivodeships, {
      pane: "mp-ground",
      interactive: false,
      style: { className: "mp-voivodeship" },
    }).addTo(map);
  }

  /* Keeps the view that was wanted while the frame gets its size, and what is selected in
     sight when the size changes later (a card opens on a narrow screen). */
  function holdView(map, home) {
    map.mpHome = home;
    map.mpTouched = false;
    home();
    ["pointerdown", "wheel", "keydown"].forEach((name) => {
      map.getContainer().addEventListener(name, () => (map.mpTouched = true), { passive: true });
    });
    map.on("resize", () => {
      if (!map.mpTouched) map.mpHome();
      else if (map.mpPractices) map.mpPractices.keepInSight();
    });
    /* The end of the move is told later, or Leaflet would pan from the view that was before. */
    const measure = () => map.invalidateSize({ animate: false, debounceMoveend: true });
    new ResizeObserver(measure).observe(map.getContainer());
  }

  /* Shows the whole country above what stands along the lower edge. */
  space.wholeCountry = function (map, country, animate) {
    const strip = map.getContainer().querySelector(".mp-legend[open]");
    const room = strip ? strip.offsetHeight + 12 : 0;
    map.fitBounds(country, { paddingBottomRight: [0, room], animate });
  };

  /* Keys that belong to the page reach it from the frame too. In front of a room so do those of
     the presentation, once the map was clicked; who came to the map by keyboard keeps them. */
  const PAGE_KEYS = new Set(["Escape", "F8", "PageUp", "PageDown"]);
  const ROOM_KEYS = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", " ", "r"]);

  function passKeysOn(container) {
    let clicked = false;
    const pass = (event) => {
      event.stopPropagation();
      event.preventDefault();
      const { key } = event;
      const again = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
      window.parent.document.dispatchEvent(again);
    };
    document.addEventListener("pointerdown", () => (clicked = true), { capture: true, passive: true });
    document.addEventListener(
      "keydown",
      (event) => {
        if (event.key === "Tab") clicked = false;
        const isForRoom = clicked && container.classList.contains("mp-large");
        if (ROOM_KEYS.has(event.key) && isForRoom) pass(event);
      },
      { capture: true },
    );
    document.addEventListener("keydown", (event) => PAGE_KEYS.has(event.key) && pass(event));
  }

  /* Draws the base under everything else. `ground` holds voivodeships, neighbours (GeoJSON)
     and cities (largest first); it is served beside this file as a script. */
  space.drawBase = function (map, { language, country, attribution }) {
    const ground = space.ground;
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
    holdView(map, () => space.wholeCountry(map, country, false));
    /* Drawn in a task of its own, so that the layer over it can ask for its data before. */
    setTimeout(() => {
      drawCountries(map, ground.neighbours, language);
      drawVoivodeships(map, ground.voivodeships);
      new Names(map, placeNames(ground));
    });
  };
})();
