import { spawn } from 'node:child_process';
import { EngineFailure } from './engine.js';

/** What a program left behind: its exit status and all that it wrote. */
export interface ProgramOutput {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Most of what a page's TSV can be; beyond it something is wrong. */
const MOST_OUTPUT = 64_000_000;

/**
 * Runs a program with `input` on its standard input, on one thread. Rejects with an EngineFailure when it can't be
 * started, is ended by a signal or writes too much, and when `signal` is aborted, which ends it.
 */
export function runProgram(
  program: string,
  args: readonly string[],
  input: Uint8Array | null,
  signal: AbortSignal,
): Promise<ProgramOutput> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(new EngineFailure('stopped'));
      return;
    }
    const child = spawn(program, args, {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      windowsHide: true,
    });
    const chunks: Buffer[] = [];
    let size = 0;
    let stderr = '';
    const stop = (): void => {
      child.kill('SIGKILL');
    };
    signal.addEventListener('abort', stop, { once: true });
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MOST_OUTPUT) stop();
      else chunks.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (stderr.length < 4_000) stderr += chunk.toString('utf8');
    });
    child.stdin.on('error', () => {
      // The program ended before it read all; its exit status tells the rest.
    });
    child.once('error', (error) => {
      signal.removeEventListener('abort', stop);
      reject(new EngineFailure(`${program} could not be started: ${error.message}`));
    });
    child.once('close', (status, by) => {
      signal.removeEventListener('abort', stop);
      if (signal.aborted) reject(new EngineFailure('stopped'));
      else if (by !== null) reject(new EngineFailure(`the program was ended by ${by}`));
      else resolve({ status, stdout: Buffer.concat(chunks).toString('utf8'), stderr });
    });
    child.stdin.end(input ?? undefined);
  });
}
