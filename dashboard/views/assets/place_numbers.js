/* The numbers of a practice's several places, at their marks. */

const COVERING = 20; // pixels within which a mark hides the number of another

/* Numbers as positions.py writes them: '1–3, 5'. */
export function numberRanges(numbers) {
  const runs = [];
  for (const number of [...numbers].sort((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(", ");
}

/* What stands at each mark, given their points in pixels in the order of the places: its number,
   or those of all marks that cover each other; '' where there is one mark alone. */
export function numbersAt(points) {
  if (points.length < 2) return points.map(() => "");
  let groups = [];
  points.forEach((point, at) => {
    const away = (other) => Math.hypot(points[other].x - point.x, points[other].y - point.y);
    const near = groups.filter((group) => group.some((other) => away(other) < COVERING));
    groups = groups.filter((group) => !near.includes(group));
    groups.push([...near.flat(), at]);
  });
  const written = [];
  groups.forEach((group) => {
    const text = numberRanges(group.map((at) => at + 1));
    group.forEach((at) => (written[at] = text));
  });
  return written;
}
