import type { Store } from './store.js';

export interface OpenOptions {
  /** Make the database where there is none. Default true; false throws StoreError "not-found" instead. */
  readonly create?: boolean;
}

/**
 * Opens the SQLite database `file` (":memory:" for one that lives as long as the store), bringing its schema up to
 * date. Throws StoreError: "newer-version", "foreign", "not-a-database", "not-found", "unusable". Not for network
 * shares: SQLite's write-ahead log needs shared memory.
 */
export async function openStore(file: string, options: OpenOptions = {}): Promise<Store> {
  const [{ connect }, { SqliteStore }] = await Promise.all([
    import('./sqlite/connection.js'),
    import('./sqlite/sqlite-store.js'),
  ]);
  return new SqliteStore(await connect(file, options.create ?? true));
}
