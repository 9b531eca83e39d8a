import type { Engine, EngineWord } from './engine.js';
import type { Grey } from './grey.js';
import type { Piece } from './piece.js';
import type { CleanPage, PieceWord } from './read-sheet.js';
import { makeSheet, pieceAt } from './sheet.js';
import { inkUnder } from './word-ink.js';

/** Numbers, also of documents, and abbreviations: no context helps the recognizer there, and an error is costly. */
const CODE = /[\p{Lu}\d][^\p{Lu}\d]*[\p{Lu}\d]/u;
/** A small q stands before u in Vietnamese, everywhere; without it, it is a slanting g. */
const LONE_Q = /q(?!u)/gu;
/** Confidence of a letter that was settled by spelling alone. */
const SETTLED = 0.6;
const SURE = 0.9;
/** How much surer the second reading must be to be taken. */
const SURER = 0.04;
/** The second picture's scale: another size gives an independent reading. */
const SCALE = 1.35;
const MOST = 60;

async function enlarge(picture: Grey): Promise<Grey> {
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(picture.data, {
    raw: { width: picture.width, height: picture.height, channels: 1 },
    limitInputPixels: false,
  })
    .resize(Math.round(picture.width * SCALE), Math.round(picture.height * SCALE), { fit: 'fill' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

function pieceOfWord(word: PieceWord): Piece | null {
  const components = inkUnder(word);
  if (components.length === 0) return null;
  return {
    x0: Math.min(...components.map((c) => c.x0)),
    y0: Math.min(...components.map((c) => c.y0)),
    x1: Math.max(...components.map((c) => c.x1)),
    y1: Math.max(...components.map((c) => c.y1)),
    baseline: word.piece.baseline,
    tall: false,
    components,
  };
}

/**
 * Reads doubtful codes ("26/2014/TT-BKHCN", "TCVN") once more by themselves, larger, and takes the reading that the
 * recognizer is surer of. All other words come back as they were. Rejects as the engine does.
 */
export async function withCodesReadTwice(
  engine: Engine,
  page: CleanPage,
  words: readonly PieceWord[],
  signal: AbortSignal,
): Promise<readonly PieceWord[]> {
  const doubtful = new Map<Piece, PieceWord>();
  for (const word of words) {
    if (doubtful.size >= MOST) break;
    if (word.confidence >= SURE || !CODE.test(word.text)) continue;
    const piece = pieceOfWord(word);
    if (piece !== null) doubtful.set(piece, word);
  }
  if (doubtful.size === 0) return words.map((word) => withoutLoneQ(word, null));
  const sheet = makeSheet(page.grey, page.runs, [...doubtful.keys()], page.size);
  const readings = new Map<PieceWord, EngineWord[]>();
  for (const read of await engine.read(await enlarge(sheet.picture), 'block', signal)) {
    const box = { x0: read.x0 / SCALE, y0: read.y0 / SCALE, x1: read.x1 / SCALE, y1: read.y1 / SCALE };
    const placed = pieceAt(sheet, box);
    const word = placed === null ? undefined : doubtful.get(placed.piece);
    if (word !== undefined) readings.set(word, [...(readings.get(word) ?? []), read]);
  }
  return words.map((word) => {
    const [only, ...more] = readings.get(word) ?? [];
    const second = only === undefined || more.length > 0 ? null : only;
    return withoutLoneQ(better(word, second), second);
  });
}

function better(word: PieceWord, second: EngineWord | null): PieceWord {
  if (second === null || second.confidence < word.confidence + SURER) return word;
  return { ...word, text: second.text, confidence: second.confidence };
}

/** Where a code has a q without u, g is read instead: surely where the other reading has it, else with a doubt. */
function withoutLoneQ(word: PieceWord, second: EngineWord | null): PieceWord {
  if (!CODE.test(word.text)) return word;
  const text = word.text.replace(LONE_Q, 'g');
  if (text === word.text) return word;
  const seen = second?.text === text;
  return { ...word, text, confidence: seen ? word.confidence : Math.min(word.confidence, SETTLED) };
}
