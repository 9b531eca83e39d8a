import { sql } from 'kysely';
import type { PlanRecord } from '../../record/plan-record.js';
import { comparable, parseQuery, toFts } from '../search-query.js';
import type { SearchHit, SearchOptions } from '../store.js';
import { matchText } from '../text-match.js';
import type { Connection } from './connection.js';

interface HitRow {
  readonly sha256: string;
  readonly issuing_agency: string | null;
  readonly subject: string | null;
  readonly plan_year: number | null;
  readonly rank: number;
  readonly text: string;
  readonly path: string;
  readonly file: string;
  readonly state: 'current' | 'superseded';
}

/** Puts a document into the full-text index. Call inside the transaction that writes the document. */
export function index(connection: Connection, id: number, record: PlanRecord): void {
  const { header, source } = record;
  const fields = [
    source.file,
    header.documentType,
    header.number ?? header.symbol,
    header.parentAgency,
    header.issuingAgency,
    header.place,
    header.subject,
    header.signatory?.name,
  ];
  const text = [record.text, ...fields.filter((field) => field != null)].join('\n').normalize('NFC');
  const { build } = connection;
  connection.run(build.deleteFrom('text_index').where('rowid', '=', id));
  connection.run(
    build
      .insertInto('text_index')
      .values({ rowid: id, written: comparable(text, 'written'), folded: comparable(text, 'folded') }),
  );
}

/** See Store.search. */
export function search(
  connection: Connection,
  asked: string,
  limit: number,
  options: SearchOptions,
): readonly SearchHit[] {
  const query = parseQuery(asked);
  if (query === null) return [];
  const { required, sideBySide } = toFts(query);
  const first =
    sideBySide === null
      ? sql`0`
      : sql`d.id in (select rowid from text_index where text_index match ${sideBySide})`;
  const states = options.superseded === true ? ['current', 'superseded'] : ['current'];
  const rows = connection.all(
    sql<HitRow>`
      select d.sha256, d.issuing_agency, d.subject, d.plan_year, hits.rank,
        json_extract(d.record, '$.text') as text, f.path, f.file, f.state, ${first} as first
      from (select rowid, bm25(text_index) as rank from text_index where text_index match ${required}) as hits
      join documents as d on d.id = hits.rowid
      join files as f on f.id = (
        select id from files where sha256 = d.sha256 and state in (${sql.join(states)})
        order by state, path, version desc limit 1
      )
      order by first desc, hits.rank, f.path
      limit ${limit}`.compile(connection.build),
  );
  return rows.map((row) => ({
    sha256: row.sha256,
    path: row.path,
    file: row.file,
    state: row.state,
    issuingAgency: row.issuing_agency,
    subject: row.subject,
    planYear: row.plan_year,
    score: -row.rank,
    ...matchText(row.text, query),
  }));
}
