/* Two maps of regions beside each other show the same part of the country: what one is moved to,
   the other follows, each in its own frame of the page. */

const MOVED = "mapa-praktyk:coverage-moved";

export function moveTogether(map) {
  const page = window.parent.document;
  let isFollowing = false;
  let waiting = 0;

  const follow = ({ detail: { from, centre, zoom } }) => {
    if (from === window) return;
    const step = map.options.zoomSnap;
    isFollowing = true;
    map.options.zoomSnap = 0; // the other may stand between two steps
    map.setView(centre, zoom, { animate: false });
    map.options.zoomSnap = step;
    isFollowing = false;
  };
  const tell = () => {
    waiting = 0;
    const detail = { from: window, centre: map.getCenter(), zoom: map.getZoom() };
    page.dispatchEvent(new CustomEvent(MOVED, { detail }));
  };
  map.on("move zoom", () => {
    if (!isFollowing && !waiting) waiting = requestAnimationFrame(tell);
  });
  page.addEventListener(MOVED, follow);
  window.addEventListener("pagehide", () => page.removeEventListener(MOVED, follow));
}
