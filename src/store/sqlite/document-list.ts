import { type RawBuilder, sql } from 'kysely';
import type { Severity } from '../../record/finding.js';
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

/** A number's own figure comes before the rest of it: 9/KH-UBND stands before 100/KH-UBND. */
const ORDER: Readonly<Record<SortKey, (by: RawBuilder<unknown>) => RawBuilder<unknown>>> = {
  file: (by) => sql`l.file collate nocase ${by}`,
  unit: (by) => sql`vietnamese_order(l.unit) ${by} nulls last`,
  number: (by) => sql`l.number is null, cast(l.number as integer) ${by}, l.number collate nocase ${by}`,
  issuedOn: (by) => sql`l.issued_on ${by} nulls last`,
  planYear: (by) => sql`l.plan_year ${by} nulls last`,
  state: (by) =>
    sql`case l.state when 'failed' then 0 when 'to-review' then 1 when 'in-review' then 2 else 3 end ${by}`,
  error: (by) => sql`l.errors ${by}, l.warnings ${by}, l.notices ${by}`,
  readAt: (by) => sql`l.read_at ${by}`,
};

/** The current documents that the query asks for, and the failures where it doesn't rule them out. */
export function listDocuments(connection: Connection, query: ListQuery): DocumentList {
  const condition = conditionOf(query, (unit) => spellingsOf(connection, unit));
  if (condition === null) return { total: 0, rows: [] };
  const order = sql`${ORDER[query.sort](query.descending ? sql`desc` : sql`asc`)}, l.file, l.path, l.id`;
  // The portion is cut from the narrow rows; only its own are looked up in the wide ones.
  const rows = connection.all(
    sql<ListRow>`
      with matching as materialized (select id from listing as l where ${condition})
      select (select count(*) from matching) as total, l.sha256, l.file, l.unit, d.document_type, l.number, d.subject,
        l.issued_on, l.plan_year, d.pages, l.state, x.reason as failure, l.errors, l.warnings, l.notices,
        coalesce(r.confirmed, 0) as confirmed, coalesce(r.corrected, 0) as corrected, r.last_by, r.last_at, l.read_at
      from (
        select l.id from matching cross join listing as l on l.id = matching.id
        order by ${order} limit ${query.limit} offset ${query.offset}
      ) as portion
      join listing as l on l.id = portion.id
      left join documents as d on d.id = l.document_id
      left join reviews as r on r.sha256 = d.sha256
      left join failures as x on l.document_id is null and x.path = l.path
      order by ${order}`.compile(connection.build),
  );
  return { total: rows[0]?.total ?? count(connection, condition), rows: rows.map(listed) };
}

/** How many rows meet the condition, for a portion behind their end. */
const count = (connection: Connection, condition: RawBuilder<unknown>): number =>
  connection.first(
    sql<{ n: number }>`select count(*) as n from listing as l where ${condition}`.compile(connection.build),
  )?.n ?? 0;

/** All ways in which documents write this unit's name; at least the given one. */
function spellingsOf(connection: Connection, unit: string): readonly string[] {
  const key = unitKey(unit);
  const names = connection.all(
    sql<{ name: string }>`
      select distinct unit as name from listing where unit is not null`.compile(connection.build),
  );
  return [unit, ...names.map(({ name }) => name).filter((name) => name !== unit && unitKey(name) === key)];
}

/** What a row of the list has to meet; null where the text asked for has no word in it. */
function conditionOf(
  query: ListQuery,
  spellingsOf: (unit: string) => readonly string[],
): RawBuilder<unknown> | null {
  const { text, unit, planYear, state, severity, rule, run, deadline } = query;
  const conditions: RawBuilder<unknown>[] = [];
  if (text !== undefined && text.trim() !== '') {
    const parsed = parseQuery(text);
    if (parsed === null) return null;
    const { required } = toFts(parsed);
    conditions.push(sql`l.document_id in (select rowid from text_index where text_index match ${required})`);
  }
  if (unit !== undefined) conditions.push(sql`l.unit in (${sql.join(spellingsOf(unit))})`);
  if (planYear !== undefined) conditions.push(sql`l.plan_year = ${planYear}`);
  if (severity !== undefined) conditions.push(sql`${COUNTED[severity]} > 0`);
  if (rule !== undefined)
    conditions.push(sql`l.document_id in (select document_id from findings where rule_id = ${rule})`);
  if (deadline !== undefined)
    conditions.push(
      sql`l.document_id in (select document_id from timings
        where task_ordinal is not null and "end" between ${deadline} and ${`${deadline}-31`})`,
    );
  if (state !== undefined) conditions.push(sql`l.state = ${state}`);
  if (run !== undefined) conditions.push(sql`(l.run_id = ${run} or l.named_run_id = ${run})`);
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

const COUNTED: Readonly<Record<Severity, RawBuilder<unknown>>> = {
  error: sql`l.errors`,
  warning: sql`l.warnings`,
  notice: sql`l.notices`,
};

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
