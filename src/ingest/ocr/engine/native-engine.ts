import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import {
  type Engine,
  EngineFailure,
  type EngineWord,
  NOT_TRIED,
  PAGE_SEGMENTATION_MODE,
  wordsOfTsv,
} from './engine.js';
import type { ProgramLauncher } from './program-launcher.js';
import { runProgram } from './run-program.js';
import { toTiff } from './tiff.js';

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
    const list = await runProgram(path, ['--list-langs'], null, signal);
    const known = `${list.stdout}\n${list.stderr}`.split(/\r?\n/u).map((line) => line.trim());
    if (list.status !== 0 || !known.includes('vie')) return null;
    const about = await runProgram(path, ['--version'], null, signal);
    const version = /tesseract\s+v?(\S+)/u.exec(`${about.stdout}\n${about.stderr}`)?.[1] ?? 'unknown';
    return { path, version };
  } catch (error) {
    if (error instanceof EngineFailure) return null;
    throw error;
  }
}

/** An engine that runs the installed program once a picture, through `launcher`: pixels over stdin, words over stdout. */
export function createNativeEngine(program: NativeTesseract, launcher: ProgramLauncher, dpi: number): Engine {
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
      const { status, stdout, stderr } = await launcher.run(program.path, args, toTiff(picture), both);
      if (status !== 0)
        throw new EngineFailure(`tesseract ended with ${status}: ${stderr.trim().slice(0, 200)}`);
      return wordsOfTsv(stdout);
    },
    async close(): Promise<void> {
      closing.abort();
    },
  };
}
