import type { LogEntry, PeopleStore, Session, User } from '../people-store.js';
import type { Connection } from './connection.js';
import type { Row } from './schema.js';

const now = (): string => new Date().toISOString();

const userOf = (row: Row<'users'>): User => ({
  name: row.name,
  role: row.role,
  passwordHash: row.password_hash,
  disabled: row.disabled === 1,
  createdAt: row.created_at,
});

const sessionOf = (row: Row<'sessions'>): Session => ({
  tokenHash: row.token_hash,
  user: row.user,
  csrf: row.csrf,
  createdAt: row.created_at,
  lastSeenAt: row.last_seen_at,
});

/** Accounts, sessions and the log, on one SQLite file. */
export class SqlitePeople implements PeopleStore {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async addUser({
    name,
    role,
    passwordHash,
  }: Pick<User, 'name' | 'role' | 'passwordHash'>): Promise<boolean> {
    const { build } = this.#connection;
    return this.#connection.transaction(() => {
      const added = this.#connection.first(
        build
          .insertInto('users')
          .values({ name, role, password_hash: passwordHash, disabled: 0, created_at: now() })
          .onConflict((conflict) => conflict.column('name').doNothing())
          .returning('name'),
      );
      return added !== undefined;
    });
  }

  async findUser(name: string): Promise<User | null> {
    const { build } = this.#connection;
    const row = this.#connection.guarded(() =>
      this.#connection.first(build.selectFrom('users').selectAll().where('name', '=', name)),
    );
    return row === undefined ? null : userOf(row);
  }

  async users(): Promise<readonly User[]> {
    const { build } = this.#connection;
    return this.#connection.guarded(() =>
      this.#connection.all(build.selectFrom('users').selectAll().orderBy('name')).map(userOf),
    );
  }

  async changeUser(
    name: string,
    { role, passwordHash, disabled }: Partial<Pick<User, 'role' | 'passwordHash' | 'disabled'>>,
  ): Promise<boolean> {
    const { build } = this.#connection;
    const columns = {
      ...(role === undefined ? {} : { role }),
      ...(passwordHash === undefined ? {} : { password_hash: passwordHash }),
      ...(disabled === undefined ? {} : { disabled: disabled ? (1 as const) : (0 as const) }),
    };
    return this.#connection.transaction(() => {
      this.#connection.run(build.deleteFrom('sessions').where('user', '=', name));
      if (Object.keys(columns).length > 0)
        this.#connection.run(build.updateTable('users').set(columns).where('name', '=', name));
      const row = build.selectFrom('users').select('name').where('name', '=', name);
      return this.#connection.first(row) !== undefined;
    });
  }

  async addSession({ tokenHash, user, csrf }: Pick<Session, 'tokenHash' | 'user' | 'csrf'>): Promise<void> {
    const at = now();
    this.#connection.transaction(() =>
      this.#connection.run(
        this.#connection.build
          .insertInto('sessions')
          .values({ token_hash: tokenHash, user, csrf, created_at: at, last_seen_at: at }),
      ),
    );
  }

  async useSession(
    tokenHash: string,
    { idleSince, begunSince }: { readonly idleSince: string; readonly begunSince: string },
  ): Promise<Session | null> {
    const { build } = this.#connection;
    return this.#connection.transaction(() => {
      this.#connection.run(
        build
          .deleteFrom('sessions')
          .where((where) =>
            where.or([where('last_seen_at', '<', idleSince), where('created_at', '<', begunSince)]),
          ),
      );
      const row = this.#connection.first(
        build
          .updateTable('sessions')
          .set({ last_seen_at: now() })
          .where('token_hash', '=', tokenHash)
          .returningAll(),
      );
      return row === undefined ? null : sessionOf(row);
    });
  }

  async endSession(tokenHash: string): Promise<void> {
    this.#connection.transaction(() =>
      this.#connection.run(this.#connection.build.deleteFrom('sessions').where('token_hash', '=', tokenHash)),
    );
  }

  async log({
    by,
    what,
    subject,
    detail,
  }: Pick<LogEntry, 'by' | 'what' | 'subject' | 'detail'>): Promise<void> {
    this.#connection.transaction(() =>
      this.#connection.run(
        this.#connection.build.insertInto('log').values({ at: now(), by, what, subject, detail }),
      ),
    );
  }

  async readLog(limit: number, before?: number): Promise<readonly LogEntry[]> {
    const newest = this.#connection.build.selectFrom('log').selectAll().orderBy('id', 'desc').limit(limit);
    return this.#connection.guarded(() =>
      this.#connection.all(before === undefined ? newest : newest.where('id', '<', before)),
    );
  }

  async countLog(what: string, subject: string, since: string): Promise<number> {
    const { build } = this.#connection;
    const row = this.#connection.guarded(() =>
      this.#connection.first(
        build
          .selectFrom('log')
          .select((select) => select.fn.countAll<number>().as('n'))
          .where('what', '=', what)
          .where('subject', '=', subject)
          .where('at', '>=', since),
      ),
    );
    return row?.n ?? 0;
  }

  async lastLog(what: string, subject: string): Promise<string | null> {
    const { build } = this.#connection;
    const row = this.#connection.guarded(() =>
      this.#connection.first(
        build
          .selectFrom('log')
          .select('at')
          .where('what', '=', what)
          .where('subject', '=', subject)
          .orderBy('at', 'desc')
          .limit(1),
      ),
    );
    return row?.at ?? null;
  }
}
