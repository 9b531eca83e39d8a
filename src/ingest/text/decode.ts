import { convertLegacy } from '../legacy/convert-legacy.js';
import { costAsIs } from '../legacy/word-cost.js';

/** Text out of bytes, or why there is none. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: string; readonly doubtful: boolean }
  | { readonly kind: 'binary' };

const SAMPLE = 65_536;

/** Share of a sample's units that plain text never holds: control characters and replacement marks. */
function strangeShare(text: string): number {
  let strange = 0;
  const length = Math.min(text.length, SAMPLE);
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if ((code < 0x20 && code !== 9 && code !== 10 && code !== 12 && code !== 13) || code === 0xfffd)
      strange++;
  }
  return length === 0 ? 0 : strange / length;
}

const decode = (bytes: Uint8Array, encoding: string, fatal: boolean): string | null => {
  try {
    return new TextDecoder(encoding, { fatal, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** UTF-16 without a mark: every second byte of mostly Latin text is 0, 1 or 0x1e. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 8) return null;
  const high = [0, 0];
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i] ?? 0;
    if (byte === 0 || byte === 1 || byte === 0x1e) high[i % 2] = (high[i % 2] ?? 0) + 1;
  }
  const half = sample.length / 2;
  if ((high[1] ?? 0) > 0.7 * half && (high[0] ?? 0) < 0.3 * half) return 'utf-16le';
  if ((high[0] ?? 0) > 0.7 * half && (high[1] ?? 0) < 0.3 * half) return 'utf-16be';
  return null;
}

/** The words of a sample that are not plain ASCII. */
const markedWords = (text: string): readonly string[] =>
  (text.slice(0, SAMPLE).match(/\S{1,120}/gu) ?? []).filter((word) => !/^\p{ASCII}*$/u.test(word));

/** How odd a text is, in sum over its words that are not plain ASCII. */
function oddness(text: string): number {
  let sum = 0;
  for (const word of markedWords(text)) sum += costAsIs(word);
  return sum;
}

/**
 * Bytes of one of the encodings with a byte a letter: Windows-1258, which holds Vietnamese, unless that reads worse
 * than Windows-1252, as which TCVN3 and VNI come, too.
 */
function singleByte(bytes: Uint8Array): Decoded | null {
  if (bytes.subarray(0, SAMPLE).includes(0)) return null;
  const western = decode(bytes, 'windows-1252', true);
  const vietnamese = decode(bytes, 'windows-1258', true);
  if (western !== null && strangeShare(western) === 0) {
    const sample = western.slice(0, SAMPLE);
    const { decoded } = convertLegacy(sample);
    if (decoded.length * 2 > markedWords(sample).length)
      return { kind: 'text', text: western, encoding: 'windows-1252', doubtful: false };
  }
  const readable = (text: string | null): text is string => text !== null && strangeShare(text) === 0;
  const [first, second] = [vietnamese, western].filter(readable);

  if (first === undefined) return null;
  const other = second ?? first;
  const isWestern = first === western || oddness(other) < oddness(first);
  return {
    kind: 'text',
    text: isWestern ? other : first,
    encoding: isWestern ? 'windows-1252' : 'windows-1258',
    doubtful: true,
  };
}

/**
 * Decodes plain text: UTF-8 with or without a byte order mark, UTF-16 by its mark (or by its zero bytes), and
 * Windows-1258 or Windows-1252 where neither fits. TCVN3 and VNI come as Windows-1252 shows their bytes. A leading mark
 * is left out. `doubtful` is set where characters were lost or the encoding had to be guessed. Never throws.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : unmarkedUtf16(bytes);
  if (marked !== null) {
    const text = decode(bytes, marked, false);
    return text === null || strangeShare(text) > 0.01
      ? { kind: 'binary' }
      : { kind: 'text', text: text.replace(/^\uFEFF/u, ''), encoding: marked, doubtful: false };
  }
  const exact = decode(bytes, 'utf-8', true);
  if (exact !== null)
    return strangeShare(exact) > 0.01
      ? { kind: 'binary' }
      : { kind: 'text', text: exact.replace(/^\uFEFF/u, ''), encoding: 'utf-8', doubtful: false };
  const damaged = decode(bytes, 'utf-8', false);
  if (damaged !== null && strangeShare(damaged) <= 0.005)
    return { kind: 'text', text: damaged.replace(/^\uFEFF/u, ''), encoding: 'utf-8', doubtful: true };
  return singleByte(bytes) ?? { kind: 'binary' };
}
