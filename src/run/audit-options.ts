import { availableParallelism, totalmem } from 'node:os';
import type { Baseline } from '../check/baseline/baseline.js';
import { defaultRulesDir } from '../check/registers/load-registers.js';
import type { Suppressions } from '../check/suppress/suppression-file.js';
import { DEFAULT_LIMITS, type ReadLimits, type RecognizeChoice } from '../ingest/read-outcome.js';
import type { Store } from '../store/store.js';
import type { UnitList } from './load-units.js';
import type { OcrChoice } from './protocol.js';
import type { WorkerLimits } from './worker-limits.js';
import { workerModule } from './worker-module.js';

/** What to audit and how. */
export interface AuditOptions {
  /** Files, folders and glob patterns. */
  readonly paths: readonly string[];
  /** The database's file, or a store that stays open. */
  readonly db: string | Store;
  /** Where relative paths begin. Default: the working directory. */
  readonly cwd?: string;
  /** Files and folders that a walk leaves out, such as the output's. The database itself is always left out. */
  readonly exclude?: readonly string[];
  /** What people call a file, by its absolute path, where that isn't its name on the disk. */
  readonly names?: ReadonlyMap<string, string>;
  /** Folder of rules laid over the program's own. Default: none. */
  readonly rules?: string;
  /** Day of judgement, ISO 8601. Default: each plan's own time. */
  readonly asOf?: string | null;
  /** Files read at the same time, each in a process of its own. Default: processors, as far as memory goes. */
  readonly jobs?: number;
  /** Which engine recognizes scanned pages. Default "auto". */
  readonly ocr?: OcrChoice;
  /**
   * Which pages of PDFs are recognized: "auto" those without a good text layer; "force" all; "never" none, as with
   * `ocr: "off"`, which wins. Default "auto".
   */
  readonly recognize?: RecognizeChoice;
  /** Read files again that failed twice for time, memory or a crash, or once for what does not change. */
  readonly retryFailed?: boolean;
  /** Findings to set apart: see `loadSuppressions`. Default: none. */
  readonly suppressions?: Suppressions | null;
  /**
   * What to tell new and mended findings by: an earlier audit's (see `loadBaseline`), or the files as a run left them, by
   * its id or the beginning of it. Default: each file's former version in the database.
   */
  readonly baseline?: Baseline | { readonly run: string } | null;
  /** Units that have to hand in plans: see `loadUnits`. Default: none. */
  readonly expected?: UnitList | null;
  readonly limits?: Partial<ReadLimits>;
  readonly workerLimits?: Partial<WorkerLimits>;
  /** Ends the run in order: what is being written is finished, what is being read is dropped. */
  readonly signal?: AbortSignal;
  /** The JavaScript file that worker processes run. Default: the program's own. */
  readonly workerModule?: string;
}

/** The same with every default in place. */
export type AuditPlan = Required<Omit<AuditOptions, 'signal' | 'limits' | 'db'>> & {
  readonly limits: ReadLimits;
  readonly signal: AbortSignal | null;
};

/** Processors, but no more than there is memory for at 1.2 GB each. */
export const defaultJobs = (): number =>
  Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / 1.2e9)));

export function planOf(options: AuditOptions): AuditPlan {
  return {
    paths: options.paths,
    cwd: options.cwd ?? process.cwd(),
    exclude: options.exclude ?? [],
    names: options.names ?? new Map(),
    rules: options.rules ?? defaultRulesDir(),
    asOf: options.asOf ?? null,
    jobs: Math.max(1, Math.floor(options.jobs ?? defaultJobs())),
    ocr: options.ocr ?? 'auto',
    recognize: options.recognize ?? 'auto',
    retryFailed: options.retryFailed ?? false,
    suppressions: options.suppressions ?? null,
    baseline: options.baseline ?? null,
    expected: options.expected ?? null,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    workerLimits: options.workerLimits ?? {},
    signal: options.signal ?? null,
    workerModule: options.workerModule ?? workerModule(),
  };
}
