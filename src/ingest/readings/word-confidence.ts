import type { WordKind } from './word-kind.js';

/** What is known of a recognized word. */
export interface WordStanding {
  readonly kind: WordKind;
  /** The recognizer's own figure, 0..1. */
  readonly engine: number;
  /** It stands in a pair that the vocabulary knows. */
  readonly known: boolean;
  /** The vocabulary or its column would have it read otherwise. */
  readonly contested: boolean;
  /** A seal or a signature lies over it. */
  readonly marked: boolean;
}

/** Shares of words that were right, by the recognizer's figure; between two points a straight line. */
type Curve = readonly (readonly [engine: number, right: number])[];

/*
 * Measured on the scanned fixtures and the bench's pages, 300 and 200 dpi, both engines, against the words of the
 * digital plans (`npm run bench:ocr -- --confidence` measures them anew). The recognizer's figure for a right word is
 * 0.96 and above in nine of ten cases; what it means below depends on whether anything else speaks for the word.
 */
const KNOWN: Curve = [
  [0, 0.6],
  [0.5, 0.92],
  [0.8, 0.94],
  [0.85, 0.985],
  [0.9, 0.997],
  [0.92, 0.9985],
  [0.96, 0.9993],
];
const ALONE: Curve = [
  [0, 0.3],
  [0.5, 0.5],
  [0.7, 0.7],
  [0.8, 0.74],
  [0.85, 0.83],
  [0.88, 0.93],
  [0.9, 0.96],
  [0.92, 0.985],
  [0.95, 0.99],
  [0.965, 0.998],
];
const NUMBER: Curve = [
  [0, 0.1],
  [0.5, 0.7],
  [0.7, 0.9],
  [0.9, 0.96],
  [0.92, 0.999],
  [0.96, 0.9995],
];
/** A hyphen and a dash differ by their length alone. */
const SIGN: Curve = [
  [0, 0.1],
  [0.7, 0.4],
  [0.88, 0.6],
  [0.9, 0.94],
  [0.92, 0.98],
  [0.96, 0.99],
];
const BROKEN: Curve = [
  [0, 0.02],
  [0.5, 0.2],
  [0.8, 0.4],
  [0.9, 0.8],
  [0.96, 0.9],
];
const CONTESTED: Curve = [
  [0, 0.02],
  [0.85, 0.05],
  [0.92, 0.15],
  [0.96, 0.4],
  [0.98, 0.55],
];

/** Of the words under a seal or a signature so many were right, however sure the recognizer was. */
const MARKED = 0.85;

function on(curve: Curve, engine: number): number {
  let [x0, y0] = curve[0] ?? [0, 0];
  for (const [x1, y1] of curve) {
    if (engine <= x1) return x1 === x0 ? y1 : y0 + ((y1 - y0) * (engine - x0)) / (x1 - x0);
    [x0, y0] = [x1, y1];
  }
  return y0;
}

function curveOf({ kind, known, contested }: WordStanding): Curve {
  if (contested) return CONTESTED;
  if (kind === 'broken') return BROKEN;
  if (known) return KNOWN;
  return kind === 'number' ? NUMBER : kind === 'sign' ? SIGN : ALONE;
}

/** How likely a recognized word of this standing is right, 0..1. Never falls as the recognizer's figure rises. */
export function wordConfidence(standing: WordStanding): number {
  const right = on(curveOf(standing), standing.engine) * (standing.marked ? MARKED : 1);
  return Math.round(right * 10_000) / 10_000;
}
