import { type RawBuilder, sql } from 'kysely';
import { SeveritySchema } from '../../record/finding.js';
import type { StoreCounts } from '../store.js';
import type { Connection } from './connection.js';

interface Count {
  readonly n: number;
}

/** See Store.counts. */
export function counts(connection: Connection): StoreCounts {
  const { build } = connection;
  const one = (query: RawBuilder<Count>): number => connection.first(query.compile(build))?.n ?? 0;
  const bySeverity = connection.all(
    sql<{ severity: string; n: number }>`
      select severity, count(*) as n from findings
      where document_id in (
        select d.id from documents as d join files as f on f.sha256 = d.sha256 and f.state = 'current'
      ) group by severity`.compile(build),
  );
  const of = (severity: string): number => bySeverity.find((row) => row.severity === severity)?.n ?? 0;
  const { error, warning, notice } = SeveritySchema.enum;
  return {
    documents: one(sql<Count>`select count(*) as n from documents`),
    files: one(sql<Count>`select count(*) as n from files where state = 'current'`),
    superseded: one(sql<Count>`select count(*) as n from files where state = 'superseded'`),
    failures: one(sql<Count>`select count(*) as n from failures`),
    findings: { error: of(error), warning: of(warning), notice: of(notice) },
    runs: one(sql<Count>`select count(*) as n from runs`),
  };
}
