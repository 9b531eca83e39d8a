import { inflateSync } from 'node:zlib';

/** Deflate packs at best about this many bytes into one. */
const BEST_RATIO = 1032;
/** How far back from its data a stream's dictionary is looked for. */
const DICTIONARY = 2_000;

/** Bytes that a PDF's streams may inflate to: those that paint (a page's content, forms), and all others but pictures. */
export interface InflatedBounds {
  readonly content: number;
  readonly other: number;
}

interface PackedStream {
  /** How many times the data was deflated; 0 for data as it stands. */
  readonly rounds: number;
  readonly isContent: boolean;
  readonly data: Buffer;
}

const PICTURE = /\/Subtype\s*\/Image(?![A-Za-z])/u;
const DEFLATED = /\/(?:FlateDecode|Fl)(?![A-Za-z])/gu;
/** Keys of fonts, profiles, object streams, attached files; a form's keys are taken out before. */
const OTHER_KIND = /\/(?:Length[123]|Type|Subtype|N|FunctionType|Params)(?![A-Za-z0-9])/u;
const FORM = /\/(?:Type\s*\/XObject|Subtype\s*\/Form)(?![A-Za-z])/gu;

/** The streams of a PDF's body that are deflated or plain and no pictures (those are bounded by their pixels). */
function* packedStreams(buffer: Buffer): Generator<PackedStream> {
  for (let at = buffer.indexOf('stream'); at >= 0; at = buffer.indexOf('stream', at + 6)) {
    const before = buffer.toString('latin1', Math.max(0, at - DICTIONARY), at);
    if (before.endsWith('end')) continue;
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
    const start = at + 6 + (buffer[at + 6] === 13 ? 2 : 1);
    const end = buffer.indexOf('endstream', start);
    const rounds = dictionary.match(DEFLATED)?.length ?? 0;
    const isPlain = rounds === 0 && !dictionary.includes('/Filter');
    const isContent = !OTHER_KIND.test(dictionary.replace(FORM, ''));
    if ((rounds > 0 || isPlain) && !PICTURE.test(dictionary))
      yield { rounds, isContent, data: buffer.subarray(start, end < 0 ? buffer.length : end) };
    if (end < 0) return;
    at = end;
  }
}

/** Unpacks as far as `most` bytes; null where there are more. Data that is broken counts as far as it is read. */
function unpacked(data: Buffer, most: number): Buffer | null {
  try {
    return inflateSync(data, { maxOutputLength: most, finishFlush: 2 });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return code === 'ERR_BUFFER_TOO_LARGE' ? null : Buffer.alloc(0);
  }
}

/**
 * The bound that a stream of the PDF breaks; null where none does. Only streams that could are inflated, one at a
 * time, so that the check costs little in usual files. pdf.js itself knows no such bound, and dies beyond catching.
 */
export function brokenBound(bytes: Uint8Array, bounds: InflatedBounds): number | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const { rounds, isContent, data } of packedStreams(buffer)) {
    const most = isContent ? bounds.content : bounds.other;
    if (rounds < 2 && data.length * (rounds === 1 ? BEST_RATIO : 1) < most) continue;
    let current = data;
    for (let round = 0; round < rounds; round++) {
      const next = unpacked(current, most);
      if (next === null) return most;
      current = next;
    }
    if (isContent && current.length > most) return most;
  }
  return null;
}
