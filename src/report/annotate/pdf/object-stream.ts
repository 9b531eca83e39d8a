import { PdfError } from './pdf-error.js';
import { integerIn, nameIn, type PdfDictionary, PdfSyntax, type PdfValue } from './syntax.js';

/** An object with the bytes that its places count in. */
export interface PdfObject {
  readonly value: PdfValue;
  readonly bytes: Buffer;
  /** Packed data behind a stream's dictionary; null for other objects. */
  readonly stream: Buffer | null;
}

/** The objects of an unpacked object stream, by number. Throws a PdfError. */
export function objectsIn(dictionary: PdfDictionary, data: Buffer): ReadonlyMap<number, PdfObject> {
  const first = integerIn(dictionary, 'First') ?? 0;
  const count = integerIn(dictionary, 'N') ?? 0;
  if (nameIn(dictionary, 'Type') !== 'ObjStm' || count > data.length)
    throw new PdfError('an object stream is broken');
  const head = new PdfSyntax(data);
  const objects = new Map<number, PdfObject>();
  for (let i = 0; i < count; i++) {
    const [number, offset] = [head.value(), head.value()];
    if (number.kind !== 'number' || offset.kind !== 'number')
      throw new PdfError('an object stream is broken');
    const value = new PdfSyntax(data, first + offset.value).value();
    objects.set(number.value, { value, bytes: data, stream: null });
  }
  return objects;
}
