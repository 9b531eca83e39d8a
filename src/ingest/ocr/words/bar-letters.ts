import type { InkRuns } from '../components.js';
import type { PieceWord } from '../read-sheet.js';
import { type Bar, barsOf } from './bar-glyph.js';
import { cutOut, glyphsOf, inkUnder } from './word-ink.js';

/**
 * What the recognizer writes for upright bars: Roman I, II, III come out as 1, l, |, H and the like, 11 as 1", an I
 * whose foot touches the stop as L.
 */
const BAR_RUN = /[I1l|!HJL[\]¡]+(?:["”](?![^.,;:)]))?/gu;
const OTHER_SMALL = /(?!l)\p{Ll}/u;
/** Bars, or what stands as high as a capital and is none. */
const TALL = /[I1l|!HJL[\]¡]+|[\p{Lu}\p{N}/()]/gu;
const BAR = /^[I1l|!HJL[\]¡]/u;
const DIGIT = /\d/u;
/** A document's number: a unit's figure may end it ("45/UBND-NC1"), and no context tells it from a letter. */
const CODE = /^\d+\/.*\p{Lu}/u;
const QUOTED = /^["“]/u;

interface InkBars {
  /** The runs of bars that stand side by side. */
  readonly runs: readonly (readonly Bar[])[];
  /** The tall glyphs in order: "B" for a run of bars, "o" for each other one. */
  readonly pattern: string;
}

function inkBars(word: PieceWord, runs: InkRuns, size: number): InkBars {
  const found: Bar[][] = [];
  let open = false;
  let pattern = '';
  for (const glyph of glyphsOf(inkUnder(word))) {
    const top = Math.min(...glyph.map((c) => c.y0));
    const bottom = Math.max(...glyph.map((c) => c.y1));
    const tall = bottom - top >= 0.85 * size;
    const bars = tall && glyph.length === 1 ? barsOf(cutOut(glyph, runs)) : null;
    const last = found.at(-1);
    if (bars === null) {
      if (tall) pattern += 'o';
    } else if (open && last !== undefined) last.push(...bars);
    else {
      found.push([...bars]);
      pattern += 'B';
    }
    open = bars !== null;
  }
  return { runs: found, pattern };
}

function readRun(run: string, bars: readonly Bar[] | undefined, inCode: boolean): string {
  if (bars === undefined || bars.length > 3) return run;
  if (bars.every((bar) => bar === 'I')) return 'I'.repeat(bars.length);
  const wanted = inCode ? /^(?:1+["”]?|I)$/u : /^1+["”]?$/u;
  if (bars.every((bar) => bar === '1') && wanted.test(run)) return '1'.repeat(bars.length);
  return run;
}

/**
 * Reads upright bars by their shape where the recognizer guesses by context ("Quý 1" for "Quý I", "H" for "II"):
 * stems with like serifs on both sides are Roman I. Looks only at words without small letters, changes only runs of
 * bars that no digit stands beside, only where ink and text agree on how many there are and on the glyphs between
 * them. Gives the text back as it was where the shapes leave a doubt.
 */
export function withBarsRead(word: PieceWord, runs: InkRuns, size: number): string {
  const { text } = word;
  if (!text.match(BAR_RUN) || OTHER_SMALL.test(text) || QUOTED.test(text)) return text;
  const ink = inkBars(word, runs, size);
  const pattern = (text.match(TALL) ?? []).map((part) => (BAR.test(part) ? 'B' : 'o')).join('');
  if (ink.pattern !== pattern) return text;
  let i = 0;
  return text.replace(BAR_RUN, (run, at: number) => {
    const bars = ink.runs[i++];
    const inNumber = DIGIT.test(text.charAt(at - 1)) || DIGIT.test(text.charAt(at + run.length));
    return inNumber ? run : readRun(run, bars, CODE.test(text));
  });
}
