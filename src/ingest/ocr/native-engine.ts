import { spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import {
  type Engine,
  EngineFailure,
  type EngineWord,
  NOT_TRIED,
  PAGE_SEGMENTATION_MODE,
  toTiff,
  wordsOfTsv,
} from './engine.js';

interface Output {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Most of what a page's TSV can be; beyond it something is wrong. */
const MOST_OUTPUT = 64_000_000;

function run(
  program: string,
  args: readonly string[],
  input: Buffer | null,
  signal: AbortSignal,
): Promise<Output> {
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
      reject(new EngineFailure(`tesseract could not be started: ${error.message}`));
    });
    child.once('close', (status, by) => {
      signal.removeEventListener('abort', stop);
      if (signal.aborted) reject(new EngineFailure('stopped'));
      else if (by !== null) reject(new EngineFailure(`tesseract was ended by ${by}`));
      else resolve({ status, stdout: Buffer.concat(chunks).toString('utf8'), stderr });
    });
    child.stdin.end(input ?? undefined);
  });
}

/** The path of the program `tesseract` on the PATH, or null. */
async function findProgram(): Promise<string | null> {
  const names = process.platform === 'win32' ? ['tesseract.exe'] : ['tesseract'];
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    for (const name of names) {
      if (folder === '') continue;
      const path = join(folder, name);
      try {
        await access(path, constants.X_OK);
        return path;
      } catch {
        // Not here; the next folder may have it.
      }
    }
  return null;
}

/** The installed program, when it is there with the Vietnamese model: its path and version. */
export interface NativeTesseract {
  readonly path: string;
  readonly version: string;
}

/** Looks for `tesseract` with the model `vie` on the PATH. Null where either is missing or it does not answer. */
export async function findNativeTesseract(): Promise<NativeTesseract | null> {
  const path = await findProgram();
  if (path === null) return null;
  try {
    const signal = AbortSignal.timeout(10_000);
    const list = await run(path, ['--list-langs'], null, signal);
    const known = `${list.stdout}\n${list.stderr}`.split(/\r?\n/u).map((line) => line.trim());
    if (list.status !== 0 || !known.includes('vie')) return null;
    const about = await run(path, ['--version'], null, signal);
    const version = /tesseract\s+v?(\S+)/u.exec(`${about.stdout}\n${about.stderr}`)?.[1] ?? 'unknown';
    return { path, version };
  } catch (error) {
    if (error instanceof EngineFailure) return null;
    throw error;
  }
}

/** An engine that runs the installed program once a picture, pixels over stdin, words over stdout. */
export function createNativeEngine(program: NativeTesseract, dpi: number): Engine {
  const closing = new AbortController();
  return {
    kind: 'native',
    sharpened: true,
    async read(picture, segmentation, signal, characters): Promise<readonly EngineWord[]> {
      const mode = PAGE_SEGMENTATION_MODE[segmentation];
      const args = ['stdin', 'stdout', '-l', 'vie', '--oem', '1', '--psm', mode, '--dpi', String(dpi)];
      for (const [name, value] of Object.entries(NOT_TRIED)) args.push('-c', `${name}=${value}`);
      if (characters !== undefined) args.push('-c', `tessedit_char_whitelist=${characters}`);
      args.push('tsv');
      const both = AbortSignal.any([signal, closing.signal]);
      const { status, stdout, stderr } = await run(program.path, args, toTiff(picture), both);
      if (status !== 0)
        throw new EngineFailure(`tesseract ended with ${status}: ${stderr.trim().slice(0, 200)}`);
      return wordsOfTsv(stdout);
    },
    async close(): Promise<void> {
      closing.abort();
    },
  };
}
