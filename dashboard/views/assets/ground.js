/* What the ground shows as one comes closer, besides the outlines: the layer of vector tiles, a
   scale and a small map of the country. It begins when the marks are there, which come first. */
import { addAreas } from "./areas.js";
import { element } from "./dom.js";
import { GroundLayer } from "./ground_layer.js";
import { addInset } from "./inset.js";
import { addServers } from "./servers.js";

const BORDERS_FROM = 9; // from this zoom on the tiles have the borders of voivodeships, more exactly

/* Says once that streets are missing; what is embedded is drawn in their place. */
function sayFailed(map, rank, { sources, words }) {
  if (rank === sources.length - 1) return;
  const note = element("p", "mp-note", words.ground_failed);
  note.setAttribute("role", "status");
  map.getContainer().append(note);
}

export function addGround(map, options) {
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
