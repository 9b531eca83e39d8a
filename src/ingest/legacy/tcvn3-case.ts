import type { Span } from '../../document/span.js';
import { isVietnameseSyllable } from '../../document/vietnamese-syllable.js';
import { decodeTcvn3 } from './tcvn3.js';

type Casing = 'capitals' | 'small' | 'open';

const STRINGS = /[\p{L}\u00A1-\u00BE\u00D7\u00F7\u2212]+/gu;
const SMALL = new Set('abcdefghijklmnopqrstuvwxyz¨©ª«¬®');
const CAPITAL = new Set('ABCDEFGHIJKLMNOPQRSTUVWXYZ¡¢£¤¥¦§');
/** How far beside a string its neighbours tell its case. */
const REACH = 3;

/** By the letters whose codes have both cases: two capitals or more, some small one, or too few letters to say. */
function casingOf(string: string): Casing {
  let capitals = 0;
  for (const char of string) {
    if (SMALL.has(char)) return 'small';
    if (CAPITAL.has(char)) capitals++;
  }
  return capitals >= 2 ? 'capitals' : 'open';
}

/**
 * The strings of a TCVN3 text that are all capitals: by their own letters, or where those don't tell, as the syllables
 * beside them are. TCVN3's toned capitals were typed as small letters ("CéNG HßA").
 */
export function shoutedStrings(text: string): readonly Span[] {
  const strings = [...text.matchAll(STRINGS)].map(({ 0: string, index }) => ({
    start: index,
    end: index + string.length,
    casing: casingOf(string),
  }));
  const beside = (place: number, step: 1 | -1): Casing | null => {
    for (let i = place + step; Math.abs(i - place) <= REACH; i += step) {
      const [left, right] = step === 1 ? [strings[i - 1], strings[i]] : [strings[i], strings[i + 1]];
      if (left === undefined || right === undefined) return null;
      if (!/^[ \t\u00A0]+$/u.test(text.slice(left.end, right.start))) return null;
      const { start, end, casing } = step === 1 ? right : left;
      if (casing === 'small') return 'small';
      // An abbreviation says nothing of the words beside it: "Së KHCN".
      if (casing === 'capitals')
        return isVietnameseSyllable(decodeTcvn3(text.slice(start, end)).text) ? casing : null;
    }
    return null;
  };
  return strings.filter(({ casing }, place) => {
    if (casing !== 'open') return casing === 'capitals';
    const [left, right] = [beside(place, -1), beside(place, 1)];
    return (left === 'capitals' && right !== 'small') || (right === 'capitals' && left !== 'small');
  });
}
