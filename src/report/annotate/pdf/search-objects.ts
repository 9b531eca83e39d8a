import { type CrossReference, type ObjectPlace, streamData } from './cross-reference.js';
import { decodeStream } from './decode-stream.js';
import { objectsIn } from './object-stream.js';
import { PdfError } from './pdf-error.js';
import { integerIn, nameIn, type PdfDictionary, PdfSyntax } from './syntax.js';

const HEAD = /(?<!\d)(\d{1,7})\s{1,3}(\d{1,5})\s{1,3}obj(?![a-z])/gu;
const MAX_OBJECT = 8_388_607;

function dictionaryAt(
  bytes: Buffer,
  at: number,
): { readonly value: PdfDictionary; readonly end: number } | null {
  try {
    const syntax = new PdfSyntax(bytes, at);
    const value = syntax.value();
    return value.kind === 'dictionary' ? { value, end: syntax.at } : null;
  } catch (error) {
    if (error instanceof PdfError) return null;
    throw error;
  }
}

/**
 * Looks through a whole file for its objects where the cross-reference is broken or missing; of several under one
 * number the last counts, as readers do it. Throws a PdfError where no catalog is found.
 */
export function searchObjects(bytes: Buffer): CrossReference {
  const text = bytes.toString('latin1');
  const places = new Map<number, ObjectPlace>();
  const packed = new Map<number, ObjectPlace>();
  let root: { readonly number: number; readonly generation: number } | null = null;
  let trailer: PdfDictionary | null = null;
  const takeTrailer = (found: PdfDictionary): void => {
    if (found.entries.get('Root')?.kind === 'reference') trailer = found;
  };
  for (const match of text.matchAll(HEAD)) {
    const [number, generation] = [Number(match[1]), Number(match[2])];
    if (number > MAX_OBJECT) continue;
    places.set(number, { kind: 'plain', offset: match.index, generation });
    const found = dictionaryAt(bytes, match.index + match[0].length);
    if (found === null) continue;
    const type = nameIn(found.value, 'Type');
    if (type === 'Catalog') root = { number, generation };
    else if (type === 'XRef') takeTrailer(found.value);
    else if (type === 'ObjStm')
      for (const inner of numbersIn(bytes, found)) packed.set(inner, { kind: 'packed', stream: number });
  }
  for (let at = text.indexOf('trailer'); at >= 0; at = text.indexOf('trailer', at + 7)) {
    const found = dictionaryAt(bytes, at + 7);
    if (found !== null) takeTrailer(found.value);
  }
  for (const [number, place] of packed) if (!places.has(number)) places.set(number, place);
  const newest = trailer ?? (root === null ? null : trailerTo(root));
  if (newest === null) throw new PdfError('the file has no catalog that can be found');
  return { places, trailer: newest, bytes, start: null, isStream: true };
}

function numbersIn(bytes: Buffer, { value, end }: { readonly value: PdfDictionary; readonly end: number }) {
  try {
    const data = streamData(new PdfSyntax(bytes, end), integerIn(value, 'Length'));
    return data === null ? [] : [...objectsIn(value, decodeStream(value, data)).keys()];
  } catch (error) {
    if (error instanceof PdfError) return [];
    throw error;
  }
}

const trailerTo = ({ number, generation }: { readonly number: number; readonly generation: number }) =>
  ({
    kind: 'dictionary',
    entries: new Map([['Root', { kind: 'reference', number, generation, start: 0, end: 0 } as const]]),
    start: 0,
    end: 0,
  }) as const;
