import type { CleanText } from '../../document/clean-text.js';
import { isVietnameseSyllable } from '../../document/vietnamese-syllable.js';
import type { LegacyEncoding } from './legacy-text.js';
import { decodeTcvn3, isTcvn3Code } from './tcvn3.js';
import { isCapital } from './vietnamese-letters.js';
import { decodeViqr } from './viqr.js';
import { decodeVni } from './vni.js';
import { costDecoded } from './word-cost.js';

/** A word read in a legacy encoding. */
export interface DecodedWord {
  readonly decoded: CleanText;
  readonly cost: number;
}

/** What a word stands in. */
export interface WordSetting {
  /** Its font draws small letters as capitals. */
  readonly capitals: boolean;
  /** It is the first of a line. */
  readonly beginsLine: boolean;
  /** The next word begins a sentence or a line, as far as capitals tell. */
  readonly endsSentence: boolean;
}

const isPrivate = (code: number): boolean => code >= 0xf020 && code <= 0xf0ff;

/** Symbol fonts' codes as Latin-1; same length. */
function outOfPrivate(word: string): string {
  if (!/[\uF020-\uF0FF]/u.test(word)) return word;
  return Array.from(word, (char) => {
    const code = char.charCodeAt(0);
    return isPrivate(code) ? String.fromCharCode(code - 0xf000) : char;
  }).join('');
}

/** Hyphens that stand for ư, whose code in TCVN3 is that of the soft hyphen: "Tr-êng". Same length. */
function hyphensAsLetters(word: string): string {
  if (!word.includes('-')) return word;
  return word.replace(/(?<=[\p{L}\u00A1-\u00BF])-(?=[\p{L}\u00A1-\u00BF])/gu, (hyphen, at: number) => {
    const before = /[\p{L}\u00A1-\u00BF]*$/u.exec(word.slice(0, at))?.[0] ?? '';
    const after = /^[\p{L}\u00A1-\u00BF]*/u.exec(word.slice(at + 1))?.[0] ?? '';
    const joined = decodeTcvn3(`${before}\u00AD${after}`).text;
    const apart = [before, after].map((part) => decodeTcvn3(part).text);
    const eachIsWord = apart.every((part) => part !== '' && isVietnameseSyllable(part));
    return before !== '' && isVietnameseSyllable(joined) && !eachIsWord ? '\u00AD' : hyphen;
  });
}

/** Comes of taking Unicode for TCVN3, whose fonts have hardly a capital with a tone. */
const MARKED_CAPITAL_INSIDE = /\p{Ll}(?=[^\p{ASCII}])\p{Lu}/u;

function fromTcvn3(word: string, { capitals }: WordSetting): DecodedWord | null {
  const raw = hyphensAsLetters(outOfPrivate(word));
  if (![...raw].some(isTcvn3Code) && !capitals) return null;
  const decoded = decodeTcvn3(raw, { capitals });
  return { decoded, cost: costDecoded(decoded.text) + (MARKED_CAPITAL_INSIDE.test(decoded.text) ? 3 : 0) };
}

/** A mark that may be the sentence's: what stands at the word's end. */
const PUNCTUATION = /[.?'`~)]+$/u;

function fromViqr(word: string, { beginsLine, endsSentence }: WordSetting): DecodedWord | null {
  const full = decodeViqr(word);
  if (full.text === word) return null;
  const fullCost = costDecoded(full.text);
  const tail = PUNCTUATION.exec(word)?.[0] ?? '';
  let best: DecodedWord = { decoded: full, cost: fullCost };
  for (let kept = 1; kept <= tail.length; kept++) {
    const head = word.slice(0, word.length - kept);
    if (head.endsWith('\\')) continue;
    const read = decodeViqr(head);
    const text = read.text + word.slice(head.length);
    const cost = costDecoded(text);
    const isLabel = beginsLine && /^\p{L}$/u.test(head);
    const isStop = endsSentence && /^[.?]$/u.test(word.slice(head.length));
    if (cost < best.cost || (cost === best.cost && (isStop || isLabel)))
      best = {
        decoded: {
          text,
          segments: [...read.segments, { clean: read.text.length, raw: head.length, length: kept }],
        },
        cost,
      };
  }
  return best.decoded.text === word ? null : best;
}

function fromVni(word: string): DecodedWord | null {
  const decoded = decodeVni(outOfPrivate(word));
  return decoded.text === word ? null : { decoded, cost: costDecoded(decoded.text) + crossedCase(decoded) };
}

/** Small letters between capitals come of taking another encoding for VNI. */
const crossedCase = ({ text }: CleanText): number => {
  const letters = [...text].filter((char) => /\p{L}/u.test(char));
  const crossed = letters.some((char, i) => i > 0 && isCapital(char) && !isCapital(letters[i - 1] ?? char));
  return crossed && letters.some((char) => char > '\u007F') ? 1 : 0;
};

/** `word` (no white space) read in a legacy encoding; null where that would change nothing. */
export function decodeWord(word: string, encoding: LegacyEncoding, setting: WordSetting): DecodedWord | null {
  switch (encoding) {
    case 'tcvn3':
      return fromTcvn3(word, setting);
    case 'vni':
      return fromVni(word);
    case 'viqr':
      return fromViqr(word, setting);
  }
}
