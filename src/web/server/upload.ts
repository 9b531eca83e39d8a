import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { UPLOAD_TYPES } from '../api/batches.js';
import { WebError } from './web-error.js';

const LONGEST_NAME = 200;

/** The name that people call an uploaded file: its last part, without what no name has. Throws WebError. */
export function displayName(header: string | undefined): string {
  let name: string;
  try {
    name = decodeURIComponent(header ?? '');
  } catch {
    throw new WebError('bad-request', 'the name of the file is not encoded right');
  }
  const last = name.normalize('NFC').split(/[/\\]/u).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '')
    .trim()
    .slice(-LONGEST_NAME);
  if (clean === '' || /^\.+$/u.test(clean)) throw new WebError('bad-request', 'the file has no name');
  return clean;
}

/** Whether a file of this name may be one that the readers know; what it holds they look at themselves. */
export const isKnownType = (name: string): boolean =>
  UPLOAD_TYPES.some((ending) => name.toLowerCase().endsWith(ending));

/**
 * Writes a request's body into `path` as it comes, and returns its bytes. Throws WebError "too-large" as soon as there
 * are more than `most`; then nothing of it stays.
 */
export async function receive(
  body: ReadableStream<Uint8Array> | null,
  path: string,
  most: number,
): Promise<number> {
  if (body === null) throw new WebError('bad-request', 'there is no file in the request');
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.byteLength;
      if (bytes > most) done(new WebError('too-large'));
      else done(null, chunk);
    },
  });
  try {
    await pipeline(Readable.fromWeb(body), counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return bytes;
}
