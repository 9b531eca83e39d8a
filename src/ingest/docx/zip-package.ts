import type { Readable } from 'node:stream';
import type { Entry } from 'yauzl';
import type { ReadLimits } from '../read-outcome.js';
import { DocxProblem } from './docx-problem.js';

/** Entries of an honest package: parts, fonts and pictures; a plan has 10 to 50. */
const MAX_ENTRIES = 10_000;
/** Deflate packs at most 1 : 1032. Prose lies at 1 : 5 to 1 : 30; long empty tables reach 1 : 100 in small parts. */
const MAX_RATIO = 100;
const RATIO_FROM_BYTES = 10_000_000;

/** The parts of an Office package, inflated one by one when asked for. */
export interface ZipPackage {
  readonly names: ReadonlySet<string>;
  /** Uncompressed size that the directory declares, in bytes; 0 where there is no such part. */
  sizeOf(name: string): number;
  /** The part's bytes; null where the package has no part of that name. Throws a DocxProblem. */
  read(name: string): Promise<Uint8Array | null>;
}

const broken = (detail: string): DocxProblem => new DocxProblem('broken', detail);

function checkEntry(entry: Entry): void {
  if (entry.isEncrypted())
    throw new DocxProblem('encrypted', `The package part ${entry.fileName} is encrypted.`);
  const { uncompressedSize, compressedSize, fileName } = entry;
  if (uncompressedSize > RATIO_FROM_BYTES && uncompressedSize > MAX_RATIO * Math.max(1, compressedSize))
    throw new DocxProblem(
      'too-large',
      `The package part ${fileName} inflates more than ${MAX_RATIO} times, to ${uncompressedSize} bytes.`,
    );
}

async function collect(stream: Readable, name: string, allowed: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > allowed) {
      stream.destroy();
      throw new DocxProblem('too-large', `The package part ${name} inflates to more bytes than allowed.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/**
 * Opens a ZIP package from memory after looking through its whole directory: number of entries, sizes apart and
 * in all against `limits.maxInflatedBytes`, packing ratio, names that leave the package, encryption. What the
 * directory claims is enforced again while inflating. Throws a DocxProblem.
 */
export async function openPackage(
  bytes: Uint8Array,
  limits: Pick<ReadLimits, 'maxInflatedBytes'>,
): Promise<ZipPackage> {
  const { fromBufferPromise } = await import('yauzl');
  const entries = new Map<string, Entry>();
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let declared = 0;
  const zip = await fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true }).catch(
    (error: unknown) => {
      throw broken(`The ZIP package can't be opened: ${messageOf(error)}.`);
    },
  );
  if (zip.entryCount > MAX_ENTRIES)
    throw new DocxProblem(
      'too-large',
      `The ZIP package has ${zip.entryCount} entries, ${MAX_ENTRIES} are allowed.`,
    );
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      checkEntry(entry);
      declared += entry.uncompressedSize;
      if (declared > limits.maxInflatedBytes)
        throw new DocxProblem(
          'too-large',
          `The ZIP package inflates to more than ${limits.maxInflatedBytes} bytes.`,
        );
      if (entries.has(entry.fileName)) throw broken(`The ZIP package holds ${entry.fileName} twice.`);
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw error instanceof DocxProblem ? error : broken(`The ZIP directory is broken: ${messageOf(error)}.`);
  }
  let inflated = 0;
  return {
    names: new Set(entries.keys()),
    sizeOf: (name) => entries.get(name)?.uncompressedSize ?? 0,
    async read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      try {
        const stream = await zip.openReadStreamPromise(entry);
        const part = await collect(stream, name, limits.maxInflatedBytes - inflated);
        inflated += part.length;
        return part;
      } catch (error) {
        throw error instanceof DocxProblem
          ? error
          : broken(`The package part ${name} can't be inflated: ${messageOf(error)}.`);
      }
    },
  };
}

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\.+$/u, '');
