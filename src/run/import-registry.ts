import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type ImportProblem, readImportTable } from '../check/registers/import/import-table.js';
import { type MergeCount, mergeImport } from '../check/registers/import/merge-import.js';

/** How an import ended: nothing is written where the table has a problem. */
export type ImportOutcome =
  | { readonly kind: 'refused'; readonly problems: readonly ImportProblem[] }
  | {
      readonly kind: 'written';
      readonly what: 'documents' | 'units';
      readonly files: readonly string[];
      readonly count: MergeCount;
    };

/**
 * Puts a CSV table of documents or units into the register files of `dir`, which is made where it is not there.
 * `name`: the table as people call it. Throws UnitsCsvError where it is no table, and what the file system throws.
 */
export async function importRegistry(path: string, name: string, dir: string): Promise<ImportOutcome> {
  const table = readImportTable(await readFile(path), name);
  if (table.problems.length > 0) return { kind: 'refused', problems: table.problems };
  const target = table.kind === 'documents' ? 'documents.yaml' : 'units.yaml';
  const existing = new Map<string, string>();
  for (const file of [target, 'sources.yaml']) {
    const text = await readFile(join(dir, file), 'utf8').catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT') return null;
      throw cause;
    });
    if (text !== null) existing.set(file, text);
  }
  const { files, count } = mergeImport(table, existing, basename(name));
  await mkdir(dir, { recursive: true });
  for (const [file, text] of files) await writeFile(join(dir, file), text);
  return {
    kind: 'written',
    what: table.kind,
    files: [...files.keys()].map((file) => join(dir, file)),
    count,
  };
}
