import type { Bitmap } from '../grey.js';
import type { Line } from './ruling-line.js';

/** Lengths in inches: a longer line is no row of letters; a letter's stem is longer than the first and shorter than the second. */
const LONGEST = 0.9;
const STEM = 0.06;
const TALLEST = 0.26;
/** Stems that hang from it, and share of its length that they take, at least. */
const LEAST_STEMS = 2;
const LEAST_SHARE = 0.08;

/** Pixels of ink that hang down from y in column x without a break, up to `most`. */
function hanging({ width, height, data }: Bitmap, x: number, y: number, most: number): number {
  let at = y;
  while (at < height && at - y < most && data[at * width + x] === 1) at++;
  return at - y;
}

/**
 * Whether a short level line is the tops of letters that touch each other, as the arms of "TTTT" do: stems as long as
 * letters hang from it, and nothing stands on it. Rules have upright rules at them, which are longer, or print
 * standing on them.
 */
export function isLetterTops(bitmap: Bitmap, line: Line, dpi: number): boolean {
  if (line.orientation !== 'horizontal' || line.to - line.from > LONGEST * dpi) return false;
  const thick = Math.ceil(line.thickness) + 2;
  let stems = 0;
  let columns = 0;
  let standing = 0;
  let open = false;
  for (let x = line.from; x < line.to; x++) {
    const y = line.course[x - line.from] as number;
    const depth = hanging(bitmap, x, y, TALLEST * dpi);
    if (depth >= TALLEST * dpi) return false;
    if (y > thick && bitmap.data[(y - thick) * bitmap.width + x] === 1) standing++;
    const isStem = depth >= STEM * dpi;
    if (isStem) columns++;
    if (isStem && !open) stems++;
    open = isStem;
  }
  return (
    stems >= LEAST_STEMS &&
    columns >= LEAST_SHARE * (line.to - line.from) &&
    standing < (line.to - line.from) * 0.1
  );
}
