import { type Kysely, type Migration, sql } from 'kysely';

/** Columns of everything that stands at a place in a document's text. */
const MENTION = `
  document_id integer not null references documents(id) on delete cascade,
  ordinal integer not null,
  raw text not null,
  span_start integer not null,
  span_end integer not null,
  page integer,
  confidence real not null`;

const STATEMENTS: readonly string[] = [
  `create table runs (
    id text primary key,
    version text not null,
    pipeline_version text not null,
    as_of text,
    started_at text not null,
    finished_at text,
    state text not null check (state in ('running', 'finished', 'interrupted', 'abandoned')),
    host text not null,
    pid integer not null,
    checked integer,
    unchanged integer,
    failed integer
  ) strict`,
  `create table documents (
    id integer primary key,
    sha256 text not null unique,
    media_type text not null,
    pages integer,
    method text not null,
    is_plan integer not null,
    parent_agency text,
    issuing_agency text,
    document_type text,
    number text,
    symbol text,
    subject text,
    place text,
    issued_on text,
    plan_year integer,
    pipeline_version text not null,
    check_key text not null,
    run_id text not null references runs(id),
    read_at text not null,
    -- the record without its findings: those stand in the table of that name alone
    record text not null check (json_valid(record))
  ) strict`,
  'create index documents_by_unit on documents(issuing_agency, plan_year)',
  `create table files (
    id integer primary key,
    path text not null,
    version integer not null,
    file text not null,
    sha256 text not null references documents(sha256),
    state text not null check (state in ('current', 'superseded')),
    run_id text not null references runs(id),
    named_at text not null,
    unique (path, version)
  ) strict`,
  `create unique index files_current on files(path) where state = 'current'`,
  'create index files_by_document on files(sha256)',
  'create index files_by_name on files(file)',
  `create table failures (
    path text primary key,
    file text not null,
    sha256 text,
    reason text not null,
    detail text not null,
    pipeline_version text not null,
    attempts integer not null,
    run_id text not null references runs(id),
    failed_at text not null
  ) strict`,
  'create index failures_by_hash on failures(sha256)',
  `create table citations (${MENTION},
    type text,
    number text,
    short integer not null,
    issuer text,
    issued_on text,
    title text,
    locators text not null check (json_valid(locators)),
    role text not null,
    within_ordinal integer,
    primary key (document_id, ordinal)
  ) strict, without rowid`,
  'create index citations_by_number on citations(number)',
  `create table standards (${MENTION},
    designation text not null,
    version integer,
    in_title_of text,
    primary key (document_id, ordinal)
  ) strict, without rowid`,
  'create index standards_by_designation on standards(designation, version)',
  `create table tasks (${MENTION},
    number text,
    content text not null,
    section text,
    outputs text not null check (json_valid(outputs)),
    origin text not null,
    table_number integer,
    primary key (document_id, ordinal)
  ) strict, without rowid`,
  `create table assignments (${MENTION},
    task_ordinal integer not null,
    unit text not null,
    role text not null,
    resolved text,
    primary key (document_id, ordinal),
    foreign key (document_id, task_ordinal) references tasks(document_id, ordinal) on delete cascade
  ) strict, without rowid`,
  'create index assignments_by_unit on assignments(unit)',
  // task_ordinal is null for a time that the text names outside the tasks
  `create table timings (${MENTION},
    task_ordinal integer,
    label text,
    start text,
    "end" text,
    frequency text,
    times integer,
    conditional integer not null,
    invalid text,
    primary key (document_id, ordinal),
    foreign key (document_id, task_ordinal) references tasks(document_id, ordinal) on delete cascade
  ) strict, without rowid`,
  'create index timings_by_end on timings("end")',
  `create table amounts (${MENTION},
    value integer not null,
    per text not null check (json_valid(per)),
    in_words integer,
    primary key (document_id, ordinal)
  ) strict, without rowid`,
  `create table budget_lines (${MENTION},
    number text,
    content text not null,
    unit text,
    quantity real,
    unit_price integer,
    amount integer,
    level text not null,
    table_number integer not null,
    primary key (document_id, ordinal)
  ) strict, without rowid`,
  `create table findings (${MENTION},
    origin text not null check (origin in ('document', 'set')),
    rule_id text not null,
    severity text not null check (severity in ('error', 'warning', 'notice')),
    message text not null,
    message_en text not null,
    suggestion text,
    evidence text,
    evidence_en text,
    fingerprint text not null,
    location text not null check (json_valid(location)),
    primary key (document_id, origin, ordinal)
  ) strict, without rowid`,
  'create index findings_by_rule on findings(rule_id, severity)',
  // rowid is documents.id; diacritics are folded by us, since the tokenizer never folds đ
  `create virtual table text_index using fts5(
    written, folded, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
  )`,
];

/** The first schema. */
export const initialSchema: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
