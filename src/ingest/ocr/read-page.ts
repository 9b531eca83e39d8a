import type { Box } from '../../document/box.js';
import type { LayoutPage, LayoutWord, Ruling } from '../layout/layout-page.js';
import { withBarsRead } from './bar-letters.js';
import { type PreparedPage, preparePage, takeApart, type UprightPage } from './clean-page.js';
import { asDash, missedDashes } from './dashes.js';
import type { Engine } from './engine.js';
import { isNoise } from './noise.js';
import { withOpenLettersRead } from './open-letters.js';
import { type PieceWord, readPieces } from './read-sheet.js';
import type { Raster, RasterPage } from './recognizer.js';
import { isScrawl } from './scrawl.js';
import { withCodesReadTwice } from './second-look.js';
import { typeSizeOf } from './type-size.js';
import { type Turn, toDisplayed } from './upright.js';

/** What the reading of one page needs besides the page. */
export interface PageReading {
  readonly engine: Engine;
  readonly maxPixels: number;
  readonly signal: AbortSignal;
}

/** Mean confidence under which the page is tried the other way up. */
const DOUBTFUL = 0.6;
/** Under this confidence a "word" without a letter or digit is dirt. */
const DIRT = 0.5;
/** Under this confidence a word of one or two characters is dirt whatever it was read as. */
const NOISE = 0.25;
/** A page with a smaller share of ink and no stretch of print is empty. */
const BLANK = 0.001;
/** At most so many pieces that gave no word are read again one by one. */
const MOST_SECOND_LOOKS = 24;

/** Signs that no text has standing alone: what specks and strokes of signatures are read as. */
const NEVER_ALONE = /^[`´^~¬›‹⁄¦|\\_°¨'‘’"“”]+$/u;

const LETTER_OR_DIGIT = /[\p{Lu}\p{Ll}\p{Lo}\p{N}]/u;

interface Reading {
  readonly page: UprightPage;
  readonly words: readonly PieceWord[];
  readonly confidence: number;
}

function meanConfidence(words: readonly PieceWord[]): number {
  let sum = 0;
  let letters = 0;
  for (const word of words) {
    sum += word.confidence * word.text.length;
    letters += word.text.length;
  }
  return letters === 0 ? 0 : sum / letters;
}

const isDirt = ({ text, confidence }: PieceWord): boolean =>
  (!LETTER_OR_DIGIT.test(text) && (confidence < DIRT || NEVER_ALONE.test(text))) ||
  (text.length <= 2 && confidence < NOISE);

/** Reads an upright page: all its pieces on one sheet, then one by one those with letters that gave no word. */
async function readUpright(page: UprightPage, { engine, signal }: PageReading): Promise<Reading> {
  const words = [...(await readPieces(engine, page, page.pieces, 'block', signal))];
  const withWords = new Set(words.map((word) => word.piece));
  const missed = page.pieces.filter(
    (piece) => !withWords.has(piece) && piece.components.some((c) => c.y1 - c.y0 >= 0.55 * page.size),
  );
  for (const piece of missed.slice(0, MOST_SECOND_LOOKS)) {
    let found = await readPieces(engine, page, [piece], 'line', signal);
    if (found.length === 0) found = await readPieces(engine, page, [piece], 'word', signal);
    words.push(...found);
  }
  const read = (await withCodesReadTwice(engine, page, words, signal))
    .map((word) => ({ ...word, text: withBarsRead(word, page.runs, page.size) }))
    .map((word) => ({ ...word, text: withOpenLettersRead(word, page.runs) }))
    .map((word) => asDash(word, page.size))
    .filter((word) => !isDirt(word) && !isScrawl(word, page.size));
  const kept = [...read, ...missedDashes(page.pieces, read, page.size)];
  return { page, words: kept, confidence: meanConfidence(kept) };
}

async function readBestWayUp(prepared: PreparedPage, dpi: number, reading: PageReading): Promise<Reading> {
  const turns: readonly Turn['quarters'][] = prepared.sideways ? [1, 3] : [0, 2];
  let best: Reading | null = null;
  for (const quarters of turns) {
    const page = takeApart(prepared, { quarters, degrees: prepared.lean }, dpi);
    if (page.pieces.length === 0 || isNoise(page)) return { page, words: [], confidence: 0 };
    const attempt = await readUpright(page, reading);
    if (best === null || attempt.confidence > best.confidence) best = attempt;
    if (best.confidence >= DOUBTFUL) break;
  }
  if (best === null) throw new RangeError('no way up to try');
  return best;
}

/**
 * Recognizes the picture of a page. Words and rulings come out in points in the upright frame; `toOriginal` is set
 * where that is not the page as displayed. Rejects with an EngineFailure when the engine breaks or is stopped.
 */
export async function readPage(raster: Raster, page: RasterPage, reading: PageReading): Promise<LayoutPage> {
  const prepared = await preparePage(raster, page.width, reading.maxPixels);
  const scale = page.width / prepared.grey.width;
  const { page: upright, words, confidence } = await readBestWayUp(prepared, 72 / scale, reading);
  const base = { number: page.number, width: page.width, height: page.height };
  const rulings: Ruling[] = upright.rulings.map((r) => ({
    orientation: r.orientation,
    position: (r.position + 0.5) * scale,
    from: r.from * scale,
    to: r.to * scale,
  }));
  if (upright.pieces.length === 0 && rulings.length === 0 && upright.inkShare < BLANK)
    return { ...base, method: 'blank', reason: 'no ink', confidence: 1, words: [], rulings: [] };
  if (words.length === 0) {
    const reason = isNoise(upright) ? 'the picture is too noisy' : 'no word in the picture';
    return { ...base, method: 'unreadable', reason, confidence: 0, words: [], rulings: [] };
  }
  const { turn } = upright;
  const turned = turn.quarters !== 0 || turn.degrees !== 0;
  return {
    ...base,
    method: 'ocr',
    reason: `recognized by tesseract (${reading.engine.kind})`,
    confidence: Math.round(confidence * 1000) / 1000,
    words: words.map((word) => toLayoutWord(word, upright, scale)),
    rulings,
    ...(turned ? { toOriginal: toDisplayed(turn, page.width, page.height) } : {}),
  };
}

function toLayoutWord(word: PieceWord, page: UprightPage, scale: number): LayoutWord {
  const box: Box = [word.x0 * scale, word.y0 * scale, word.x1 * scale, word.y1 * scale];
  return {
    text: word.text,
    box,
    confidence: word.confidence,
    fontSize: Math.round(typeSizeOf(word.piece, page.size) * scale * 2) / 2,
    bold: false,
    italic: false,
    baseline: word.piece.baseline * scale,
  };
}
