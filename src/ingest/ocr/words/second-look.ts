import { judgeByVocabulary, type WordInLine } from '../../readings/suggest-words.js';
import { crisp } from '../crisp.js';
import type { Engine, EngineWord } from '../engine/engine.js';
import { enlarged } from '../enlarged.js';
import type { Piece } from '../piece.js';
import type { CleanPage, PieceWord } from '../read-sheet.js';
import { makeSheet, pieceAt } from '../sheet.js';
import { inkUnder } from './word-ink.js';

/** Numbers, also of documents, and abbreviations: no context helps the recognizer there, and an error is costly. */
const CODE = /[\p{Lu}\d][^\p{Lu}\d]*[\p{Lu}\d]/u;
/** A small q stands before u in Vietnamese, everywhere; without it, it is a slanting g. */
const LONE_Q = /g?q(?!u)g?/gu;
/** Confidence of a letter that was settled by spelling alone. */
const SETTLED = 0.6;
const SURE = 0.9;
/** Any other word below this is read again. */
const WEAK = 0.8;
/** How much surer the second reading must be to be taken. */
const SURER = 0.04;
/** The second picture's scale: another size gives an independent reading. */
const SCALE = { plain: 1.35, sharpened: 2 };
const MOST = 60;
const TWICE = /(\p{L})\1/gu;

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

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

/** The words in reading order, each with the one before it on its piece. */
function inLines(words: readonly PieceWord[]): readonly (WordInLine & { readonly word: PieceWord })[] {
  const sorted = [...words].sort(
    (a, b) => a.piece.baseline - b.piece.baseline || a.piece.x0 - b.piece.x0 || a.x0 - b.x0,
  );
  return sorted.map((word, i) => ({
    word,
    text: word.text,
    confidence: word.confidence,
    follows: sorted[i - 1]?.piece === word.piece,
  }));
}

/** The words to be read again, the most doubtful first, each with what the vocabulary would have it be. */
function doubtfulWords(words: readonly PieceWord[]): ReadonlyMap<PieceWord, string | null> {
  const lines = inLines(words);
  const judged = judgeByVocabulary(lines);
  const contested: [PieceWord, string][] = [];
  const weak: PieceWord[] = [];
  for (const [i, { word }] of lines.entries()) {
    const suggestion = judged[i]?.suggestion ?? null;
    if (suggestion !== null) contested.push([word, suggestion]);
    else if (word.confidence < (CODE.test(word.text) ? SURE : WEAK) && LETTER_OR_DIGIT.test(word.text))
      weak.push(word);
  }
  weak.sort((a, b) => a.confidence - b.confidence);
  return new Map([...contested, ...weak.map((word) => [word, null] as const)].slice(0, MOST));
}

/**
 * Reads doubtful words once more by themselves, larger: codes ("26/2014/TT-BKHCN", "TCVN") and others that the
 * recognizer was unsure of, of which the surer reading is taken; and words that a known phrase has with other marks,
 * which are read so only when the second reading has them so. All other words come back as they were. Rejects as the
 * engine does.
 */
export async function withDoubtfulReadTwice(
  engine: Engine,
  page: CleanPage,
  words: readonly PieceWord[],
  signal: AbortSignal,
): Promise<readonly PieceWord[]> {
  const doubtful = doubtfulWords(words);
  const pieces = new Map<Piece, PieceWord>();
  for (const word of doubtful.keys()) {
    const piece = pieceOfWord(word);
    if (piece !== null) pieces.set(piece, word);
  }
  if (pieces.size === 0) return words.map((word) => withoutLoneQ(word, null));
  const sheet = makeSheet(page.grey, page.runs, [...pieces.keys()], page.size);
  const readings = new Map<PieceWord, EngineWord[]>();
  const scale = engine.sharpened ? SCALE.sharpened : SCALE.plain;
  const large = await enlarged(sheet.picture, scale);
  const picture = engine.sharpened ? crisp(large) : large;
  for (const read of await engine.read(picture, 'block', signal)) {
    const box = { x0: read.x0 / scale, y0: read.y0 / scale, x1: read.x1 / scale, y1: read.y1 / scale };
    const placed = pieceAt(sheet, box);
    const word = placed === null ? undefined : pieces.get(placed.piece);
    if (word !== undefined) readings.set(word, [...(readings.get(word) ?? []), read]);
  }
  return words.map((word) => {
    const [only, ...more] = readings.get(word) ?? [];
    const second = only === undefined || more.length > 0 ? null : only;
    return withoutLoneQ(settled(word, second, doubtful.get(word) ?? null), second);
  });
}

function settled(word: PieceWord, second: EngineWord | null, wanted: string | null): PieceWord {
  if (second === null || isDoubled(second.text, word.text) || isPart(second.text, word.text)) return word;
  if (isDoubled(word.text, second.text)) return { ...word, ...textOf(second) };
  if (second.text === word.text)
    return {
      ...word,
      confidence: Math.max(word.confidence, second.confidence),
    };
  if (wanted !== null) return second.text === wanted ? { ...word, ...textOf(second) } : word;
  return second.confidence < word.confidence + SURER ? word : { ...word, ...textOf(second) };
}

/** Whether a reading is the other one with a letter or a digit lost at an end ("091/QĐ" for "1091/QĐ"). */
const isPart = (text: string, other: string): boolean =>
  text.length < other.length && other.includes(text) && LETTER_OR_DIGIT.test(other.replace(text, ''));

/** Whether a reading has a letter of the other one twice ("QĐĐ" for "QĐ"): the recognizer's stutter. */
const isDoubled = (text: string, other: string): boolean =>
  text.length > other.length && text.replace(TWICE, '$1') === other.replace(TWICE, '$1');

const textOf = ({ text, confidence }: EngineWord): Pick<EngineWord, 'text' | 'confidence'> => ({
  text,
  confidence,
});

/** Where a code has a q without u, g is read instead: surely where the other reading has it, else with a doubt. */
function withoutLoneQ(word: PieceWord, second: EngineWord | null): PieceWord {
  if (!CODE.test(word.text)) return word;
  const text = word.text.replace(LONE_Q, 'g');
  if (text === word.text) return word;
  const seen = second?.text === text;
  return { ...word, text, confidence: seen ? word.confidence : Math.min(word.confidence, SETTLED) };
}
