/* How the ground is drawn: to which class a feature of a vector tile belongs, by the schema of the
   tiles, and how wide and in which colour each class is drawn. Colours are those of map.css. */

export const TILE_PIXELS = 512; // the side of a tile at its own zoom

/* The classes from below. `widths` are [zoom, pixels] between which the width grows; `from` is the
   first zoom at which a class is drawn. */
export const CLASSES = [
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
      [16, 2.5],
    ],
    from: 11.5,
  },
  {
    name: "river",
    colour: "water",
    widths: [
      [6, 0.8],
      [9, 1.5],
      [12, 3],
      [16, 6],
    ],
  },
  {
    name: "rail",
    colour: "rail",
    widths: [
      [9, 0.6],
      [14, 1.3],
      [17, 2],
    ],
    from: 9,
  },
  {
    name: "path",
    colour: "path",
    widths: [
      [14, 0.7],
      [17, 1.4],
    ],
    dash: [3, 2.5],
    from: 14,
  },
  {
    name: "service",
    road: true,
    widths: [
      [14, 0.8],
      [17, 5],
    ],
    from: 14,
  },
  {
    name: "minor",
    road: true,
    widths: [
      [12, 0.7],
      [14, 2.2],
      [17, 9],
    ],
    from: 12,
  },
  {
    name: "tertiary",
    road: true,
    widths: [
      [10, 0.6],
      [14, 3.4],
      [17, 11],
    ],
    from: 10,
  },
  {
    name: "secondary",
    road: true,
    widths: [
      [9, 0.8],
      [14, 4.2],
      [17, 12],
    ],
    from: 9,
  },
  {
    name: "primary",
    road: "main",
    widths: [
      [7, 0.8],
      [10, 1.8],
      [14, 5],
      [17, 14],
    ],
    from: 8,
  },
  {
    name: "motorway",
    road: "motor",
    widths: [
      [6, 1],
      [10, 2.2],
      [14, 5.6],
      [17, 15],
    ],
    from: 6,
  },
  {
    name: "commune",
    colour: "line",
    widths: [
      [9, 0.6],
      [13, 1],
    ],
    dash: [4, 3],
    from: 9.5,
  },
  {
    name: "county",
    colour: "line",
    widths: [
      [7, 0.7],
      [10, 1.1],
      [13, 1.5],
    ],
    from: 7,
  },
  {
    name: "voivodeship",
    colour: "line",
    widths: [
      [6, 1.1],
      [10, 1.7],
      [13, 2.2],
    ],
    from: 9,
  },
  {
    name: "country",
    colour: "line-country",
    widths: [
      [6, 1.3],
      [10, 2],
      [13, 2.6],
    ],
    from: 9,
  },
];

const LEVELS = { 2: "country", 4: "voivodeship", 6: "county", 7: "commune", 8: "commune" };
const ROADS = {
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
  steps: "path",
};
const WOODS = new Set(["forest", "wood", "scrub"]);
const PARKS = new Set([
  ...["park", "grass", "grassland", "meadow", "garden", "cemetery", "recreation_ground"],
  ...["golf_course", "pitch", "allotments", "village_green", "zoo"],
]);
const URBAN = new Set([
  ...["urban_area", "residential", "commercial", "retail", "industrial", "suburb", "quarter"],
  ...["neighbourhood", "university", "school", "hospital", "pedestrian"],
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

/* The class of a feature by the name of its layer: of Protomaps' basemap, version 4. */
const PROTOMAPS = {
  water: ({ kind }, isArea) => ofWater(kind, isArea),
  landcover: ({ kind }) => ofLand(kind),
  landuse: ({ kind }) => ofLand(kind),
  buildings: (_, isArea) => (isArea ? "building" : null),
  roads: ({ kind, kind_detail: detail }) => {
    if (kind === "rail") return "rail";
    if (kind === "path") return "path";
    if (kind === "highway") return ROADS[detail] ?? "motorway";
    return ROADS[detail] ?? (kind === "major_road" ? "secondary" : "minor");
  },
  boundaries: ({ kind_detail: level, kind }) =>
    LEVELS[level] ?? { country: "country", region: "voivodeship" }[kind],
};

/* The same of OpenMapTiles, version 3. */
const OPENMAPTILES = {
  water: ({ class: kind }) => ofWater(kind, true),
  waterway: ({ class: kind }) => ofWater(kind, false),
  landcover: ({ class: kind }) => ofLand(kind),
  landuse: ({ class: kind }) => ofLand(kind),
  park: () => "park",
  building: () => "building",
  transportation: ({ class: kind }) =>
    ["rail", "transit"].includes(kind) ? "rail" : (ROADS[kind] ?? "minor"),
  boundary: ({ admin_level: level, maritime }) => (maritime === 1 ? null : LEVELS[level]),
};

const PLACES = { city: "city", town: "city", village: "village", hamlet: "village" };
const SUBURBS = new Set(["suburb", "quarter", "neighbourhood", "isolated_dwelling"]);

function placeOf(kind) {
  return PLACES[kind] ?? (SUBURBS.has(kind) ? "suburb" : null);
}

export const SCHEMAS = {
  protomaps: {
    classes: PROTOMAPS,
    places: "places",
    placeKind: ({ kind, kind_detail: detail }) => placeOf(detail ?? kind) ?? placeOf(kind),
    lineNames: { roads: "road", water: "water" },
  },
  openmaptiles: {
    classes: OPENMAPTILES,
    places: "place",
    placeKind: ({ class: kind }) => placeOf(kind),
    lineNames: { transportation_name: "road", waterway: "water" },
  },
};

/* A name in the language of the page, else the one that people use there. */
export function nameOf(properties, language) {
  return properties[`name:${language}`] ?? properties[`name_${language}`] ?? properties.name;
}

/* The width at a zoom, between the two steps around it. */
export function widthAt(widths, zoom) {
  const after = widths.findIndex(([at]) => at > zoom);
  if (after === 0) return widths[0][1];
  if (after < 0) return widths[widths.length - 1][1];
  const [[low, narrow], [high, wide]] = [widths[after - 1], widths[after]];
  return narrow * (wide / narrow) ** ((zoom - low) / (high - low));
}
