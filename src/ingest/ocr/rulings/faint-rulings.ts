import type { Grey } from '../grey.js';
import type { Line } from './ruling-line.js';

/** Inches of a line over which its darkness is averaged: shorter than a word, longer than a dash and its gap. */
const BLOCK = 0.06;
/** Inches to both sides at which there must be paper. */
const ASIDE = 0.016;
/** Inches on both sides of an upright line that text keeps off it: figures under each other stand closer. */
const CLEAR = 0.04;
/** Grey levels that the line must be darker than its sides, on the average, and the least grey of paper. */
const DARKER = 9;
const PAPER = 222;
/** Inches that a line must be long. */
const SHORTEST = 0.6;
/** Inches by which a line may miss the line that it ends at, and within which it is led on to that line. */
const TOUCH = 0.13;
/** Inches by which print may seem to lengthen it. */
const MOST_OVER = 0.35;
const NEAR = 0.2;
/** Share of a line's usual darkness that its blocks must have, and share of them that must. */
const EVEN = 0.3;
const EVEN_SHARE = 0.92;
/** Pixels that a line may step aside from one block to the next. */
const STEP = 3;
/** More of them than the densest table has: the picture is a raster, not ruled. */
const MOST_LINES = 400;

/** A place that is darker than what lies on both sides of it, by `dark` grey levels. */
interface Peak {
  readonly at: number;
  readonly dark: number;
}

interface Chain {
  readonly blocks: (Peak & { readonly block: number })[];
}

/** Whether there is paper on both sides of `at`, from `aside` to `clear` pixels away. */
function isClear(means: Float32Array, at: number, aside: number, clear: number): boolean {
  for (let away = aside + 3; away <= clear; away += 3)
    if ((means[at - away] ?? 255) < PAPER || (means[at + away] ?? 255) < PAPER) return false;
  return true;
}

/** Where, in each block of columns (or rows), rows (columns) are darker than paper on both sides. */
function peaks(means: Float32Array, aside: number, clear: number): readonly Peak[] {
  const found: Peak[] = [];
  for (let i = aside; i < means.length - aside; i++) {
    const own = means[i] as number;
    const sides = Math.min(means[i - aside] as number, means[i + aside] as number);
    if (sides < PAPER || sides - own < DARKER || !isClear(means, i, aside, clear)) continue;
    const isLowest = own <= (means[i - 1] as number) && own < (means[i + 1] as number);
    if (isLowest) found.push({ at: i, dark: sides - own });
  }
  return found;
}

/** The picture's mean grey along each row in every block of columns. */
function meansAcross({ width, height, data }: Grey, block: number): readonly Float32Array[] {
  const count = Math.floor(width / block);
  const means = Array.from({ length: count }, () => new Float32Array(height));
  for (let y = 0; y < height; y++) {
    let x = y * width;
    for (let b = 0; b < count; b++) {
      const end = x + block;
      let sum = 0;
      while (x < end) sum += data[x++] as number;
      (means[b] as Float32Array)[y] = sum / block;
    }
  }
  return means;
}

/** The picture's mean grey along each column in every block of rows (fewer than 257). */
function meansDown({ width, height, data }: Grey, block: number): readonly Float32Array[] {
  const bytes = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const fours = width >> 2;
  // Of each four columns the first and the third are added up in one word of 32 bits, the others in the next.
  const sums = new Uint32Array(2 * fours);
  return Array.from({ length: Math.floor(height / block) }, (_, b) => {
    sums.fill(0);
    const means = new Float32Array(width);
    for (let y = b * block; y < (b + 1) * block; y++) {
      const row = y * width;
      for (let i = 0; i < fours; i++) {
        const four = bytes.getUint32(row + 4 * i, true);
        sums[2 * i] = (sums[2 * i] as number) + (four & 0xff_00ff);
        sums[2 * i + 1] = (sums[2 * i + 1] as number) + ((four >>> 8) & 0xff_00ff);
      }
      for (let x = 4 * fours; x < width; x++) means[x] = (means[x] as number) + (data[row + x] as number);
    }
    for (let i = 0; i < fours; i++) {
      const [even, odd] = [sums[2 * i] as number, sums[2 * i + 1] as number];
      means[4 * i] = even & 0xffff;
      means[4 * i + 1] = odd & 0xffff;
      means[4 * i + 2] = even >>> 16;
      means[4 * i + 3] = odd >>> 16;
    }
    for (let x = 0; x < width; x++) means[x] = (means[x] as number) / block;
    return means;
  });
}

