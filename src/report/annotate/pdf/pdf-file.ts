import { type CrossReference, type ObjectPlace, readCrossReference, streamData } from './cross-reference.js';
import { decodeStream } from './decode-stream.js';
import { objectsIn, type PdfObject } from './object-stream.js';
import { PdfError } from './pdf-error.js';
import { searchObjects } from './search-objects.js';
import { integerIn, type PdfDictionary, PdfSyntax, type PdfValue } from './syntax.js';

const MAX_CHAIN = 20;
const HEADER_WITHIN = 1024;
const NULL: PdfValue = { kind: 'word', value: 'null', start: 0, end: 0 };

/** A PDF's objects, read when asked for. */
export class PdfFile {
  readonly bytes: Buffer;
  /** Where `%PDF-` stands: offsets in the file count from here. */
  readonly base: number;
  readonly crossReference: CrossReference;
  readonly #objects = new Map<number, PdfObject>();
  readonly #packed = new Map<number, ReadonlyMap<number, PdfObject>>();

  private constructor(bytes: Buffer, base: number, crossReference: CrossReference) {
    this.bytes = bytes;
    this.base = base;
    this.crossReference = crossReference;
  }

  /** Opens a PDF; where its cross-reference is broken, by looking for its objects. Throws a PdfError. */
  static open(bytes: Uint8Array): PdfFile {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const base = buffer.subarray(0, HEADER_WITHIN + 5).indexOf('%PDF-', 0, 'latin1');
    if (base < 0) throw new PdfError('the file does not begin as a PDF');
    try {
      const file = new PdfFile(buffer, base, readCrossReference(buffer, base));
      if (file.isWhole()) return file;
    } catch (error) {
      if (!(error instanceof PdfError)) throw error;
    }
    const found = new PdfFile(buffer, base, searchObjects(buffer));
    if (!found.isWhole()) throw new PdfError('the file has no pages that can be found');
    return found;
  }

  /** Whether the catalog and the root of the pages are where they should be; an encrypted file is not looked into. */
  isWhole(): boolean {
    if (this.isEncrypted) return true;
    const pages = this.resolve(this.entry(this.root(), 'Pages'));
    return pages.value.kind === 'dictionary';
  }

  /** The catalog. Throws a PdfError where there is none. */
  root(): PdfDictionary {
    const { value } = this.resolve(this.crossReference.trailer.entries.get('Root'));
    if (value.kind !== 'dictionary') throw new PdfError('the file has no catalog');
    return value;
  }

  /** Whether the file is encrypted. */
  get isEncrypted(): boolean {
    const entry = this.crossReference.trailer.entries.get('Encrypt');
    return entry !== undefined && !(entry.kind === 'word' && entry.value === 'null');
  }

  /** A dictionary's entry. */
  entry(dictionary: PdfDictionary, key: string): PdfValue | undefined {
    return dictionary.entries.get(key);
  }

  /** What a value refers to, itself where it is no reference; null for what is not there. Throws a PdfError. */
  resolve(value: PdfValue | undefined): PdfObject {
    let object: PdfObject = { value: value ?? NULL, bytes: this.bytes, stream: null };
    for (let i = 0; object.value.kind === 'reference'; i++) {
      if (i > MAX_CHAIN) throw new PdfError('references go round in circles');
      object = this.object(object.value.number);
    }
    return object;
  }

  /** The object of that number; null for a free one. Throws a PdfError where it is not where the file says. */
  object(number: number): PdfObject {
    const known = this.#objects.get(number);
    if (known !== undefined) return known;
    const place = this.crossReference.places.get(number);
    const object = this.#read(number, place);
    this.#objects.set(number, object);
    return object;
  }

  #read(number: number, place: ObjectPlace | undefined): PdfObject {
    if (place === undefined || place.kind === 'free') return { value: NULL, bytes: this.bytes, stream: null };
    if (place.kind === 'packed') {
      const found = this.#unpacked(place.stream).get(number);
      if (found === undefined) throw new PdfError(`object ${number} is not in its object stream`);
      return found;
    }
    const syntax = new PdfSyntax(this.bytes, place.offset);
    const [own, , word] = [syntax.value(), syntax.value(), syntax.value()];
    if (own.kind !== 'number' || own.value !== number || word.kind !== 'word' || word.value !== 'obj')
      throw new PdfError(`object ${number} is not where the file says`);
    const value = syntax.value();
    if (value.kind !== 'dictionary') return { value, bytes: this.bytes, stream: null };
    const length = value.entries.get('Length');
    const bytes = length?.kind === 'reference' ? this.#lengthOf(length.number) : integerIn(value, 'Length');
    return { value, bytes: this.bytes, stream: streamData(syntax, bytes) };
  }

  /** A stream's length is a plain number of its own; anything else is looked for. */
  #lengthOf(number: number): number | undefined {
    const place = this.crossReference.places.get(number);
    if (place?.kind !== 'plain') return undefined;
    const syntax = new PdfSyntax(this.bytes, place.offset);
    const [, , , value] = [syntax.value(), syntax.value(), syntax.value(), syntax.value()];
    return value.kind === 'number' ? value.value : undefined;
  }

  /** The how-manieth object of its object stream an object is. Throws a PdfError. */
  indexInStream(number: number, stream: number): number {
    return Math.max(0, [...this.#unpacked(stream).keys()].indexOf(number));
  }

  /** The objects in an object stream (ISO 32000-1, 7.5.7). */
  #unpacked(number: number): ReadonlyMap<number, PdfObject> {
    const known = this.#packed.get(number);
    if (known !== undefined) return known;
    const place = this.crossReference.places.get(number);
    const holder = place?.kind === 'plain' ? this.#read(number, place) : null;
    if (holder === null || holder.value.kind !== 'dictionary' || holder.stream === null)
      throw new PdfError(`object stream ${number} is not where the file says`);
    const objects = objectsIn(holder.value, decodeStream(holder.value, holder.stream));
    this.#packed.set(number, objects);
    return objects;
  }
}
