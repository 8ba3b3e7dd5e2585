/* What the page of a map calls, under one name: folium writes its scripts as plain ones. */
import { drawBase } from "./basemap.js";
import { addReview } from "./review.js";

window.mapaPraktyk = Object.assign(window.mapaPraktyk || {}, { drawBase, addReview });