/** Peaks of neighbouring blocks at about the same place, strung together; one block may lack its peak. */
function chains(
  perBlock: readonly (readonly Peak[])[],
  means: readonly Float32Array[],
  least: number,
): readonly Chain[] {
  const done: Chain[] = [];
  let open: Chain[] = [];
  for (const [block, places] of perBlock.entries()) {
    const next = open.filter(({ blocks }) => block - (blocks.at(-1)?.block ?? 0) <= 2);
    done.push(...open.filter((chain) => !next.includes(chain)));
    for (const peak of places) {
      const chain = next.find(({ blocks }) => {
        const last = blocks.at(-1);
        return last !== undefined && last.block < block && Math.abs(last.at - peak.at) <= STEP;
      });
      if (chain === undefined) next.push({ blocks: [{ block, ...peak }] });
      else chain.blocks.push({ block, ...peak });
    }
    open = next;
  }
  return [...done, ...open]
    .flatMap((chain) => unbroken(chain, means))
    .filter(({ blocks }) => {
      const length = (blocks.at(-1)?.block ?? 0) - (blocks[0]?.block ?? 0) + 1;
      return length >= least && isEven(blocks.map(({ dark }) => dark));
    });
}

/** Whether the line is about as dark all along: letters under each other are dark and white by turns. */
function isEven(dark: readonly number[]): boolean {
  const middle = [...dark].sort((a, b) => a - b)[dark.length >> 1] ?? 0;
  return dark.filter((own) => own >= EVEN * middle).length >= EVEN_SHARE * dark.length;
}

/** The chain in parts without gaps. A block that is dark though it stands out on one side only is no gap. */
function unbroken({ blocks }: Chain, means: readonly Float32Array[]): readonly Chain[] {
  const runs: Chain['blocks'][] = [];
  for (const place of blocks) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    const gap = place.block - (before?.block ?? 0);
    const between = means[place.block - 1]?.[place.at] ?? 255;
    const dark = 255 - between > EVEN * Math.min(place.dark, before?.dark ?? 0) + DARKER;
    if (last !== undefined && (gap === 1 || (gap === 2 && dark))) last.push(place);
    else runs.push([place]);
  }
  return runs.map((run) => ({ blocks: run }));
}

function toLine({ blocks }: Chain, vertical: boolean, block: number, along: number): Line {
  const from = (blocks[0]?.block ?? 0) * block;
  const to = Math.min(along, ((blocks.at(-1)?.block ?? 0) + 1) * block);
  const course = new Int16Array(to - from);
  let sum = 0;
  for (const [i, { block: own, at }] of blocks.entries()) {
    sum += at;
    const end = i + 1 < blocks.length ? (blocks[i + 1]?.block ?? own) * block : to;
    course.fill(at, own * block - from, end - from);
  }
  const orientation = vertical ? 'vertical' : 'horizontal';
  return { orientation, position: sum / blocks.length, from, to, thickness: 3, course };
}

const overlap = (a: Line, b: Line): number => Math.min(a.to, b.to) - Math.max(a.from, b.from);

/** Whether solid lines cover most of it: what is left of them after they were wiped off. */
function isKnown(line: Line, known: readonly Line[], slack: number): boolean {
  const covered = known
    .filter((other) => Math.abs(other.position - line.position) < slack)
    .reduce((sum, other) => sum + Math.max(0, overlap(line, other)), 0);
  return covered > 0.5 * (line.to - line.from);
}

