import { type RawBuilder, sql } from 'kysely';
import type { Severity } from '../../record/finding.js';
import type { ListState, Overview, Tally } from '../document-list.js';
import { commonSpellings, type Spelling } from '../unit-name.js';
import type { Connection } from './connection.js';

interface TallyRow {
  readonly name: string;
  readonly error: number;
  readonly warning: number;
  readonly notice: number;
}

const CURRENT = sql`select distinct d.id, d.sha256, d.issuing_agency, d.plan_year
  from documents as d join files as f on f.sha256 = d.sha256 and f.state = 'current'`;

const sums = sql`
  sum(x.severity = 'error') as error, sum(x.severity = 'warning') as warning, sum(x.severity = 'notice') as notice`;

/** See ReviewPagesStore.overview. */
export function overview(connection: Connection): Overview {
  const { build } = connection;
  const all = <Row>(query: RawBuilder<Row>): readonly Row[] => connection.all(query.compile(build));
  const states = all(
    sql<{ state: ListState; n: number }>`
      select coalesce(r.state, 'to-review') as state, count(*) as n
      from files as f left join reviews as r on r.sha256 = f.sha256 where f.state = 'current' group by 1
      union all select 'failed', count(*) from failures`,
  );
  const of = (state: ListState): number => states.find((row) => row.state === state)?.n ?? 0;
  const spellings = commonSpellings(
    all(
      sql<Spelling>`
        select issuing_agency as name, count(*) as n from (${CURRENT})
        where issuing_agency is not null group by 1`,
    ),
  );
  return {
    states: {
      'to-review': of('to-review'),
      'in-review': of('in-review'),
      done: of('done'),
      failed: of('failed'),
    },
    byUnit: talliedUnits(
      spellings,
      all(
        sql<TallyRow>`
          select d.issuing_agency as name, ${sums} from (${CURRENT}) as d
          join findings as x on x.document_id = d.id where d.issuing_agency is not null group by 1`,
      ),
    ),
    byRule: all(
      sql<TallyRow>`
        select x.rule_id as name, ${sums} from (${CURRENT}) as d join findings as x on x.document_id = d.id
        group by 1 order by count(*) desc, 1`,
    ).map(tally),
    deadlines: all(
      sql<Overview['deadlines'][number]>`
        select substr(t."end", 1, 7) as month, count(*) as tasks, count(distinct t.document_id) as documents
        from (${CURRENT}) as d join timings as t on t.document_id = d.id
        where t.task_ordinal is not null and length(t."end") >= 7 group by 1 order by 1`,
    ),
    units: [...new Set(spellings.values())].sort(new Intl.Collator('vi').compare),
    years: all(
      sql<{ year: number }>`
        select distinct plan_year as year from (${CURRENT}) where plan_year is not null order by 1 desc`,
    ).map(({ year }) => year),
  };
}

const tally = ({ name, error, warning, notice }: TallyRow): Tally => ({
  name,
  findings: { error, warning, notice } satisfies Record<Severity, number>,
});

const sumOf = ({ findings: { error, warning, notice } }: Tally): number => error + warning + notice;

/** The tallies of the spellings of a unit put together under its commonest one; the most findings first. */
function talliedUnits(spellings: ReadonlyMap<string, string>, rows: readonly TallyRow[]): readonly Tally[] {
  const units = new Map<string, TallyRow>();
  for (const { name: written, error, warning, notice } of rows) {
    const name = spellings.get(written) ?? written;
    const known = units.get(name);
    units.set(name, {
      name,
      error: error + (known?.error ?? 0),
      warning: warning + (known?.warning ?? 0),
      notice: notice + (known?.notice ?? 0),
    });
  }
  return [...units.values()].map(tally).sort((a, b) => sumOf(b) - sumOf(a) || (a.name < b.name ? -1 : 1));
}
