import { type Kysely, type Migration, sql } from 'kysely';

/** A table whose rows can be added, and neither changed nor taken away. */
const onlyGrows = (table: string): readonly string[] =>
  ['update', 'delete'].map(
    (verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table}
      begin select raise(abort, '${table} only grows'); end`,
  );

const STATEMENTS: readonly string[] = [
  // No reference to documents: decisions outlive whatever happens to the reading.
  `create table decisions (
    id integer primary key autoincrement,
    sha256 text not null,
    by text not null,
    at text not null,
    batch text,
    action text not null check (json_valid(action)),
    evidence text check (evidence is null or json_valid(evidence))
  ) strict`,
  'create index decisions_by_document on decisions(sha256, id)',
  ...onlyGrows('decisions'),
  // Derived from decisions, for lists.
  `create table reviews (
    sha256 text primary key,
    state text not null check (state in ('to-review', 'in-review', 'done')),
    confirmed integer not null,
    corrected integer not null,
    dismissed integer not null,
    last_by text not null,
    last_at text not null
  ) strict, without rowid`,
  `create table users (
    name text primary key,
    role text not null check (role in ('reader', 'reviewer', 'administrator')),
    password_hash text not null,
    disabled integer not null default 0,
    created_at text not null
  ) strict, without rowid`,
  `create table sessions (
    token_hash text primary key,
    user text not null references users(name) on delete cascade,
    csrf text not null,
    created_at text not null,
    last_seen_at text not null
  ) strict, without rowid`,
  `create table log (
    id integer primary key autoincrement,
    at text not null,
    by text not null,
    what text not null,
    subject text,
    detail text
  ) strict`,
  'create index findings_by_severity on findings(document_id, severity)',
  'create index log_by_subject on log(what, subject, at)',
  ...onlyGrows('log'),
];

/** What persons decide, who they are, and what they did. */
export const review: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
