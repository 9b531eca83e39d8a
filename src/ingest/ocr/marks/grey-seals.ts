import { type Component, componentsOf, type InkRuns } from '../components.js';
import type { Bitmap, Grey } from '../grey.js';
import type { PixelBox } from './seals.js';

/** Inches: round seals of offices are 32 to 42 mm wide. */
const LEAST_RADIUS = 0.5;
const MOST_RADIUS = 0.9;
/** Share of the way round that must be inked for a ring. */
const ROUND = 0.7;
/** Pixels a side of the fields that rings are looked for in, and fields by which one may miss the circle. */
const FIELD = 4;
const OFF = 1;
const TRIES = 200;
/** Pixels by which a circle found in fields may be off, and by which ink may miss the circle then. */
const ROUGH = 7;
const SLACK = 3;
/** Grey levels by which a seal's ink is lighter than print, at least, to be told from it. */
const LIGHTER = 28;
/** Pixels about print that keep their grey: the soft edges of its strokes. */
const EDGE = 1;
/** Marks on the way round that are looked at. */
const ANGLES = 180;

interface Circle {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** The circle through three points; null where they lie in a line. */
function circleThrough(
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
  [cx, cy]: readonly [number, number],
): Circle | null {
  const d = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by));
  if (Math.abs(d) < 1) return null;
  const [a, b, c] = [ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy];
  const x = (a * (by - cy) + b * (cy - ay) + c * (ay - by)) / d;
  const y = (a * (cx - bx) + b * (ax - cx) + c * (bx - ax)) / d;
  return { x, y, r: Math.hypot(ax - x, ay - y) };
}

/** The outermost points of a component on the left and the right, row by row. */
function outlineOf(
  { x0, x1, y0, y1, runs: own }: Component,
  runs: InkRuns,
): readonly (readonly [number, number])[] {
  const left = new Int32Array(y1 - y0).fill(x1);
  const right = new Int32Array(y1 - y0).fill(x0);
  for (const run of own) {
    const row = (runs.y[run] as number) - y0;
    left[row] = Math.min(left[row] as number, runs.from[run] as number);
    right[row] = Math.max(right[row] as number, (runs.to[run] as number) - 1);
  }
  return [...left].flatMap((x, row) => [[x, row + y0] as const, [right[row] as number, row + y0] as const]);
}

/** Share of the way round at which there is ink. */
function inkedShare({ width, height, data }: Bitmap, { x, y, r }: Circle, slack: number): number {
  let inked = 0;
  for (let i = 0; i < ANGLES; i++) {
    const angle = (2 * Math.PI * i) / ANGLES;
    let hit = false;
    for (let d = -slack; d <= slack && !hit; d++) {
      const px = Math.round(x + (r + d) * Math.cos(angle));
      const py = Math.round(y + (r + d) * Math.sin(angle));
      hit = px >= 0 && py >= 0 && px < width && py < height && data[py * width + px] === 1;
    }
    if (hit) inked++;
  }
  return inked / ANGLES;
}

/** The ring that a component is or hangs at; null where it has none of a seal's size. `dpi` as of the bitmap. */
function ringOf(component: Component, runs: InkRuns, bitmap: Bitmap, dpi: number): Circle | null {
  const least = 1.8 * LEAST_RADIUS * dpi;
  if (component.x1 - component.x0 < least || component.y1 - component.y0 < least) return null;
  const outline = outlineOf(component, runs);
  let best: Circle | null = null;
  let most = 0;
  // The same points each time: a page must be read the same twice.
  let seed = 1;
  const next = (): readonly [number, number] => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return outline[(seed >>> 8) % outline.length] as readonly [number, number];
  };
  for (let i = 0; i < TRIES; i++) {
    const circle = circleThrough(next(), next(), next());
    if (circle === null || circle.r < LEAST_RADIUS * dpi || circle.r > MOST_RADIUS * dpi) continue;
    let on = 0;
    for (const [x, y] of outline)
      if (Math.abs(Math.hypot(x - circle.x, y - circle.y) - circle.r) <= OFF) on++;
    if (on <= most) continue;
    most = on;
    best = circle;
  }
  return best !== null && inkedShare(bitmap, best, OFF) >= ROUND ? best : null;
}

/** The bitmap in fields: inked where any of their pixels is. */
function inFields({ width, height, data }: Bitmap): Bitmap {
  const columns = Math.ceil(width / FIELD);
  const rows = Math.ceil(height / FIELD);
  const fields = new Uint8Array(columns * rows);
  for (let at = data.indexOf(1); at >= 0; at = data.indexOf(1, at + 1)) {
    const y = Math.floor(at / width);
    const column = Math.floor((at - y * width) / FIELD);
    fields[Math.floor(y / FIELD) * columns + column] = 1;
    // On to the next field of this row.
    at = Math.min(y * width + width, y * width + (column + 1) * FIELD) - 1;
  }
  return { width: columns, height: rows, data: fields };
}

