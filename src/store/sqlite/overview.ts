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

/** A document that stands under two names counts once. */
const CURRENT = sql`select document_id, unit, plan_year, errors as error, warnings as warning, notices as notice
  from listing where document_id is not null group by document_id`;

/** See ReviewPagesStore.overview. */
export function overview(connection: Connection): Overview {
  const { build } = connection;
  const all = <Row>(query: RawBuilder<Row>): readonly Row[] => connection.all(query.compile(build));
  const states = all(
    sql<{ state: ListState; n: number }>`
      select state, count(*) as n from listing group by 1`,
  );
  const of = (state: ListState): number => states.find((row) => row.state === state)?.n ?? 0;
  const spellings = commonSpellings(
    all(
      sql<Spelling>`
        select unit as name, count(*) as n from (${CURRENT}) where unit is not null group by 1`,
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
          select unit as name, sum(error) as error, sum(warning) as warning, sum(notice) as notice from (${CURRENT})
          where unit is not null and error + warning + notice > 0 group by 1`,
      ),
    ),
    byRule: all(
      sql<TallyRow>`
        select rule_id as name, sum(severity = 'error') as error, sum(severity = 'warning') as warning,
          sum(severity = 'notice') as notice
        from findings where +document_id in (select document_id from listing) group by 1 order by count(*) desc, 1`,
    ).map(tally),
    deadlines: all(
      sql<Overview['deadlines'][number]>`
        select substr("end", 1, 7) as month, count(*) as tasks, count(distinct document_id) as documents
        from timings where task_ordinal is not null and length("end") >= 7
          and +document_id in (select document_id from listing)
        group by 1 order by 1`,
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
