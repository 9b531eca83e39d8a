import { type ChildProcess, fork } from 'node:child_process';
import type { FromWorker, Progress, ReadJob, ReadSettings, ToWorker, WorkerResult } from './protocol.js';
import { residentMemory } from './resident-memory.js';
import { MEMORY_MARK, type WorkerLimits } from './worker-limits.js';

const LOOK_EVERY_MS = 50;
const STOP_WITHIN_MS = 3_000;
const LAST_WORDS_MS = 300;
const STDERR_KEPT = 8_192;
const HEAP_FULL = /heap out of memory|Allocation failed|Array buffer allocation failed/u;

/** How a file left a worker: with its result, or because the worker ended or had to be ended. */
export type WorkerOutcome =
  | { readonly kind: 'done'; readonly result: WorkerResult }
  | { readonly kind: 'timeout' | 'out-of-memory' | 'crashed'; readonly detail: string };

type Ending = Exclude<WorkerOutcome, { kind: 'done' }>;

interface Running {
  readonly id: number;
  readonly onProgress: (progress: Progress) => void;
  readonly settle: (outcome: WorkerOutcome) => void;
  /** Null until the worker was ready and got the file. */
  sentAt: number | null;
  deadline: number;
  lastWord: number;
  pagesDone: number;
}

/**
 * glibc's settings under which memory of freed pictures goes back to the system at once; other systems know none of
 * them. Without them a worker that has recognized some ten pages holds half as much again.
 */
const SHRINKING_HEAP = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '1000000',
  MALLOC_TRIM_THRESHOLD_: '8000000',
};

