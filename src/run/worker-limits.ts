/** Bounds of one worker process. Times in milliseconds, sizes in bytes. */
export interface WorkerLimits {
  /** From start to readiness. */
  readonly startMs: number;
  /** For a file of which no page is done yet. */
  readonly fileMs: number;
  /** Added for every page that is done. */
  readonly pageMs: number;
  /** Without a word from the worker. */
  readonly silenceMs: number;
  /** Resident memory, programs that the worker started included. Above it the worker is ended. */
  readonly maxResidentBytes: number;
  /** Of V8's heap. */
  readonly maxHeapMegabytes: number;
  /** Files after which a worker is replaced by a fresh one. */
  readonly recycleAfter: number;
}

/**
 * No file over 60 s unless its pages do come one by one, none over 1 GB: the difference leaves time to notice. A
 * page takes a recognizer 1 to 3 s, a hard one ten times that.
 */
export const DEFAULT_WORKER_LIMITS: WorkerLimits = {
  startMs: 30_000,
  fileMs: 55_000,
  pageMs: 30_000,
  silenceMs: 45_000,
  maxResidentBytes: 900_000_000,
  maxHeapMegabytes: 768,
  recycleAfter: 200,
};

/** The line that a worker leaves on its standard error when its own guard ends it for its memory. */
export const MEMORY_MARK = 'rasoat-worker: memory limit';
