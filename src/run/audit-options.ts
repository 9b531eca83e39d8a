import { availableParallelism, totalmem } from 'node:os';
import { defaultRulesDir } from '../check/registers/load-registers.js';
import { DEFAULT_LIMITS, type ReadLimits } from '../ingest/read-outcome.js';
import type { Store } from '../store/store.js';
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
  /** Folder of the registers. Default: the program's own. */
  readonly rules?: string;
  /** Day of judgement, ISO 8601. Default: each plan's own time. */
  readonly asOf?: string | null;
  /** Files read at the same time, each in a process of its own. Default: processors, as far as memory goes. */
  readonly jobs?: number;
  /** Which engine recognizes scanned pages. Default "auto". */
  readonly ocr?: OcrChoice;
  /** Read files again that failed twice for time, memory or a crash, or once for what does not change. */
  readonly retryFailed?: boolean;
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
    rules: options.rules ?? defaultRulesDir(),
    asOf: options.asOf ?? null,
    jobs: Math.max(1, Math.floor(options.jobs ?? defaultJobs())),
    ocr: options.ocr ?? 'auto',
    retryFailed: options.retryFailed ?? false,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    workerLimits: options.workerLimits ?? {},
    signal: options.signal ?? null,
    workerModule: options.workerModule ?? workerModule(),
  };
}
