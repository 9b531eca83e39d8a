import Database from 'better-sqlite3';

const TABLES = [
  'documents',
  'files',
  'failures',
  'citations',
  'standards',
  'tasks',
  'assignments',
  'timings',
  'amounts',
  'budget_lines',
  'findings',
] as const;

/** Every row of every table but the runs, and what SQLite itself finds wrong (nothing, that is). */
export function dump(file: string): Readonly<Record<string, readonly unknown[]>> {
  const db = new Database(file, { readonly: true });
  try {
    return {
      ...Object.fromEntries(
        TABLES.map((table) => [
          table,
          db.prepare(`select * from ${table} order by ${table === 'files' ? 'path, version' : '1, 2'}`).all(),
        ]),
      ),
      integrity: db.prepare('pragma integrity_check').all(),
      orphans: db.prepare('pragma foreign_key_check').all(),
      indexed: db.prepare('select rowid from text_index order by rowid').all(),
    };
  } finally {
    db.close();
  }
}