/** A circle found in fields as pixels have it: the one nearby that is inked all round most. */
function refined(bitmap: Bitmap, rough: Circle): Circle {
  let best = rough;
  let most = 0;
  for (let dr = -ROUGH; dr <= ROUGH; dr += 2)
    for (let dy = -ROUGH; dy <= ROUGH; dy += 2)
      for (let dx = -ROUGH; dx <= ROUGH; dx += 2) {
        const circle = { x: rough.x + dx, y: rough.y + dy, r: rough.r + dr };
        const share = inkedShare(bitmap, circle, 0);
        if (share < most || (share === most && circle.r < best.r)) continue;
        most = share;
        best = circle;
      }
  return best;
}

function ringsIn(bitmap: Bitmap, dpi: number): readonly Circle[] {
  const fields = inFields(bitmap);
  const { components, runs } = componentsOf(fields);
  return components.flatMap((component) => {
    const ring = ringOf(component, runs, fields, dpi / FIELD);
    if (ring === null) return [];
    const middle = (FIELD - 1) / 2;
    return [refined(bitmap, { x: ring.x * FIELD + middle, y: ring.y * FIELD + middle, r: ring.r * FIELD })];
  });
}

/** The level that a fifth of the counted pixels are darker than: that of strokes, not of their edges; null for too few. */
function strokeLevel(counts: Uint32Array): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total < 50) return null;
  let seen = 0;
  for (const [level, count] of counts.entries()) {
    seen += count;
    if (5 * seen >= total) return level;
  }
  return null;
}

/** The grey of the ring's ink and of the print outside the seal's square. */
function levels(
  grey: Grey,
  bitmap: Bitmap,
  circle: Circle,
): readonly [ring: number | null, print: number | null] {
  const ring = new Uint32Array(256);
  const print = new Uint32Array(256);
  for (let i = 0; i < bitmap.data.length; i++) {
    if (bitmap.data[i] !== 1) continue;
    const level = grey.data[i] as number;
    const x = (i % grey.width) - circle.x;
    const y = Math.floor(i / grey.width) - circle.y;
    if (Math.abs(x) > circle.r + 2 * SLACK || Math.abs(y) > circle.r + 2 * SLACK)
      print[level] = (print[level] as number) + 1;
    else if (Math.abs(Math.hypot(x, y) - circle.r) <= SLACK) ring[level] = (ring[level] as number) + 1;
  }
  return [strokeLevel(ring), strokeLevel(print)];
}

/** Turns to paper what in the circle is lighter than `limit` and no edge of print. */
function lighten(grey: Grey, bitmap: Bitmap, { x: cx, y: cy, r }: Circle, limit: number): void {
  const { width, height } = grey;
  const reach = r + 2 * SLACK;
  const x0 = Math.max(0, Math.floor(cx - reach));
  const x1 = Math.min(width, Math.ceil(cx + reach));
  const y0 = Math.max(0, Math.floor(cy - reach));
  const y1 = Math.min(height, Math.ceil(cy + reach));
  const print = new Uint8Array(width * (y1 - y0));
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++)
      if ((grey.data[y * width + x] as number) <= limit)
        for (let row = Math.max(y0, y - EDGE); row < Math.min(y1, y + EDGE + 1); row++)
          print.fill(
            1,
            (row - y0) * width + Math.max(x0, x - EDGE),
            (row - y0) * width + Math.min(x1, x + EDGE + 1),
          );
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) {
      if (print[(y - y0) * width + x] === 1 || Math.hypot(x - cx, y - cy) > reach) continue;
      grey.data[y * width + x] = 255;
      bitmap.data[y * width + x] = 0;
    }
}

/**
 * Finds round seals on a page without colour (a seal scanned in grey is lighter than print) and takes their ink out of
 * `grey` and `bitmap`, which are changed; print under it stays. A seal as dark as the print stays too. Comes back with
 * the squares of the seals that were taken out, in pixels. `dpi` is the pictures' resolution.
 */
export function takeGreySeals(grey: Grey, bitmap: Bitmap, dpi: number): readonly PixelBox[] {
  const found: PixelBox[] = [];
  for (const circle of ringsIn(bitmap, dpi)) {
    const [ring, print] = levels(grey, bitmap, circle);
    if (ring === null || print === null || ring - print < LIGHTER) continue;
    lighten(grey, bitmap, circle, (ring + print) / 2);
    const { x, y, r } = circle;
    found.push({
      x0: Math.max(0, Math.floor(x - r)),
      y0: Math.max(0, Math.floor(y - r)),
      x1: Math.min(grey.width, Math.ceil(x + r)),
      y1: Math.min(grey.height, Math.ceil(y + r)),
    });
  }
  return found;
}
