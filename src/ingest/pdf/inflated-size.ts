import { inflateSync } from 'node:zlib';

/** Deflate packs at best about this many bytes into one. */
const BEST_RATIO = 1032;
/** How far back from its data a stream's dictionary is looked for. */
const DICTIONARY = 2_000;

interface PackedStream {
  /** How many times the data was deflated; 0 for other codings. */
  readonly rounds: number;
  readonly data: Buffer;
}

/** The streams of a PDF's body that are deflated and no pictures (those are bounded by their pixels). */
function* packedStreams(buffer: Buffer): Generator<PackedStream> {
  for (let at = buffer.indexOf('stream'); at >= 0; at = buffer.indexOf('stream', at + 6)) {
    const before = buffer.toString('latin1', Math.max(0, at - DICTIONARY), at);
    if (before.endsWith('end')) continue;
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
    const start = at + 6 + (buffer[at + 6] === 13 ? 2 : 1);
    const end = buffer.indexOf('endstream', start);
    const rounds = dictionary.match(/\/(?:FlateDecode|Fl)(?![A-Za-z])/gu)?.length ?? 0;
    if (rounds > 0 && !/\/Subtype\s*\/Image(?![A-Za-z])/u.test(dictionary))
      yield { rounds, data: buffer.subarray(start, end < 0 ? buffer.length : end) };
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
 * Whether any stream of a PDF inflates to more than `most` bytes. Only streams that could are inflated, one at a
 * time, so that the check costs little in usual files. pdf.js itself knows no such bound, and dies beyond catching.
 */
export function inflatesBeyond(bytes: Uint8Array, most: number): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const { rounds, data } of packedStreams(buffer)) {
    if (rounds === 1 && data.length * BEST_RATIO < most) continue;
    let current = data;
    for (let round = 0; round < rounds; round++) {
      const next = unpacked(current, most);
      if (next === null) return true;
      current = next;
    }
  }
  return false;
}
