import { cleanText } from '../../document/clean-text.js';
import type { ReadNote } from '../../document/source-document.js';

/** Beyond this size of the main part (some 100 pages) the second reading costs more than it tells: 1 MB takes it a
 * second and 100 MB of memory. */
const MAX_DOCUMENT_BYTES = 2_000_000;
/** The share of words seen by the second reader alone from which on it is told. */
const TOLERATED = 0.02;
const SHOWN = 5;
/** Words looked up across gaps; each costs a walk through the text. */
const MAX_LOOKUPS = 2_000;
const WORD = /[\p{L}\p{N}]+/gu;

const wordsOf = (text: string): readonly string[] => text.normalize('NFC').toLowerCase().match(WORD) ?? [];

/**
 * The words of `theirs` that `ours` lacks, as often as they are missing. The second reader drops soft breaks and
 * glues the words around them: a word that stands in our text across a gap is there.
 */
export function missingWords(ours: string, theirs: readonly string[]): readonly string[] {
  const own = wordsOf(ours);
  const left = new Map<string, number>();
  for (const word of own) left.set(word, (left.get(word) ?? 0) + 1);
  const squeezed = own.join('');
  let lookups = 0;
  return theirs.filter((word) => {
    const count = left.get(word);
    if (count === undefined) return ++lookups > MAX_LOOKUPS || !squeezed.includes(word);
    left.set(word, count - 1);
    return count <= 0;
  });
}

/**
 * Reads the same file with mammoth and tells in a note when it sees words (over 2 %) that ours did not. `known`: our
 * text together with what was left out on purpose. Null where both agree, the file is large, or the second reader
 * fails: it never decides anything.
 */
export async function crossCheck(
  bytes: Uint8Array,
  known: string,
  documentBytes: number,
): Promise<ReadNote | null> {
  if (documentBytes > MAX_DOCUMENT_BYTES) return null;
  const theirs = await wordsByMammoth(bytes);
  if (theirs === null || theirs.length === 0) return null;
  const missing = missingWords(known, theirs);
  const share = missing.length / theirs.length;
  if (share <= TOLERATED) return null;
  const shown = [...new Set(missing)].slice(0, SHOWN).join(', ');
  return {
    code: 'cross-check',
    message: `Bộ đọc thứ hai thấy thêm ${missing.length} từ (${(share * 100).toFixed(1)} %) mà bản đọc này không có, ví dụ: ${shown}.`,
    page: null,
    span: null,
  };
}

async function wordsByMammoth(bytes: Uint8Array): Promise<readonly string[] | null> {
  try {
    const { default: mammoth } = await import('mammoth');
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return wordsOf(cleanText((await mammoth.extractRawText({ buffer })).value).text);
  } catch {
    return null;
  }
}
