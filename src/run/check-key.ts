import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultRulesDir } from '../check/registers/load-registers.js';
import { PIPELINE_VERSION } from './pipeline-version.js';

/** The checks' own code, compiled or not. */
const CHECKS = fileURLToPath(new URL('../check', import.meta.url));

/**
 * Stands for all that decides findings besides the record: the YAML files of the program's rules and of
 * the folder laid over them, the checks' code, the day
 * of judgement. Stored findings under another key are made again. Throws where the folder cannot be read.
 */
export async function checkKey(rulesDir: string, asOf: string | null, version: string): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([PIPELINE_VERSION, version, asOf]));
  for (const [folder, kind] of [
    [defaultRulesDir(), /\.ya?ml$/u],
    ...(rulesDir === defaultRulesDir() ? [] : [[rulesDir, /\.ya?ml$/u] as const]),
    [CHECKS, /(?<!\.d)\.[jt]s$/u],
  ] as const) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() && kind.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const file of files) {
      const bytes = await readFile(file);
      hash.update(`\n${file.slice(folder.length)} ${bytes.length}\n`).update(bytes);
    }
  }
  return hash.digest('hex');
}
