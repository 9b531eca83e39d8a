import type { Box } from '../../document/box.js';
import type { PageMark } from '../../document/source-document.js';
import type { LayoutPage, LayoutWord, Ruling } from '../layout/layout-page.js';
import type { PreparedPage, UprightPage } from './clean-page.js';
import type { Engine } from './engine/engine.js';
import type { PixelBox } from './marks/seals.js';
import { isNoise } from './noise.js';
import { type PieceWord, readPieces } from './read-sheet.js';
import type { RasterPage } from './recognizer.js';
import { isEdgeScrap, isSheetEdge } from './sheet-edge.js';
import { typeSizeOf } from './type-size.js';
import { type Turn, toDisplayed } from './upright.js';
import { meanConfidence, waysUp } from './ways-up.js';
import { withBarsRead } from './words/bar-letters.js';
import { asDash, missedDashes } from './words/dashes.js';
import { withFiguresRead } from './words/figure-columns.js';
import { withOpenLettersRead } from './words/open-letters.js';
import { isScrawl } from './words/scrawl.js';
import { withDoubtfulReadTwice } from './words/second-look.js';

/** What the reading of one page needs besides the page. */
export interface PageReading {
  readonly engine: Engine;
  readonly signal: AbortSignal;
}

/** Mean confidence under which the page is tried the other way up. */
const DOUBTFUL = 0.6;
/** Under this confidence a "word" without a letter or digit is dirt. */
const DIRT = 0.5;
/** Under this confidence a word of one or two characters is dirt whatever it was read as. */
const NOISE = 0.25;
/** Points by which a picture's edge may miss the page's. */
const SAME_EDGE = 0.5;
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
  const twice = await withDoubtfulReadTwice(engine, page, words, signal);
  const read = (await withFiguresRead(engine, page, twice, signal))
    .map((word) => ({ ...word, text: withBarsRead(word, page.runs, page.size) }))
    .map((word) => ({ ...word, text: withOpenLettersRead(word, page.runs) }))
    .map((word) => asDash(word, page.size))
    .filter((word) => !isDirt(word) && !isScrawl(word, page.size));
  const kept = [...read, ...missedDashes(page.pieces, read, page.size)];
  return { page, words: kept, confidence: meanConfidence(kept) };
}

async function readBestWayUp(prepared: PreparedPage, dpi: number, reading: PageReading): Promise<Reading> {
  let best: Reading | null = null;
  let page: UprightPage | null = null;
  for await (const turned of waysUp(prepared, dpi, reading)) {
    page = turned;
    if (page.pieces.length === 0 || isNoise(page)) break;
    const attempt = await readUpright(page, reading);
    if (best === null || attempt.confidence > best.confidence) best = attempt;
    if (best.confidence >= DOUBTFUL) break;
  }
  if (best !== null) return best;
  if (page === null) throw new RangeError('no way up to try');
  return { page, words: [], confidence: 0 };
}

/** The page's marks in points. */
function marksOf({ seals, signatures }: PreparedPage, toPage: (box: PixelBox) => Box): readonly PageMark[] {
  const mark =
    (kind: PageMark['kind']) =>
    (box: PixelBox): PageMark => ({ kind, box: toPage(box) });
  return [...seals.map(mark('seal')), ...signatures.map(mark('signature'))];
}

const isPart = ({ width, height, area }: RasterPage): boolean =>
  area?.some((edge, i) => Math.abs(edge - ([0, 0, width, height][i] ?? 0)) > SAME_EDGE) === true;

/** Where the page's picture lies on it. */
export const areaOf = (page: RasterPage): Box =>
  page.area !== undefined && isPart(page) ? page.area : [0, 0, page.width, page.height];

/** Puts a box of the page's picture, in points, where it lies on the page. */
function placing(page: RasterPage): (box: Box) => Box {
  const [left, top] = areaOf(page);
  return ([x0, y0, x1, y1]) => [
    within(x0 + left, page.width),
    within(y0 + top, page.height),
    within(x1 + left, page.width),
    within(y1 + top, page.height),
  ];
}

/** From the upright frame to the page. It lives as long as the page's text and must hold none of its pictures. */
function wayBack(page: RasterPage, turn: Turn): (box: Box) => Box {
  const [left, top, right, bottom] = areaOf(page);
  const onPage = placing(page);
  const displayed = toDisplayed(turn, right - left, bottom - top);
  return (box) => onPage(displayed(box));
}

/**
 * Recognizes the prepared picture of a page. Words and rulings come out in points in the upright frame; `toOriginal` is set
 * where that is not the page as displayed. Rejects with an EngineFailure when the engine breaks or is stopped.
 */
export async function readPage(
  prepared: PreparedPage,
  page: RasterPage,
  reading: PageReading,
): Promise<LayoutPage> {
  const [left, , right] = areaOf(page);
  const scale = (right - left) / prepared.grey.width;
  const onPage = placing(page);
  const inPoints = ({ x0, y0, x1, y1 }: PixelBox): Box => [x0 * scale, y0 * scale, x1 * scale, y1 * scale];
  const { page: upright, words: read, confidence } = await readBestWayUp(prepared, 72 / scale, reading);
  const words = read.filter((word) => !isEdgeScrap(word, upright.grey, scale));
  const fromUpright = wayBack(page, upright.turn);
  const marks = [
    ...marksOf(prepared, (box) => onPage(inPoints(box))),
    ...upright.seals.map((box): PageMark => ({ kind: 'seal', box: fromUpright(inPoints(box)) })),
  ];
  const base = {
    number: page.number,
    width: page.width,
    height: page.height,
    ...(marks.length === 0 ? {} : { marks }),
  };
  const rulings: Ruling[] = upright.rulings
    .filter((r) => !isSheetEdge(r, upright.grey, scale))
    .map((r) => ({
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
  const same = turn.quarters === 0 && turn.degrees === 0 && turn.warp === null && !isPart(page);
  return {
    ...base,
    method: 'ocr',
    reason: `recognized by tesseract (${reading.engine.kind})`,
    confidence: Math.round(confidence * 1000) / 1000,
    words: words.map((word) => toLayoutWord(word, upright, scale)),
    rulings,
    ...(same ? {} : { toOriginal: wayBack(page, turn) }),
  };
}

const within = (value: number, most: number): number => Math.min(most, Math.max(0, value));

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
