import { type PreparedPage, takeApart, type UprightPage } from './clean-page.js';
import type { Engine, EngineWord } from './engine/engine.js';
import { turnedAround } from './photo/warp.js';
import { readPieces } from './read-sheet.js';

/** Pieces read to tell one way up from the other. */
const SAMPLE = 12;
/** Letter heights: longer pieces take time and tell no more. */
const LONGEST = 60;
/** Marks below the line against those above it, over which a page may stand on its head. */
const TURNED = 1.3;
/** Marks needed to tell. */
const ENOUGH = 20;

/** Confidence per letter, 0 without any. */
export function meanConfidence(words: readonly Pick<EngineWord, 'text' | 'confidence'>[]): number {
  let sum = 0;
  let letters = 0;
  for (const word of words) {
    sum += word.confidence * word.text.length;
    letters += word.text.length;
  }
  return letters === 0 ? 0 : sum / letters;
}

const middleOf = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

/**
 * Whether the page may stand on its head: Vietnamese has far more marks over its letters than under them.
 */
export function mayStandOnHead({ pieces, size }: UprightPage): boolean {
  let above = 0;
  let below = 0;
  for (const { components } of pieces) {
    const letters = components.filter((c) => c.y1 - c.y0 >= 0.55 * size);
    if (letters.length < 3) continue;
    const top = middleOf(letters.map((c) => c.y0));
    const bottom = middleOf(letters.map((c) => c.y1));
    for (const c of components) {
      if (c.y1 - c.y0 >= 0.55 * size) continue;
      if (c.y1 <= top + 1) above++;
      else if (c.y0 >= bottom - 1) below++;
    }
  }
  return above + below >= ENOUGH && below > above * TURNED;
}

/** How well the page reads this way up, by some of its longest pieces. */
async function trial(page: UprightPage, engine: Engine, signal: AbortSignal): Promise<number> {
  const lengthOf = ({ x0, x1 }: { readonly x0: number; readonly x1: number }): number =>
    Math.min(x1 - x0, LONGEST * page.size);
  const pieces = [...page.pieces]
    .filter((piece) => !piece.tall && piece.x1 - piece.x0 < LONGEST * page.size)
    .sort((a, b) => lengthOf(b) - lengthOf(a))
    .slice(0, SAMPLE);
  return meanConfidence(await readPieces(engine, page, pieces, 'block', signal));
}

/**
 * The page taken apart the ways up that it may be read, the likeliest first; the other ones only when asked for. Where
 * its letters do not tell, a sample is read both ways. Rejects as the engine does.
 */
export async function* waysUp(
  prepared: PreparedPage,
  dpi: number,
  { engine, signal }: { readonly engine: Engine; readonly signal: AbortSignal },
): AsyncGenerator<UprightPage> {
  const { sideways, lean: degrees, warp } = prepared;
  const first = takeApart(prepared, { quarters: sideways ? 1 : 0, degrees, warp }, dpi);
  const around = warp === null ? null : turnedAround(warp);
  const other = (): UprightPage =>
    takeApart(prepared, { quarters: sideways ? 3 : 2, degrees, warp: around }, dpi);
  if (!prepared.sideways && !mayStandOnHead(first)) {
    yield first;
    yield other();
    return;
  }
  const second = other();
  const better = (await trial(first, engine, signal)) >= (await trial(second, engine, signal));
  yield better ? first : second;
  yield better ? second : first;
}