/** A child process that reads one file at a time. Once `alive` is false it takes no more. */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #limits: WorkerLimits;
  readonly #ready: Promise<void>;
  readonly #gone: Promise<void>;
  #markReady: () => void = () => undefined;
  #running: Running | null = null;
  #stderr = '';
  /** Why we ended it; null while it lives or where it ended by itself. */
  #ending: Ending | null = null;
  #alive = true;
  #files = 0;

  /** Starts the process; `module` is the JavaScript file that it runs. */
  constructor(module: string, limits: WorkerLimits) {
    this.#limits = limits;
    this.#child = fork(module, [String(limits.maxResidentBytes)], {
      execArgv: [`--max-old-space-size=${limits.maxHeapMegabytes}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // A group of its own: what it starts can be ended with it, and Ctrl-C reaches it through us alone.
      detached: process.platform !== 'win32',
      env: { ...process.env, OMP_THREAD_LIMIT: '1', ...SHRINKING_HEAP },
    });
    this.#ready = new Promise((resolve) => {
      this.#markReady = resolve;
    });
    this.#gone = new Promise((resolve) => {
      const once = (why: string) => {
        if (!this.#alive) return;
        this.#alive = false;
        this.#end(why);
        resolve();
      };
      this.#child.once('close', (code, signal) => once(signal ?? `exit code ${code}`));
      this.#child.once('exit', (code, signal) => {
        this.#killGroup();
        // Its last words come before "close", which a program that it left behind may put off.
        setTimeout(() => once(signal ?? `exit code ${code}`), LAST_WORDS_MS);
      });
      this.#child.on('error', (error) => {
        if (this.#child.pid === undefined) once(error.message);
      });
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-STDERR_KEPT);
    });
    this.#child.on('message', (message: FromWorker) => this.#hear(message));
  }

  get alive(): boolean {
    return this.#alive && this.#ending === null;
  }

  /** Files that it was given. */
  get files(): number {
    return this.#files;
  }

  /** Reads a file. Settles always, within the limits; rejects never. One call at a time. */
  async read(
    job: ReadJob,
    settings: ReadSettings,
    onProgress: (progress: Progress) => void,
  ): Promise<WorkerOutcome> {
    const started = Date.now();
    this.#files += 1;
    const id = this.#files;
    let watch: NodeJS.Timeout | undefined;
    try {
      return await new Promise<WorkerOutcome>((settle) => {
        const startBy = started + this.#limits.startMs;
        this.#running = {
          id,
          onProgress,
          settle,
          sentAt: null,
          deadline: startBy,
          lastWord: startBy,
          pagesDone: 0,
        };
        if (!this.#alive) this.#end('it had ended before');
        watch = setInterval(() => this.#look(), LOOK_EVERY_MS);
        void this.#ready.then(() => this.#send({ kind: 'read', id, job, settings }));
      });
    } finally {
      clearInterval(watch);
      this.#running = null;
    }
  }

  /** Lets it end by itself, then ends it. */
  async stop(): Promise<void> {
    if (this.#alive && this.#child.connected)
      this.#child.send({ kind: 'stop' } satisfies ToWorker, () => undefined);
    const timer = setTimeout(() => this.#kill(), STOP_WITHIN_MS);
    await this.#gone;
    clearTimeout(timer);
  }

  /** Ends it at once; a running `read` comes back as crashed. */
  async kill(): Promise<void> {
    this.#kill();
    await this.#gone;
  }

  #send(message: ToWorker): void {
    const running = this.#running;
    if (running === null || !this.#child.connected) return;
    const now = Date.now();
    running.sentAt = now;
    running.deadline = now + this.#limits.fileMs;
    running.lastWord = now;
    // An error here means that it has ended: the event of that settles the file.
    this.#child.send(message, () => undefined);
  }

  #hear(message: FromWorker): void {
    if (message.kind === 'ready') {
      this.#markReady();
      return;
    }
    const running = this.#running;
    if (running === null || message.id !== running.id || this.#ending !== null) return;
    if (message.kind === 'done') {
      running.settle({ kind: 'done', result: message.result });
      return;
    }
    running.lastWord = Date.now();
    running.onProgress(message.progress);
    const more = Math.max(0, message.progress.page - running.pagesDone);
    running.pagesDone += more;
    running.deadline += more * this.#limits.pageMs;
  }

  #look(): void {
    const running = this.#running;
    const { pid } = this.#child;
    if (running === null || pid === undefined || this.#ending !== null) return;
    const now = Date.now();
    const { silenceMs, maxResidentBytes } = this.#limits;
    if (running.sentAt === null && now > running.deadline)
      this.#endFor('crashed', 'the reading process did not start');
    else if (now > running.deadline) this.#endFor('timeout', 'took longer than its time limit');
    else if (now - running.lastWord > silenceMs)
      this.#endFor('timeout', `no progress for ${Math.round(silenceMs / 1000)} s`);
    else if ((residentMemory(pid) ?? 0) > maxResidentBytes)
      this.#endFor('out-of-memory', `took more than ${Math.round(maxResidentBytes / 1e6)} MB of memory`);
  }

  #endFor(kind: Ending['kind'], detail: string): void {
    this.#ending = { kind, detail };
    this.#kill();
  }

  #kill(): void {
    if (!this.#alive) return;
    this.#killGroup();
    this.#child.kill('SIGKILL');
  }

  /** Ends the programs that it started as well; there may be none left to end. */
  #killGroup(): void {
    const { pid } = this.#child;
    if (pid === undefined || process.platform === 'win32') return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }

  /** It has ended: the running file gets the reason. */
  #end(how: string): void {
    this.#running?.settle(this.#ending ?? this.#ownEnding(how));
  }

  #ownEnding(how: string): Ending {
    if (this.#stderr.includes(MEMORY_MARK) || HEAP_FULL.test(this.#stderr))
      return { kind: 'out-of-memory', detail: 'ran out of memory' };
    const lines = this.#stderr.split('\n').map((line) => line.trim());
    const said = lines.find((line) => /^(?:\w*Error|Uncaught)\b/u.test(line));
    return {
      kind: 'crashed',
      detail: `the reading process ended (${how})${said ? `: ${said.slice(0, 200)}` : ''}`,
    };
  }
}
