import type { ReadFailure, ReadLimits, RecognizeChoice } from '../ingest/read-outcome.js';
import type { PlanRecord } from '../record/plan-record.js';

/** What is being done with a file. */
export type Stage = 'reading' | 'recognizing' | 'extracting';

/** How far a file is. `page` counts pages done of `pages`; both 0 while the number of pages is unknown. */
export interface Progress {
  readonly stage: Stage;
  readonly page: number;
  readonly pages: number;
}

/** "auto": the installed `tesseract` where it is there with `vie`, else the built-in engine. */
export type OcrChoice = 'auto' | 'builtin' | 'native' | 'off';

/** How files are read, the same for all files of a worker. */
export interface ReadSettings {
  readonly limits: ReadLimits;
  /** Which engine recognizes pages without a good text layer; "off": none, they are reported as not read. */
  readonly ocr: OcrChoice;
  /** Which pages are recognized; "auto" where left out. */
  readonly recognize?: RecognizeChoice;
  /** Pages of one file that are recognized at the same time; 1 where left out. */
  readonly lanes?: number;
}

/** One file to read. */
export interface ReadJob {
  readonly path: string;
  /** The name that goes into the record. */
  readonly file: string;
}

/** What became of a file in a worker. The record has no findings yet. */
export type WorkerResult = { readonly kind: 'extracted'; readonly record: PlanRecord } | ReadFailure;

export type ToWorker =
  | { readonly kind: 'read'; readonly id: number; readonly job: ReadJob; readonly settings: ReadSettings }
  | { readonly kind: 'stop' };

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'done'; readonly id: number; readonly result: WorkerResult };