const crosses = (a: Line, b: Line, slack: number): boolean =>
  a.orientation !== b.orientation &&
  b.position > a.from - slack &&
  b.position < a.to + slack &&
  a.position > b.from - slack &&
  a.position < b.to + slack;

/**
 * The line cut to the first and the last line across it: print in its way makes it seem longer. Null where it meets no
 * two, or runs on too far: columns of letters under each other seldom end at lines.
 */
function betweenLines(line: Line, others: readonly Line[], dpi: number): Line | null {
  const met = others.filter((other) => crosses(line, other, TOUCH * dpi)).map((other) => other.position);
  const from = Math.max(line.from, Math.round(Math.min(...met)));
  const to = Math.min(line.to, Math.round(Math.max(...met)));
  const over = Math.max(from - line.from, line.to - to);
  if (met.length < 2 || to - from < 0.9 * SHORTEST * dpi || over > MOST_OVER * dpi) return null;
  return over < TOUCH * dpi
    ? line
    : { ...line, from, to, course: line.course.slice(from - line.from, to - line.from) };
}

/** Whether solid lines of the same ends run beside it: a rule between two rows that came out paler than the others. */
const isOneOfSeveral = (line: Line, known: readonly Line[], slack: number): boolean =>
  known.filter(
    (other) =>
      other.orientation === line.orientation &&
      Math.abs(other.from - line.from) < slack &&
      Math.abs(other.to - line.to) < slack,
  ).length >= 2;

/** The line's ends at the lines that it meets there, where they are near. */
function snapped(line: Line, others: readonly Line[], dpi: number): Line {
  const met = others.filter((other) => crosses(line, other, NEAR * dpi)).map((other) => other.position);
  const near = (end: number, outward: 1 | -1): number => {
    const close = met.filter((position) => Math.abs(position - end) < NEAR * dpi);
    return close.length === 0 ? end : outward * Math.max(...close.map((position) => outward * position));
  };
  const [from, to] = [Math.max(0, Math.round(near(line.from, -1))), Math.round(near(line.to, 1))];
  if (to - from < 2) return line;
  const course = new Int16Array(to - from);
  for (let u = from; u < to; u++)
    course[u - from] = line.course[Math.min(line.course.length - 1, Math.max(0, u - line.from))] ?? 0;
  return { ...line, from, to, course };
}

/**
 * Lines of a picture without its solid ones (`known`) that are dotted, dashed, or too pale to count as ink: dark on
 * the average in every stretch of half a letter's width, with paper on both sides. Only those that make a grid come
 * out: each ends at lines across it (of these or of
 * `known`), or lies beside solid lines of the same ends.
 */
export function faintRulings(grey: Grey, known: readonly Line[], dpi: number): readonly Line[] {
  const block = Math.max(6, Math.round(BLOCK * dpi));
  const aside = Math.max(3, Math.round(ASIDE * dpi));
  const clear = Math.round(CLEAR * dpi);
  let found: Line[] = [];
  for (const vertical of [false, true]) {
    const means = vertical ? meansDown(grey, block) : meansAcross(grey, block);
    const perBlock = means.map((own) => peaks(own, aside, vertical ? clear : aside));
    const along = vertical ? grey.height : grey.width;
    const lines = chains(perBlock, means, (SHORTEST * dpi) / block).map((chain) =>
      toLine(chain, vertical, block, along),
    );
    if (lines.length > MOST_LINES) return [];
    const own = known.filter((line) => (line.orientation === 'vertical') === vertical);
    found.push(...lines.filter((line) => !isKnown(line, own, 2 * aside)));
  }
  for (let before = -1; before !== found.length; ) {
    before = found.length;
    const all = [...known, ...found];
    found = found.flatMap(
      (line) => betweenLines(line, all, dpi) ?? (isOneOfSeveral(line, known, TOUCH * dpi) ? [line] : []),
    );
  }
  const all = [...known, ...found];
  return found.map((line) => snapped(line, all, dpi));
}
