import type { Bitmap } from './grey.js';
import { longRuns } from './rulings/ruling-strokes.js';

/** Points of a picture turned level: from its middle, in halves of its longer side. */
export interface Points {
  readonly xs: Float32Array;
  readonly ys: Float32Array;
}

/** Points of ink, and of upright strokes, that are taken of a picture at most, or nearly so. */
const ENOUGH_INK = 24_000;
const ENOUGH_STROKES = 4_000;
/** Share of the picture at its rim in which scanners and desks leave shadows. */
const RIM = 0.02;
/** Inches of an upright stroke that no letter has. */
const STROKE = 0.3;
/** Pixels between two points of a stroke, and at its ends that are left out: rulings across it thicken it there. */
const APART = 6;
const END = 2;

/** Points of `picture`, put level when it leans by `degrees`. */
function levelled(
  { width, height }: Bitmap,
  degrees: number,
  places: readonly (readonly [number, number])[],
): Points {
  const unit = Math.max(width, height) / 2;
  const cos = Math.cos((degrees * Math.PI) / 180) / unit;
  const sin = Math.sin((degrees * Math.PI) / 180) / unit;
  const xs = new Float32Array(places.length);
  const ys = new Float32Array(places.length);
  for (const [i, [x, y]] of places.entries()) {
    const dx = x - width / 2;
    const dy = y - height / 2;
    xs[i] = cos * dx + sin * dy;
    ys[i] = cos * dy - sin * dx;
  }
  return { xs, ys };
}

/** Ink of a picture whose lines fall by `degrees`, a share of it where there is much. */
export function inkPoints(picture: Bitmap, degrees: number): Points {
  const { width, height, data } = picture;
  let ink = 0;
  for (let i = 0; i < data.length; i += 7) ink += 7 * (data[i] as number);
  const step = Math.max(1, Math.round(ink / ENOUGH_INK));
  const rim = Math.round(Math.min(width, height) * RIM);
  const places: [number, number][] = [];
  let seen = 0;
  for (let y = rim; y < height - rim; y++)
    for (let x = rim; x < width - rim; x++) {
      // Every so many-th, another one in each row: else they would stand in columns.
      if (data[y * width + x] === 1 && seen++ % step === (y * 7) % step) places.push([x, y]);
    }
  return levelled(picture, degrees, places);
}

/** Points of the long upright strokes, rulings nearly all, of a picture at `dpi` whose lines fall by `degrees`. */
export function strokePoints(picture: Bitmap, degrees: number, dpi: number): Points {
  const places: [number, number][] = [];
  for (const { at, from, to } of longRuns(picture, 'vertical', Math.round(STROKE * dpi)))
    for (let y = from + END; y < to - END; y += APART) places.push([at, y]);
  const step = Math.max(1, Math.ceil(places.length / ENOUGH_STROKES));
  return levelled(
    picture,
    degrees,
    places.filter((_, i) => i % step === 0),
  );
}
