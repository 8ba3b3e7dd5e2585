/* What the page of a map calls, under one name: folium writes its scripts as plain ones. */
import { drawBase } from "./basemap.js";
import { addCoverage } from "./coverage.js";

window.mapaPraktyk = Object.assign(window.mapaPraktyk || {}, { drawBase, addCoverage });
