import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ReadFailure } from '../../ingest/read-outcome.js';
import { DEFAULT_WORKER_LIMITS } from '../worker-limits.js';
import {
  type FromPictureWorker,
  type PictureJob,
  type PictureResult,
  READY_FOR_PDF,
  type ToPictureWorker,
} from './picture-protocol.js';

/** Longer than the worker gives a page itself. */
const PICTURE_MS = 20_000;
const START_MS = 30_000;

/** The compiled worker; from TypeScript sources the one that a build has left. */
function module(): string {
  const built = import.meta.url.endsWith('.ts')
    ? '../../../dist/run/pictures/picture-worker.js'
    : './picture-worker.js';
  return fileURLToPath(new URL(built, import.meta.url));
}

const failed = (reason: ReadFailure['reason'], detail: string): ReadFailure => ({
  kind: 'failed',
  reason,
  detail,
});

interface Waiting {
  readonly job: PictureJob;
  readonly settle: (result: PictureResult) => void;
}

/**
 * Takes pictures of pages in a process of its own, one after the other. The process starts with the first picture; one
 * that hangs or ends is replaced, and costs only the picture it was at. Close it at the end.
 */
export class PictureProcess {
  readonly #queue: Waiting[] = [];
  #child: ChildProcess | null = null;
  #running: (Waiting & { readonly id: number; readonly timer: NodeJS.Timeout }) | null = null;
  #ready = false;
  #ids = 0;
  #closed = false;

  /** Starts the process before the first picture is asked for, ready for pages of PDFs. */
  start(): void {
    if (!this.#closed) this.#child ??= this.#start([READY_FOR_PDF]);
  }

  /** Never rejects: what can't be shown is a ReadFailure. */
  take(job: PictureJob): Promise<PictureResult> {
    if (this.#closed) return Promise.resolve(failed('crashed', 'the program is ending'));
    return new Promise((settle) => {
      this.#queue.push({ job, settle });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { settle } of this.#queue.splice(0)) settle(failed('crashed', 'the program is ending'));
    this.#end(failed('crashed', 'the program is ending'));
  }

  #next(): void {
    if (this.#running !== null) return;
    const waiting = this.#queue.shift();
    if (waiting === undefined) return;
    const child = this.#child ?? this.#start();
    const id = ++this.#ids;
    const timer = setTimeout(
      () => this.#end(failed('timeout', 'the page takes too long to draw')),
      this.#ready ? PICTURE_MS : START_MS,
    );
    this.#running = { ...waiting, id, timer };
    child.send({ id, job: waiting.job } satisfies ToPictureWorker, () => undefined);
  }

  #start(args: readonly string[] = []): ChildProcess {
    const child = fork(module(), args, {
      execArgv: [`--max-old-space-size=${DEFAULT_WORKER_LIMITS.maxHeapMegabytes}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#ready = false;
    this.#child = child;
    child.on('message', (message: FromPictureWorker) => {
      this.#ready = true;
      if (message.kind === 'done' && message.id === this.#running?.id) this.#settle(message.result);
    });
    const gone = (): void => {
      if (this.#child === child) this.#end(failed('crashed', 'the drawing process ended'));
    };
    child.on('error', gone);
    child.on('exit', gone);
    return child;
  }

  #settle(result: PictureResult): void {
    const running = this.#running;
    if (running === null) return;
    clearTimeout(running.timer);
    this.#running = null;
    running.settle(result);
    this.#next();
  }

  #end(failure: ReadFailure): void {
    const child = this.#child;
    this.#child = null;
    child?.kill('SIGKILL');
    this.#settle(failure);
  }
}
