/* The script that a map loads when its marks are drawn: all that is drawn as one comes closer. */
import { addGround } from "./ground.js";

window.mapaPraktyk = Object.assign(window.mapaPraktyk || {}, { addGround });
