import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { type Compilable, type CompiledQuery, Kysely, Migrator, SqliteDialect } from 'kysely';
import { StoreError } from '../store-error.js';
import { vietnameseOrder } from '../vietnamese-order.js';
import { MIGRATIONS } from './migrations/migrations.js';
import type { Schema } from './schema.js';

/** In every database of ours, so that nobody else's is written into: "RSOA" as four bytes. */
const APPLICATION_ID = 0x52534f41;
const BUSY_TIMEOUT_MS = 10_000;

/** A query that a builder holds, or one compiled from SQL. */
type Query<Result> = Pick<Compilable<Result>, 'compile'> | CompiledQuery<Result>;

/**
 * An open database: `build` makes queries, the methods run them at once. Queries run synchronously so that a whole
 * transaction is one call that no other work can come between.
 */
export class Connection {
  readonly build: Kysely<Schema>;
  readonly #sqlite: Database.Database;
  readonly #statements = new Map<string, Database.Statement<unknown[]>>();

  constructor(sqlite: Database.Database, build: Kysely<Schema>) {
    this.#sqlite = sqlite;
    this.build = build;
  }

  all<Result>(query: Query<Result>): Result[] {
    const { sql: text, parameters } = 'compile' in query ? query.compile() : query;
    // The query's own type says what its rows are.
    return this.#prepare(text).all(...parameters) as Result[];
  }

  first<Result>(query: Query<Result>): Result | undefined {
    return this.all(query)[0];
  }

  run(query: Query<unknown>): void {
    const { sql: text, parameters } = 'compile' in query ? query.compile() : query;
    this.#prepare(text).run(...parameters);
  }

  /** Inserts rows with the same keys in the same order, through one statement. */
  insertAll<R extends object>(rows: readonly R[], insert: (row: R) => { compile(): CompiledQuery }): void {
    const [first] = rows;
    if (first === undefined) return;
    const statement = this.#prepare(insert(first).compile().sql);
    for (const row of rows) statement.run(...Object.values(row));
  }

  /** Runs `work` as one transaction that takes the write lock at its start. */
  transaction<Result>(work: () => Result): Result {
    return this.guarded(() => this.#sqlite.transaction(work).immediate());
  }

  /** Runs `work`, turning what the database throws into StoreError. */
  guarded<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw asStoreError(error);
    }
  }

  async close(): Promise<void> {
    this.#statements.clear();
    await this.build.destroy();
    if (this.#sqlite.open) this.#sqlite.close();
  }

  #prepare(text: string): Database.Statement<unknown[]> {
    const known = this.#statements.get(text);
    if (known !== undefined) return known;
    const statement = this.#sqlite.prepare<unknown[]>(text);
    this.#statements.set(text, statement);
    return statement;
  }
}

/** Opens `file` and migrates it. Throws StoreError. */
export async function connect(file: string, create: boolean): Promise<Connection> {
  if (!create && file !== ':memory:' && !existsSync(file))
    throw new StoreError('not-found', `there is no database ${file}`);
  let sqlite: Database.Database | undefined;
  try {
    sqlite = new Database(file, { timeout: BUSY_TIMEOUT_MS });
    refuseForeign(sqlite, file);
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = NORMAL');
    sqlite.pragma('foreign_keys = ON');
    addOrder(sqlite);
    const build = new Kysely<Schema>({ dialect: new SqliteDialect({ database: sqlite }) });
    await migrate(sqlite, build, file);
    return new Connection(sqlite, build);
  } catch (error) {
    sqlite?.close();
    throw asStoreError(error);
  }
}

/** Keys that are kept: of units there are few, however many documents. */
const MOST_KEYS = 5_000;

/** `vietnamese_order(text)` for queries alone: an index on it could not be kept by another program. */
function addOrder(sqlite: Database.Database): void {
  const known = new Map<string, string>();
  sqlite.function('vietnamese_order', { deterministic: true, directOnly: true }, (text: unknown) => {
    if (typeof text !== 'string') return null;
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= MOST_KEYS) known.clear();
    const key = vietnameseOrder(text);
    known.set(text, key);
    return key;
  });
}

function refuseForeign(sqlite: Database.Database, file: string): void {
  const id = sqlite.pragma('application_id', { simple: true });
  const tables = sqlite.prepare<[], { n: number }>('select count(*) as n from sqlite_schema').get();
  if (id !== APPLICATION_ID && (tables?.n ?? 0) > 0)
    throw new StoreError('foreign', `${file} is a database of another program`);
}

/** The names of the steps that this database has had, in order. */
function stepsDone(sqlite: Database.Database): readonly string[] {
  const table = sqlite.prepare("select 1 from sqlite_schema where name = 'kysely_migration'").get();
  if (table === undefined) return [];
  const rows = sqlite.prepare<[], { name: string }>('select name from kysely_migration order by name').all();
  return rows.map(({ name }) => name);
}

/**
 * All missing steps in one transaction: the dialect itself would run them in none. One at a time in this process:
 * a second one would block the thread that the first needs to go on.
 */
function migrate(sqlite: Database.Database, build: Kysely<Schema>, file: string): Promise<void> {
  const turn = lastMigration.then(() => migrateNow(sqlite, build, file));
  lastMigration = turn.catch(() => undefined);
  return turn;
}

let lastMigration: Promise<void> = Promise.resolve();

async function migrateNow(sqlite: Database.Database, build: Kysely<Schema>, file: string): Promise<void> {
  const done = stepsDone(sqlite);
  const unknown = done.find((name) => !Object.hasOwn(MIGRATIONS, name));
  if (unknown !== undefined)
    throw new StoreError(
      'newer-version',
      `${file} was written by a newer version of this program (its schema has "${unknown}")`,
    );
  if (done.length === Object.keys(MIGRATIONS).length) return;
  sqlite.exec('begin immediate');
  try {
    refuseForeign(sqlite, file);
    const migrator = new Migrator({
      db: build,
      provider: { getMigrations: async () => ({ ...MIGRATIONS }) },
    });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    sqlite.pragma(`application_id = ${APPLICATION_ID}`);
    sqlite.exec('commit');
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('rollback');
    throw error;
  }
}

function asStoreError(error: unknown): unknown {
  if (error instanceof StoreError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_NOTADB')
    return new StoreError('not-a-database', 'the file is not a database', { cause: error });
  if (code.startsWith('SQLITE_') || (error instanceof TypeError && /director/iu.test(error.message)))
    return new StoreError('unusable', error instanceof Error ? error.message : code, { cause: error });
  return error;
}
