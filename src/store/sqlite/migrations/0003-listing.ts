import { type Kysely, type Migration, sql } from 'kysely';

/** Puts the files that `which` holds for into the list, with the figures of their documents. */
const listFiles = (which: string): string => `
  insert into listing (path, document_id, sha256, file, unit, number, issued_on, plan_year, state, errors, warnings,
    notices, read_at, run_id, named_run_id)
  select f.path, d.id, d.sha256, f.file, d.issuing_agency, coalesce(d.number, d.symbol), d.issued_on, d.plan_year,
    coalesce(r.state, 'to-review'), coalesce(x.errors, 0), coalesce(x.warnings, 0), coalesce(x.notices, 0),
    d.read_at, d.run_id, f.run_id
  from files as f join documents as d on d.sha256 = f.sha256 left join reviews as r on r.sha256 = d.sha256
  left join (
    select document_id, sum(severity = 'error') as errors, sum(severity = 'warning') as warnings,
      sum(severity = 'notice') as notices
    from findings where document_id in (select b.id from files as f join documents as b on b.sha256 = f.sha256 where ${which})
    group by document_id
  ) as x on x.document_id = d.id
  where f.state = 'current' and ${which}`;

const listFailures = (which: string): string => `
  insert into listing (path, document_id, sha256, file, state, read_at, run_id, named_run_id)
  select path, null, sha256, file, 'failed', failed_at, run_id, run_id from failures where ${which}`;

const unlistFile = `delete from listing where path = old.path and document_id is not null`;

const count = (of: 'new' | 'old', sign: '+' | '-'): string => `
  update listing set errors = errors ${sign} (${of}.severity = 'error'),
    warnings = warnings ${sign} (${of}.severity = 'warning'), notices = notices ${sign} (${of}.severity = 'notice')
  where document_id = ${of}.document_id`;

const STATEMENTS: readonly string[] = [
  // What lists are sorted and filtered by, in narrow rows: a document's own holds its record and takes pages.
  // Derived from files, documents, reviews, findings and failures; the triggers keep it so.
  `create table listing (
    id integer primary key,
    path text not null,
    document_id integer references documents(id) on delete cascade,
    sha256 text,
    file text not null,
    unit text,
    number text,
    issued_on text,
    plan_year integer,
    state text not null check (state in ('to-review', 'in-review', 'done', 'failed')),
    errors integer not null default 0,
    warnings integer not null default 0,
    notices integer not null default 0,
    read_at text not null,
    run_id text not null,
    named_run_id text not null
  ) strict`,
  'create unique index listing_by_path on listing(path, document_id is null)',
  'create index listing_by_document on listing(document_id)',
  'create index listing_by_hash on listing(sha256)',
  'create index timings_of_tasks on timings("end", document_id) where task_ordinal is not null',
  listFiles('true'),
  listFailures('true'),
  `create trigger listing_file_added after insert on files when new.state = 'current'
    begin ${listFiles('f.id = new.id')}; end`,
  `create trigger listing_file_changed after update on files
    begin ${unlistFile}; ${listFiles('f.id = new.id')}; end`,
  `create trigger listing_file_removed after delete on files when old.state = 'current' begin ${unlistFile}; end`,
  `create trigger listing_document_changed
    after update of issuing_agency, number, symbol, issued_on, plan_year, read_at, run_id on documents
    begin
      update listing set unit = new.issuing_agency, number = coalesce(new.number, new.symbol),
        issued_on = new.issued_on, plan_year = new.plan_year, read_at = new.read_at, run_id = new.run_id
      where document_id = new.id;
    end`,
  ...['insert', 'update'].map(
    (event) => `create trigger listing_reviewed_${event} after ${event} on reviews
      begin update listing set state = new.state where sha256 = new.sha256 and document_id is not null; end`,
  ),
  `create trigger listing_finding_added after insert on findings begin ${count('new', '+')}; end`,
  `create trigger listing_finding_removed after delete on findings begin ${count('old', '-')}; end`,
  `create trigger listing_failure_added after insert on failures
    begin ${listFailures('path = new.path')}; end`,
  `create trigger listing_failure_removed after delete on failures
    begin delete from listing where path = old.path and document_id is null; end`,
];

/** What lists of documents are sorted and filtered by. */
export const listing: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
