import { type RawBuilder, sql } from 'kysely';
import type { DocumentList, ListedDocument, ListQuery, SortKey } from '../document-list.js';
import { parseQuery, toFts } from '../search-query.js';
import { unitKey } from '../unit-name.js';
import type { Connection } from './connection.js';

interface ListRow {
  readonly total: number;
  readonly sha256: string | null;
  readonly file: string;
  readonly unit: string | null;
  readonly document_type: string | null;
  readonly number: string | null;
  readonly subject: string | null;
  readonly issued_on: string | null;
  readonly plan_year: number | null;
  readonly pages: number | null;
  readonly state: ListedDocument['state'];
  readonly failure: ListedDocument['failure'];
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
  readonly confirmed: number;
  readonly corrected: number;
  readonly last_by: string | null;
  readonly last_at: string | null;
  readonly read_at: string;
}

const ORDER: Readonly<Record<SortKey, RawBuilder<unknown>>> = {
  file: sql`file collate nocase`,
  unit: sql`unit collate nocase`,
  number: sql`number collate nocase`,
  issuedOn: sql`issued_on`,
  planYear: sql`plan_year`,
  state: sql`case state when 'failed' then 0 when 'to-review' then 1 when 'in-review' then 2 else 3 end`,
  error: sql`errors * 1000000 + warnings * 1000 + notices`,
  readAt: sql`read_at`,
};

const count = (severity: string) =>
  sql`(select count(*) from findings as c where c.document_id = d.id and c.severity = ${severity})`;

/** The current documents that the query asks for, and the failures where it doesn't rule them out. */
export function listDocuments(connection: Connection, query: ListQuery): DocumentList {
  const conditions = conditionsOf(query, (unit) => spellingsOf(connection, unit));
  if (conditions === null) return { total: 0, rows: [] };
  const { documents, failures } = conditions;
  const direction = query.descending ? sql`desc` : sql`asc`;
  const rows = connection.all(
    sql<ListRow>`
      with listed as (
        select d.sha256, f.file, d.issuing_agency as unit, d.document_type, coalesce(d.number, d.symbol) as number,
          d.subject, d.issued_on, d.plan_year, d.pages, coalesce(r.state, 'to-review') as state, null as failure,
          ${count('error')} as errors, ${count('warning')} as warnings, ${count('notice')} as notices,
          coalesce(r.confirmed, 0) as confirmed, coalesce(r.corrected, 0) as corrected, r.last_by, r.last_at,
          d.read_at, f.path
        from files as f join documents as d on d.sha256 = f.sha256 left join reviews as r on r.sha256 = d.sha256
        where f.state = 'current' and ${documents}
        union all
        select x.sha256, x.file, null, null, null, null, null, null, null, 'failed', x.reason, 0, 0, 0, 0, 0, null,
          null, x.failed_at, x.path
        from failures as x where ${failures}
      )
      select *, count(*) over () as total from listed
      order by ${ORDER[query.sort]} ${direction} nulls last, file, path
      limit ${query.limit} offset ${query.offset}`.compile(connection.build),
  );
  return { total: rows[0]?.total ?? 0, rows: rows.map(listed) };
}

/** All ways in which documents write this unit's name; at least the given one. */
function spellingsOf(connection: Connection, unit: string): readonly string[] {
  const key = unitKey(unit);
  const names = connection.all(
    sql<{ name: string }>`
      select distinct issuing_agency as name from documents
      where issuing_agency is not null`.compile(connection.build),
  );
  return [unit, ...names.map(({ name }) => name).filter((name) => name !== unit && unitKey(name) === key)];
}

const all = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  conditions.length === 0 ? sql`1` : sql.join(conditions, sql` and `);

/** The conditions of both halves of the list; null where the text asked for has no word in it. */
function conditionsOf(
  query: ListQuery,
  spellingsOf: (unit: string) => readonly string[],
): { readonly documents: RawBuilder<unknown>; readonly failures: RawBuilder<unknown> } | null {
  const { text, unit, planYear, state, severity, rule, run, deadline } = query;
  const documents: RawBuilder<unknown>[] = [];
  if (text !== undefined && text.trim() !== '') {
    const parsed = parseQuery(text);
    if (parsed === null) return null;
    const { required } = toFts(parsed);
    documents.push(sql`d.id in (select rowid from text_index where text_index match ${required})`);
  }
  if (unit !== undefined) documents.push(sql`d.issuing_agency in (${sql.join(spellingsOf(unit))})`);
  if (planYear !== undefined) documents.push(sql`d.plan_year = ${planYear}`);
  if (severity !== undefined)
    documents.push(
      sql`exists (select 1 from findings as s where s.document_id = d.id and s.severity = ${severity})`,
    );
  if (rule !== undefined)
    documents.push(sql`d.id in (select document_id from findings where rule_id = ${rule})`);
  if (deadline !== undefined)
    documents.push(
      sql`d.id in (select document_id from timings
        where task_ordinal is not null and "end" between ${deadline} and ${`${deadline}-31`})`,
    );
  const ofPlansOnly = documents.length > 0;
  if (state !== undefined) documents.push(sql`coalesce(r.state, 'to-review') = ${state}`);
  if (run !== undefined) documents.push(sql`(d.run_id = ${run} or f.run_id = ${run})`);
  const failures: RawBuilder<unknown>[] = [];
  if (ofPlansOnly || (state !== undefined && state !== 'failed')) failures.push(sql`0`);
  if (run !== undefined) failures.push(sql`x.run_id = ${run}`);
  return { documents: all(documents), failures: all(failures) };
}

const listed = (row: ListRow): ListedDocument => ({
  sha256: row.sha256,
  file: row.file,
  unit: row.unit,
  documentType: row.document_type,
  number: row.number,
  subject: row.subject,
  issuedOn: row.issued_on,
  planYear: row.plan_year,
  pages: row.pages,
  state: row.state,
  failure: row.failure,
  findings: { error: row.errors, warning: row.warnings, notice: row.notices },
  confirmed: row.confirmed,
  corrected: row.corrected,
  lastBy: row.last_by,
  lastAt: row.last_at,
  readAt: row.read_at,
});
