/** What a PDF's bytes say before it is opened. */
export interface FileSigns {
  /** Holds a digital signature: it must not be rewritten, and the signature is not judged. */
  readonly signed: boolean;
  /** The end marker is missing: the tail of the file may be lost. */
  readonly cutShort: boolean;
  /** Pixels of the largest picture that the file declares plainly. */
  readonly largestPicture: number;
}

const NUMBER_AFTER = /^\s{0,8}(\d{1,9})/u;
const LOOK_AROUND = 600;

const tokenAt = (bytes: Buffer, at: number, length: number): string =>
  bytes.toString('latin1', Math.max(0, at), Math.max(0, at + length));

/** Number after `key` in a stretch of a dictionary; 0 where there is none. */
function numberOf(dictionary: string, key: string): number {
  const at = dictionary.indexOf(key);
  return at < 0 ? 0 : Number(NUMBER_AFTER.exec(dictionary.slice(at + key.length))?.[1] ?? 0);
}

/** Scans the raw bytes once. Picture sizes are found since a picture's dictionary is never packed. */
export function fileSigns(bytes: Uint8Array): FileSigns {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let largestPicture = 0;
  for (let at = buffer.indexOf('/Width'); at >= 0; at = buffer.indexOf('/Width', at + 6)) {
    const around = tokenAt(buffer, at - LOOK_AROUND, LOOK_AROUND);
    const before = around.slice(around.lastIndexOf('obj') + 1);
    const after = tokenAt(buffer, at, LOOK_AROUND).split('stream')[0] ?? '';
    const width = numberOf(after, '/Width');
    const height = numberOf(after, '/Height') || numberOf(before, '/Height');
    largestPicture = Math.max(largestPicture, width * height);
  }
  return {
    signed: buffer.indexOf('/ByteRange') >= 0,
    cutShort: buffer.lastIndexOf('%%EOF') < buffer.length - 2048,
    largestPicture,
  };
}
