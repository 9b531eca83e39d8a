import { createHash } from 'node:crypto';
import { mediaTypeOf } from './media-type.js';
import type { Recognizer } from './ocr/recognizer.js';
import {
  DEFAULT_LIMITS,
  type FailureReason,
  type OnPage,
  type ReadContext,
  type ReadFailure,
  type ReadInput,
  type ReadLimits,
  type ReadOutcome,
  type RecognizeChoice,
} from './read-outcome.js';
import { judgeReadings } from './readings/judge-readings.js';
import { noteUnsureTables } from './unsure-tables.js';

export interface ReadOptions {
  /** Bounds that differ from DEFAULT_LIMITS. */
  readonly limits?: Partial<ReadLimits>;
  readonly onPage?: OnPage;
  /** Gives the recognizer for pages without good text; null or left out: pictures are not recognized. */
  readonly recognizer?: (() => Promise<Recognizer>) | null;
  /** Which pages of a PDF are recognized: "auto" (default) those without good text, "force" all, "never" none. */
  readonly recognize?: RecognizeChoice;
}

type Reader = (input: ReadInput, context: ReadContext) => Promise<ReadOutcome>;

/** Each reader is loaded when the first file of its format comes. */
const READERS = {
  docx: async (): Promise<Reader> => (await import('./docx/read-docx.js')).readDocx,
  pdf: async (): Promise<Reader> => (await import('./pdf/read-pdf.js')).readPdf,
  image: async (): Promise<Reader> => (await import('./image/read-image.js')).readImage,
  text: async (): Promise<Reader> => (await import('./text/read-text.js')).readText,
} as const;

const failed = (reason: FailureReason, detail: string): ReadFailure => ({ kind: 'failed', reason, detail });

/**
 * Reads a file's bytes into a SourceDocument, by their content whatever the name ends in. `file` is the name for the
 * record; nothing is opened by it. `bytes` are not changed. Never throws: what can't be read is a ReadFailure (empty,
 * too-large, unsupported, encrypted, broken, …), an error inside a reader is "broken" with its message.
 */
export async function readDocument(
  input: { readonly file: string; readonly bytes: Uint8Array },
  options: ReadOptions = {},
): Promise<ReadOutcome> {
  const { file, bytes } = input;
  const limits: ReadLimits = { ...DEFAULT_LIMITS, ...options.limits };
  if (bytes.length === 0) return failed('empty', 'The file is empty.');
  if (bytes.length > limits.maxFileBytes)
    return failed('too-large', `The file has ${bytes.length} bytes, ${limits.maxFileBytes} are allowed.`);
  const type = mediaTypeOf(bytes, file);
  if (type.kind === 'refused') return failed(type.reason, type.detail);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const recognize = options.recognize ?? 'auto';
  const context: ReadContext = {
    limits,
    onPage: options.onPage ?? (() => {}),
    recognizer: recognize === 'never' ? null : (options.recognizer ?? null),
    recognize,
  };
  try {
    const read = await READERS[type.format]();
    const outcome = await read({ file, bytes, sha256 }, context);
    if (outcome.kind === 'failed') return outcome;
    return { ...outcome, document: noteUnsureTables(judgeReadings(outcome.document)) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return failed('broken', `The file can't be read as ${type.mediaType}: ${message}`);
  }
}
