"""How a page tells what its map shows: functions that run in it, the same for all applications."""

# The functions run in the page; a frame of a Streamlit component is of the same origin.
COMMON = """
const documents = [document, ...[...document.querySelectorAll("iframe")]
  .map((frame) => frame.contentDocument)].filter(Boolean);
const all = (where) => documents.flatMap((each) => [...each.querySelectorAll(where)]);
const isCluster = (icon) => icon.matches(".marker-cluster, .mp-cluster");
const number = (icon) => Number(icon.textContent.replace(/\\D/g, ""));
const icons = () => all(".leaflet-marker-icon");
const ownLayer = (each) => {
  try { return each.defaultView.eval("map_div.mpPractices.marks"); } catch { return null; }
};
const redPixels = (canvas) => {
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
  copy.drawImage(canvas, 0, 0);
  const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
  let red = 0;
  for (let at = 0; at < data.length; at += 4) red += data[at] > 200 && data[at + 1] < 120;
  return red;
};
const count = () => {
  const canvases = all("[data-testid=stDeckGlJsonChart] canvas").filter(({ width }) => width);
  if (canvases.length) return canvases.reduce((sum, each) => sum + redPixels(each), 0);
  const own = documents.map(ownLayer).find(Boolean);
  if (own) return [...own.drawn.values()].reduce((sum, { mp }) => sum + mp.count, 0);
  return icons().reduce((sum, icon) => sum + (isCluster(icon) ? number(icon) : 1), 0);
};
"""
COUNT = f"() => {{ {COMMON} return count(); }}"
SHOWN = f"""([wanted, before]) => {{ {COMMON}
  const now = count();
  return (wanted ? now === wanted : now && now !== before) && Date.now();
}}"""
SEEN = f"(where) => {{ {COMMON} return all(where).length && Date.now(); }}"
TO_MAP = f"() => {{ {COMMON} all('.leaflet-container')[0].scrollIntoView({{ block: 'center' }}); }}"
REST_MS = 500  # that a map has stood still before it is aimed at
AIM = f"""() => {{ {COMMON}
  if (all(".leaflet-zoom-anim, .leaflet-pan-anim, .leaflet-cluster-anim").length) return null;
  const state = icons().map((icon) => icon.style.transform + icon.textContent).join();
  if (window.stood?.state !== state) window.stood = {{ state, since: Date.now() }};
  if (Date.now() - window.stood.since < {REST_MS}) return null;
  const middle = (node) => {{
    const {{ left, top, width, height }} = node.getBoundingClientRect();
    const x = left + width / 2, y = top + height / 2;
    if (!node.contains(node.ownerDocument.elementFromPoint(x, y))) return null;
    const frame = node.ownerDocument.defaultView.frameElement;
    const outer = frame ? frame.getBoundingClientRect() : {{ left: 0, top: 0 }};
    const spot = {{ x: x + outer.left, y: y + outer.top }};
    return spot.y < innerHeight && spot.y > 0 ? spot : null;
  }};
  const spots = (nodes) => nodes.map(middle).filter(Boolean);
  const single = spots([
    ...all(".mp-list li button"), ...icons().filter((icon) => !isCluster(icon)),
  ])[0];
  if (single) return {{ ...single, isSingle: true, state: "" }};
  const clusters = icons().filter(isCluster).filter(middle)
    .sort((one, other) => number(one) - number(other));
  return clusters.length ? {{ ...middle(clusters[0]), isSingle: false, state }} : null;
}}"""
CHANGED = f"""(state) => {{ {COMMON}
  return all(".mp-list li button").length
    || icons().map((icon) => icon.style.transform + icon.textContent).join() !== state;
}}"""
