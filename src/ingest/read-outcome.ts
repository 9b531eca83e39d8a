import type { SourceDocument } from '../document/source-document.js';
import type { Recognizer } from './ocr/recognizer.js';

/** Why a file gave no document. */
export type FailureReason =
  | 'not-found'
  | 'not-readable'
  | 'empty'
  | 'unsupported'
  | 'encrypted'
  | 'broken'
  | 'too-large'
  | 'too-many-pages'
  | 'timeout'
  | 'out-of-memory'
  | 'crashed';

/** A file that could not be read: an outcome, not an exception. `detail` is one English sentence for the log. */
export interface ReadFailure {
  readonly kind: 'failed';
  readonly reason: FailureReason;
  readonly detail: string;
}

export type ReadOutcome = { readonly kind: 'read'; readonly document: SourceDocument } | ReadFailure;

/** What every format's reader gets. */
export interface ReadInput {
  /** The name as given, for the record; nothing is opened by it. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** Called while reading: pages done and in all, for the progress bar. */
export type OnPage = (done: number, total: number) => void;

/** Bounds for hostile files. Breaking one ends in a ReadFailure, never in an exception. */
export interface ReadLimits {
  readonly maxFileBytes: number;
  readonly maxPages: number;
  /** Pixels of one page's raster; larger pages are rendered smaller or refused by name. */
  readonly maxPixels: number;
  /** Bytes that a packed file may inflate to, in all. */
  readonly maxInflatedBytes: number;
  /** XML nesting. */
  readonly maxDepth: number;
}

export const DEFAULT_LIMITS: ReadLimits = {
  maxFileBytes: 200_000_000,
  maxPages: 2_000,
  maxPixels: 100_000_000,
  maxInflatedBytes: 200_000_000,
  maxDepth: 200,
};

/**
 * Which pages of a PDF are recognized: "auto" those without a good text layer; "force" all, whatever their text layer
 * is; "never" none, and pages without a good text layer are not read.
 */
export type RecognizeChoice = 'auto' | 'force' | 'never';

/** What a format's reader works with besides its input. */
export interface ReadContext {
  readonly limits: ReadLimits;
  readonly onPage: OnPage;
  /** Starts the recognizer at the first call, gives the same one afterwards. Null where recognition is switched off. */
  readonly recognizer: (() => Promise<Recognizer>) | null;
  /** Left out: "auto". Without a recognizer nothing is recognized, whatever stands here. */
  readonly recognize?: RecognizeChoice;
}
