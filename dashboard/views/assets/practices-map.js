/* What the page of a map calls, under one name: folium writes its scripts as plain ones. */
import { drawBase } from "./basemap.js";
import { addPractices } from "./practices.js";

window.mapaPraktyk = Object.assign(window.mapaPraktyk || {}, { drawBase, addPractices });
