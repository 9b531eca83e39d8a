import { readFile } from 'node:fs/promises';
import { parseSuppressions, type Suppressions } from '../check/suppress/suppression-file.js';

/** The file of suppressions that an audit uses where it is there and none is named. */
export const SUPPRESSIONS_FILE = 'rasoat-ignore.yaml';

/**
 * Reads a file of suppressions; null where it is not there. `name`: the file as people named it, for messages. Throws
 * SuppressionFileError where it breaks its form, and what the file system throws where it can't be read.
 */
export async function loadSuppressions(path: string, name: string = path): Promise<Suppressions | null> {
  let source: string;
  try {
    source = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  return parseSuppressions(source.replace(/^\uFEFF/u, ''), name);
}
