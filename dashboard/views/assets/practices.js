/* The practices on the map: clustered markers, the selected practice with the circle of its
   accuracy, the legend. The layer is made once with the base map and then told what to show,
   so that no change of a filter or of the selection builds the map anew. */
(function () {
  "use strict";
  const space = (window.mapaPraktyk = window.mapaPraktyk || {});
  const SIZE = 28;
  const HOME_SIGN =
    '<svg viewBox="0 0 30 30" width="30" height="30" aria-hidden="true">' +
    '<path class="mp-home-sign" d="M15 3L28 14h-4v12h-6v-8h-6v8H6V14H2z"/></svg>';
  const FOCUS_ZOOM = 10.5;

  function motion() {
    return !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  function fill(pattern, values) {
    return pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  /* The drawing of one mark; every part comes from symbols.py, none from the data. */
  function markDrawing(symbol, precision) {
    return (
      `<svg viewBox="-14 -14 28 28" width="${SIZE}" height="${SIZE}" aria-hidden="true" focusable="false">` +
      `<path class="mp-mark mp-${precision}" style="--mark:${symbol.colour}" d="${symbol.path}"/></svg>`
    );
  }

  class PracticeLayer {
    constructor(map, options) {
      this.map = map;
      this.options = options;
      this.icons = new Map();
      this.markers = new Map(); // practice id -> its markers
      this.points = "";
      this.selected = null;
      this.moves = 0;
      this.clicks = 0;
      this.cluster = L.markerClusterGroup({
        chunkedLoading: false,
        showCoverageOnHover: false,
        maxClusterRadius: 44,
        animate: motion(),
        spiderLegPolylineOptions: { className: "mp-leg", weight: 1.5 },
        iconCreateFunction: (cluster) => this.clusterIcon(cluster),
      });
      this.cluster.addTo(map);
      this.area = L.layerGroup().addTo(map);
      this.home = L.layerGroup().addTo(map);
      this.homeShown = "null";
      this.cluster.on("keypress", (event) => this.openByKey(event));
      this.cluster.on("clusterkeypress", (event) => this.openByKey(event));
    }

    icon(section, precision, selected) {
      const key = `${section}/${precision}/${selected}`;
      if (!this.icons.has(key)) {
        const symbol = this.options.symbols[section];
        this.icons.set(
          key,
          L.divIcon({
            className: "mp-marker" + (selected ? " mp-selected" : ""),
            html: markDrawing(symbol, precision),
            iconSize: [SIZE, SIZE],
          }),
        );
      }
      return this.icons.get(key);
    }

    clusterIcon(cluster) {
      const count = cluster.getChildCount();
      const text = count.toLocaleString(this.options.language);
      cluster.options.title = fill(this.options.words.cluster, { count: text });
      const size = 30 + 6 * Math.min(4, Math.floor(Math.log10(count) * 2));
      return L.divIcon({ className: "mp-cluster", html: element("span", text), iconSize: [size, size] });
    }

    marker([id, lat, lon, section, precision, title, note]) {
      const marker = L.marker([lat, lon], {
        icon: this.icon(section, precision, false),
        title: "",
        alt: title,
        riseOnHover: true,
      });
      marker.mp = { id, section, precision };
      marker.feature = { type: "Feature", properties: { id } };
      marker.on("add", () => marker.getElement().setAttribute("aria-label", `${title}. ${note}`));
      /* Counted, so that a second click on the same mark is news as well. */
      marker.on("click", () => {
        marker.feature = { type: "Feature", properties: { id, click: ++this.clicks } };
      });
      marker.bindTooltip(() => this.tooltip(title, note), { direction: "top", offset: [0, -12] });
      return marker;
    }

    /* Enter and space do what a click does; Leaflet leaves that to popups. */
    openByKey({ layer, originalEvent }) {
      if (originalEvent.key !== "Enter" && originalEvent.key !== " ") return;
      originalEvent.preventDefault();
      if (!layer.getAllChildMarkers) {
        layer.fire("click", { latlng: layer.getLatLng() }, true);
        return;
      }
      const inside = layer.getAllChildMarkers()[0];
      const focus = () => {
        const shown = this.cluster.getVisibleParent(inside);
        if (shown && shown.getElement()) shown.getElement().focus();
      };
      this.cluster.once("spiderfied animationend", focus);
      this.cluster.fire("click", { layer }); // the group makes it a clusterclick
    }

    tooltip(title, note) {
      const box = document.createElement("div");
      box.append(element("strong", title), element("span", note));
      box.className = "mp-tooltip";
      return box;
    }

    draw(points) {
      const text = JSON.stringify(points);
      if (text === this.points) return;
      const first = this.points === "";
      this.points = text;
      this.cluster.clearLayers();
      this.markers.clear();
      const all = points.map((point) => this.marker(point));
      all.forEach((marker) => {
        const same = this.markers.get(marker.mp.id) || [];
        this.markers.set(marker.mp.id, same.concat(marker));
      });
      this.cluster.addLayers(all);
      this.selected = null;
      const view = this.map.getBounds();
      if (!first && !all.some((marker) => view.contains(marker.getLatLng()))) this.fitAll();
    }

    mark(id, selected) {
      (this.markers.get(id) || []).forEach((marker) => {
        marker.setIcon(this.icon(marker.mp.section, marker.mp.precision, selected));
        marker.setZIndexOffset(selected ? 10000 : 0);
      });
    }

    select(id, circles) {
      if (id !== this.selected) {
        if (this.selected !== null) this.mark(this.selected, false);
        if (id !== null) this.mark(id, true);
        this.selected = id;
      }
      this.area.clearLayers();
      circles.forEach(([lat, lon, radius]) => {
        L.circle([lat, lon], { radius, className: "mp-accuracy", interactive: false }).addTo(this.area);
        L.circleMarker([lat, lon], { radius: 17, className: "mp-halo", interactive: false }).addTo(this.area);
      });
    }

    /* The reader's own unit, with the circle of the radius filter; shown when it is new. */
    settle(home) {
      const text = JSON.stringify(home);
      if (text === this.homeShown) return;
      this.homeShown = text;
      this.home.clearLayers();
      if (!home) return;
      const icon = L.divIcon({ className: "mp-home", html: HOME_SIGN, iconSize: [30, 30] });
      const marker = L.marker(home.point, { icon, keyboard: false, zIndexOffset: 5000 });
      marker.bindTooltip(element("span", home.label), { direction: "top", offset: [0, -12] });
      marker.addTo(this.home);
      if (!home.radius_m) {
        if (!this.map.getBounds().contains(home.point)) this.map.panTo(home.point);
        return;
      }
      const circle = L.circle(home.point, {
        radius: home.radius_m,
        className: "mp-radius",
        interactive: false,
      }).addTo(this.home);
      this.map.fitBounds(circle.getBounds(), { padding: [16, 16], animate: motion() });
    }

    /* Moves the view to the given points, once for every new number of the move. */
    move({ number, points }) {
      if (number === this.moves || points.length === 0) return;
      const first = this.moves === 0;
      this.moves = number;
      const bounds = L.latLngBounds(points);
      const go = (animate) =>
        this.map.fitBounds(bounds, { maxZoom: FOCUS_ZOOM, padding: [48, 48], animate });
      this.map.mpHome = () => go(false);
      if (first || !this.map.getBounds().contains(bounds)) go(motion() && !first);
    }

    keepInSight() {
      const marker = (this.markers.get(this.selected) || [])[0];
      if (marker) this.map.panInside(marker.getLatLng(), { padding: [48, 48], animate: motion() });
    }

    fitAll() {
      const markers = [].concat(...this.markers.values());
      if (markers.length === 0) return;
      this.map.mpTouched = true;
      const bounds = L.latLngBounds(markers.map((marker) => marker.getLatLng()));
      this.map.fitBounds(bounds, { maxZoom: FOCUS_ZOOM, padding: [32, 32], animate: motion() });
    }

    show(state) {
      this.settle(state.home);
      this.draw(state.points);
      this.select(state.selected, state.circles);
      this.move(state.move);
    }
  }

  function element(tag, text) {
    const node = document.createElement(tag);
    node.textContent = text;
    return node;
  }

  /* Our own signs: a font of this machine need not have the characters. */
  const SIGNS = {
    whole: "M3 9.5L9 4l6 5.5M5 8.5V15h8V8.5",
    fit: "M3 7V3h4M11 3h4v4M15 11v4h-4M7 15H3v-4",
  };

  function button(label, sign, action) {
    const node = element("a", "");
    node.innerHTML =
      '<svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true" fill="none" ' +
      `stroke="currentColor" stroke-width="2"><path d="${SIGNS[sign]}"/></svg>`;
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
        button(words.whole, "whole", () => space.wholeCountry(map, country, motion())),
        button(words.fit, "fit", () => layer.fitAll()),
      );
      return bar;
    };
    control.addTo(map);
  }

  function legendRow(symbol, precision, label) {
    const row = element("li", "");
    row.innerHTML = markDrawing(symbol, precision);
    row.append(element("span", label));
    return row;
  }

  /* A strip along the lower edge, so that it hides nothing of the country. */
  function legend(map, { symbols, precisions, words }) {
    const control = L.control({ position: "bottomleft" });
    control.onAdd = () => {
      const box = L.DomUtil.create("details", "mp-legend");
      box.open = window.innerWidth > 560;
      const rows = element("ul", "");
      symbols
        .filter((symbol) => symbol.present)
        .forEach((symbol) => rows.append(legendRow(symbol, "exact", symbol.label)));
      const plain = { colour: "#5B6670", path: symbols[symbols.length - 1].path };
      precisions.forEach(({ key, label }) => rows.append(legendRow(plain, key, label)));
      box.append(element("summary", words.legend), rows);
      L.DomEvent.disableClickPropagation(box);
      L.DomEvent.disableScrollPropagation(box);
      return box;
    };
    control.addTo(map);
  }

  space.addPractices = function (map, options) {
    const layer = new PracticeLayer(map, options);
    map.mpPractices = layer;
    viewButtons(map, layer, options);
    legend(map, options);
  };
})();
