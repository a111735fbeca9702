/** Plane geometry on boxes {x, y, width, height} and orthogonal or slanted segments [{x, y}, {x, y}]. */

export const grow = (b, by) => ({ x: b.x - by, y: b.y - by, width: b.width + 2 * by, height: b.height + 2 * by });

export const overlaps = (a, b) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

export const contains = (outer, inner) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

export const segments = (points) => points.slice(1).map((p, i) => [points[i], p]);

/** Whether any inner point of a segment lies inside a box (Liang–Barsky clipping). */
export function passesThrough([a, b], box) {
  let from = 0;
  let to = 1;
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  for (const [p, q] of [
    [-dx, a.x - box.x],
    [dx, box.x + box.width - a.x],
    [-dy, a.y - box.y],
    [dy, box.y + box.height - a.y],
  ]) {
    if (p === 0) {
      if (q <= 0) return false;
      continue;
    }
    const r = q / p;
    if (p < 0) from = Math.max(from, r);
    else to = Math.min(to, r);
  }
  return from < to;
}

const side = (a, b, p) => Math.sign((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x));

/** Whether two segments cut each other; a line that only ends on the other one counts, two in one line do not. */
export function crosses([a, b], [c, d]) {
  const [s1, s2, s3, s4] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (s1 === 0 && s2 === 0) return false;
  return s1 * s2 <= 0 && s3 * s4 <= 0;
}

/** Whether two segments cut each other so that both go on beyond the point where they meet. */
export function cutsThrough([a, b], [c, d]) {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** Length over which two segments run on (nearly) one line, in pixels. */
export function sharedRun([a, b], [c, d], tolerance = 4) {
  const run = (across, along) => {
    const straight = Math.abs(a[across] - b[across]) < 1 && Math.abs(c[across] - d[across]) < 1;
    if (!straight || Math.abs(a[across] - c[across]) > tolerance) return 0;
    const end = Math.min(Math.max(a[along], b[along]), Math.max(c[along], d[along]));
    return end - Math.max(Math.min(a[along], b[along]), Math.min(c[along], d[along]));
  };
  return Math.max(0, run('x', 'y'), run('y', 'x'));
}

const isWide = (c) => c.codePointAt(0) > 0x2e7f;

/** Width of a text in pixels, close enough for boxes: a Chinese character is as wide as the font is high. */
export const textWidth = (text, size) => [...text].reduce((w, c) => w + (isWide(c) ? size : size * 0.58), 0);

/** Length of a label in Chinese characters; two letters or digits count as one. */
export const labelLength = (text) => [...text.replace(/\s/g, '')].reduce((n, c) => n + (isWide(c) ? 1 : 0.5), 0);

/** Box that the text of an outside label really covers: centred in its bounds, beginning at their top, wrapped at 90 or more. */
export function labelBox(text, bounds, size = 11, lineHeight = 13.2) {
  const max = Math.max(bounds.width, 90);
  let lines = 0;
  let widest = 0;
  for (const line of text.split('\n')) {
    const width = textWidth(line, size);
    const count = Math.max(1, Math.ceil(width / max));
    lines += count;
    widest = Math.max(widest, count > 1 ? max : width);
  }
  return { x: bounds.x + bounds.width / 2 - widest / 2, y: bounds.y, width: widest, height: lines * lineHeight };
}
