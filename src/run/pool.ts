import PQueue from 'p-queue';
import type { Progress, ReadJob, ReadSettings, WorkerResult } from './protocol.js';
import { DEFAULT_WORKER_LIMITS, type WorkerLimits } from './worker-limits.js';
import { type WorkerOutcome, WorkerProcess } from './worker-process.js';

export interface PoolOptions {
  /** Processes at the same time. */
  readonly size: number;
  /** The JavaScript file that a worker process runs. */
  readonly module: string;
  readonly settings: ReadSettings;
  readonly limits?: Partial<WorkerLimits>;
}

/** A worker's result, or "cancelled" where the pool was aborted before there was one. */
export type PoolResult = WorkerResult | { readonly kind: 'cancelled' };

/**
 * Reads files in processes of their own, started when needed. A file that takes too long or too much memory, or that
 * ends its process, is a named failure; its process is replaced. What may have been the process's own fault is tried
 * once more in a fresh one: a crash, and memory that ran out in a process that had read other files before.
 */
export class WorkerPool {
  readonly #options: PoolOptions;
  readonly #limits: WorkerLimits;
  readonly #queue: PQueue;
  readonly #idle: WorkerProcess[] = [];
  readonly #all = new Set<WorkerProcess>();
  #aborted = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#limits = { ...DEFAULT_WORKER_LIMITS, ...options.limits };
    this.#queue = new PQueue({ concurrency: Math.max(1, options.size) });
  }

  /** Reads a file when its turn comes. Settles always, rejects never. */
  async read(job: ReadJob, onProgress: (progress: Progress) => void = () => undefined): Promise<PoolResult> {
    return await this.#queue.add(() => this.#attempt(job, onProgress));
  }

  /** Ends all processes at once; files under way or waiting come back as cancelled. */
  async abort(): Promise<void> {
    this.#aborted = true;
    await Promise.all([...this.#all].map((worker) => worker.kill()));
    await this.#queue.onIdle();
  }

  /** Waits for the files under way, then ends all processes. */
  async close(): Promise<void> {
    await this.#queue.onIdle();
    await Promise.all([...this.#all].map((worker) => worker.stop()));
    this.#all.clear();
  }

  async #attempt(job: ReadJob, onProgress: (progress: Progress) => void): Promise<PoolResult> {
    for (let attempt = 1; ; attempt++) {
      if (this.#aborted) return { kind: 'cancelled' };
      const worker = this.#take();
      const outcome = await worker.read(job, this.#options.settings, onProgress);
      await this.#giveBack(worker, outcome);
      if (this.#aborted && outcome.kind !== 'done') return { kind: 'cancelled' };
      if (outcome.kind === 'done') return outcome.result;
      const mayBeTheProcess =
        outcome.kind === 'crashed' || (outcome.kind === 'out-of-memory' && worker.files > 1);
      if (attempt > 1 || !mayBeTheProcess)
        return { kind: 'failed', reason: outcome.kind, detail: outcome.detail };
    }
  }

  #take(): WorkerProcess {
    for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop()) {
      if (idle.alive) return idle;
      this.#all.delete(idle);
    }
    const worker = new WorkerProcess(this.#options.module, this.#limits);
    this.#all.add(worker);
    return worker;
  }

  async #giveBack(worker: WorkerProcess, outcome: WorkerOutcome): Promise<void> {
    if (outcome.kind === 'done' && worker.alive && worker.files < this.#limits.recycleAfter) {
      this.#idle.push(worker);
      return;
    }
    await (outcome.kind === 'done' ? worker.stop() : worker.kill());
    this.#all.delete(worker);
  }
}
