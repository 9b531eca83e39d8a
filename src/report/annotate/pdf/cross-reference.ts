import { decodeStream } from './decode-stream.js';
import { PdfError } from './pdf-error.js';
import { integerIn, type PdfDictionary, PdfSyntax } from './syntax.js';

/** Where an object stands: by its offset in the file, or in an object stream. */
export type ObjectPlace =
  | { readonly kind: 'plain'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'packed'; readonly stream: number }
  | { readonly kind: 'free' };

/** What a file says of its objects (ISO 32000-1, 7.5.4 to 7.5.8), newest first. */
export interface CrossReference {
  readonly places: ReadonlyMap<number, ObjectPlace>;
  /** The newest trailer. */
  readonly trailer: PdfDictionary;
  /** The bytes that the trailer was read from, for its entries' places. */
  readonly bytes: Buffer;
  /** Offset of the newest section; null where the places were found by looking through the file. */
  readonly start: number | null;
  /** Whether the newest section is a stream. */
  readonly isStream: boolean;
}

const MAX_SECTIONS = 1_000;
const MAX_OBJECT = 8_388_607;

/** The data of a stream whose dictionary ends at `syntax.at`; null where no stream follows. */
export function streamData(syntax: PdfSyntax, length: number | undefined): Buffer | null {
  const { bytes } = syntax;
  syntax.skipWhite();
  if (bytes.toString('latin1', syntax.at, syntax.at + 6) !== 'stream') return null;
  let start = syntax.at + 6;
  if (bytes[start] === 13) start++;
  if (bytes[start] === 10) start++;
  if (length !== undefined && length >= 0) {
    const tail = bytes.toString('latin1', start + length, start + length + 12);
    if (/^\s{0,2}endstream/u.test(tail)) return bytes.subarray(start, start + length);
  }
  const end = bytes.indexOf('endstream', start, 'latin1');
  if (end < 0) throw new PdfError('a stream does not end');
  return bytes.subarray(start, end);
}

/** Reads the chain of sections that begins where the file's last `startxref` says. Throws a PdfError. */
export function readCrossReference(bytes: Buffer, base: number): CrossReference {
  const mark = bytes.lastIndexOf('startxref', undefined, 'latin1');
  const start = Number(/^startxref\s+(\d{1,15})/u.exec(bytes.toString('latin1', mark, mark + 40))?.[1] ?? -1);
  if (mark < 0 || start < 0) throw new PdfError('the file does not say where its objects stand');
  const places = new Map<number, ObjectPlace>();
  const seen = new Set<number>();
  let newest: { trailer: PdfDictionary; isStream: boolean } | null = null;
  const queue = [start];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (seen.has(at)) continue;
    seen.add(at);
    if (seen.size > MAX_SECTIONS) throw new PdfError('the file has too many cross-reference sections');
    const section = readSection(bytes, base + at, base, places);
    newest ??= section;
    // A hybrid file's table calls free what its stream tells to newer readers.
    const hybrid = integerIn(section.trailer, 'XRefStm');
    if (hybrid !== undefined) readSection(bytes, base + hybrid, base, places);
    for (const number of section.free) if (!places.has(number)) places.set(number, { kind: 'free' });
    const previous = integerIn(section.trailer, 'Prev');
    if (previous !== undefined) queue.push(previous);
  }
  if (newest === null) throw new PdfError('the file does not say where its objects stand');
  return { places, trailer: newest.trailer, bytes, start, isStream: newest.isStream };
}

function readSection(
  bytes: Buffer,
  at: number,
  base: number,
  places: Map<number, ObjectPlace>,
): { readonly trailer: PdfDictionary; readonly isStream: boolean; readonly free: readonly number[] } {
  const syntax = new PdfSyntax(bytes, at);
  const first = syntax.value();
  if (first.kind === 'word' && first.value === 'xref')
    return { ...readTable(syntax, base, places), isStream: false };
  const [generation, word] = [syntax.value(), syntax.value()];
  if (generation.kind !== 'number' || word.kind !== 'word' || word.value !== 'obj')
    throw new PdfError('no cross-reference section stands where the file says');
  const dictionary = syntax.value();
  if (dictionary.kind !== 'dictionary') throw new PdfError('a cross-reference stream has no dictionary');
  const packed = streamData(syntax, integerIn(dictionary, 'Length'));
  if (packed === null) throw new PdfError('a cross-reference stream has no data');
  readEntries(dictionary, decodeStream(dictionary, packed), base, places);
  return { trailer: dictionary, isStream: true, free: [] };
}

function readTable(
  syntax: PdfSyntax,
  base: number,
  places: Map<number, ObjectPlace>,
): { readonly trailer: PdfDictionary; readonly free: readonly number[] } {
  const free: number[] = [];
  for (;;) {
    const first = syntax.value();
    if (first.kind === 'word' && first.value === 'trailer') break;
    const count = syntax.value();
    if (first.kind !== 'number' || count.kind !== 'number')
      throw new PdfError('a cross-reference table is broken');
    for (let i = 0; i < count.value; i++) {
      const [offset, generation, use] = [syntax.value(), syntax.value(), syntax.value()];
      if (offset.kind !== 'number' || generation.kind !== 'number' || use.kind !== 'word')
        throw new PdfError('a cross-reference table is broken');
      const number = first.value + i;
      if (number > MAX_OBJECT || places.has(number)) continue;
      if (use.value === 'n')
        places.set(number, { kind: 'plain', offset: base + offset.value, generation: generation.value });
      else free.push(number);
    }
  }
  const trailer = syntax.value();
  if (trailer.kind !== 'dictionary') throw new PdfError('the file has no trailer');
  return { trailer, free };
}

function readEntries(
  dictionary: PdfDictionary,
  data: Buffer,
  base: number,
  places: Map<number, ObjectPlace>,
): void {
  const numbers = (key: string): readonly number[] => {
    const value = dictionary.entries.get(key);
    return value?.kind === 'array'
      ? value.items.map((item) => (item.kind === 'number' ? item.value : Number.NaN))
      : [];
  };
  const [typeBytes = 0, secondBytes = 0, thirdBytes = 0] = numbers('W');
  const width = typeBytes + secondBytes + thirdBytes;
  const index = numbers('Index');
  const ranges = index.length > 0 ? index : [0, integerIn(dictionary, 'Size') ?? 0];
  if (!(width > 0 && width <= 32)) throw new PdfError('a cross-reference stream is broken');
  let at = 0;
  const field = (bytes: number, absent: number): number => {
    let value = bytes === 0 ? absent : 0;
    for (let i = 0; i < bytes; i++) value = value * 256 + (data[at++] ?? 0);
    return value;
  };
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const [first = 0, count = 0] = [ranges[range], ranges[range + 1]];
    for (let i = 0; i < count && at + width <= data.length; i++) {
      const type = field(typeBytes, 1);
      const second = field(secondBytes, 0);
      const third = field(thirdBytes, 0);
      const number = first + i;
      if (!(number >= 0 && number <= MAX_OBJECT) || places.has(number)) continue;
      if (type === 1) places.set(number, { kind: 'plain', offset: base + second, generation: third });
      else if (type === 2) places.set(number, { kind: 'packed', stream: second });
      else places.set(number, { kind: 'free' });
    }
  }
}
