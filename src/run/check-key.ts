import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PIPELINE_VERSION } from './pipeline-version.js';

/**
 * Stands for all that decides findings besides the record: the rules folder's YAML files, the program, the day of
 * judgement. Stored findings under another key are made again. Throws where the folder cannot be read.
 */
export async function checkKey(rulesDir: string, asOf: string | null, version: string): Promise<string> {
  const entries = await readdir(rulesDir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256').update(JSON.stringify([PIPELINE_VERSION, version, asOf]));
  for (const file of files) {
    const bytes = await readFile(file);
    hash.update(`\n${file.slice(rulesDir.length)} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}
