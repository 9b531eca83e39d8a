import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { EngineFailure } from './engine.js';
import type { FromLauncher, ToLauncher } from './launch-protocol.js';
import type { ProgramOutput } from './run-program.js';

/** The compiled process; from TypeScript sources the one that a build has left. */
function module(): string {
  const built = import.meta.url.endsWith('.ts')
    ? '../../../../dist/ingest/ocr/engine/launcher-process.js'
    : './launcher-process.js';
  return fileURLToPath(new URL(built, import.meta.url));
}

interface Waiting {
  readonly resolve: (output: ProgramOutput) => void;
  readonly reject: (error: EngineFailure) => void;
}

/**
 * Runs programs through a small process of its own. To start a program, Node forks: the system copies the tables of
 * all memory that the process holds, and a process full of pictures stands still for it, 15 ms and more each time.
 * The small process starts with the first program and is replaced when it ends. Close it at the end.
 */
export class ProgramLauncher {
  readonly #waiting = new Map<number, Waiting>();
  #child: ChildProcess | null = null;
  #ids = 0;
  #closed = false;

  /** As `runProgram`; rejects with an EngineFailure also when the launcher ends or is closed. */
  run(
    program: string,
    args: readonly string[],
    input: Uint8Array,
    signal: AbortSignal,
  ): Promise<ProgramOutput> {
    return new Promise((resolve, reject) => {
      if (signal.aborted || this.#closed) {
        reject(new EngineFailure('stopped'));
        return;
      }
      const id = ++this.#ids;
      const child = this.#child ?? this.#start();
      const stop = (): void => this.#send(child, { kind: 'stop', id });
      signal.addEventListener('abort', stop, { once: true });
      const settle = (): void => {
        this.#waiting.delete(id);
        signal.removeEventListener('abort', stop);
      };
      this.#waiting.set(id, {
        resolve: (output) => {
          settle();
          if (signal.aborted) reject(new EngineFailure('stopped'));
          else resolve(output);
        },
        reject: (error) => {
          settle();
          reject(error);
        },
      });
      this.#send(child, { kind: 'run', id, program, args, input });
    });
  }

  /** Ends the small process and what it has started; settles when they are gone. */
  async close(): Promise<void> {
    this.#closed = true;
    const child = this.#child;
    const gone =
      child === null || child.exitCode !== null || child.signalCode !== null ? null : once(child, 'exit');
    this.#lost('stopped');
    await gone;
  }

  #start(): ChildProcess {
    const child = fork(module(), [], {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child = child;
    child.on('message', (message) => {
      const told = message as FromLauncher;
      const waiting = this.#waiting.get(told.id);
      if (told.kind === 'done') waiting?.resolve(told.output);
      else waiting?.reject(new EngineFailure(told.reason));
    });
    const gone = (): void => {
      if (this.#child === child) this.#lost('the process that starts the recognizer ended');
    };
    child.once('error', gone);
    child.once('exit', gone);
    return child;
  }

  #send(child: ChildProcess, message: ToLauncher): void {
    // What can't be sent any more is settled by the end of the process.
    if (child.connected) child.send(message, () => undefined);
  }

  #lost(reason: string): void {
    const child = this.#child;
    this.#child = null;
    if (child?.connected === true) child.disconnect();
    for (const { reject } of [...this.#waiting.values()]) reject(new EngineFailure(reason));
  }
}
