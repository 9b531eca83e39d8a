import type { Finding } from '../../record/finding.js';
import type { PlanRecord } from '../../record/plan-record.js';
import type { DocumentToSave, FindingOrigin } from '../store.js';
import type { Connection } from './connection.js';
import { documentRows, headColumns, readingColumns } from './document-rows.js';
import { findingRows } from './finding-rows.js';
import { index } from './search.js';

const PARTS = [
  'assignments',
  'timings',
  'tasks',
  'citations',
  'standards',
  'amounts',
  'budget_lines',
] as const;

/** Writes a document and all its rows in the place of what stood under its hash. Call inside a transaction. */
export function writeDocument(connection: Connection, document: DocumentToSave, at: string): void {
  const { build } = connection;
  const { record, reviewed = record } = document;
  const columns = {
    ...headColumns(reviewed),
    ...readingColumns(record, { ...document, at }),
  };
  const stored = connection.first(
    build
      .insertInto('documents')
      .values(columns)
      .onConflict((conflict) => conflict.column('sha256').doUpdateSet(columns))
      .returning('id'),
  );
  if (stored === undefined) throw new Error('an insert returned no row');
  const { id } = stored;
  writeRows(connection, id, reviewed);
  // What the set showed was about the reading before.
  replaceFindings(connection, id, [], 'set');
  replaceFindings(connection, id, record.findings, 'document');
  index(connection, id, record);
}

/** Puts the rows of a record in the place of those of the document; its JSON stays. Call inside a transaction. */
export function writeReviewed(connection: Connection, id: number, reviewed: PlanRecord): void {
  connection.run(connection.build.updateTable('documents').set(headColumns(reviewed)).where('id', '=', id));
  writeRows(connection, id, reviewed);
}

function writeRows(connection: Connection, id: number, record: PlanRecord): void {
  const { build } = connection;
  for (const part of PARTS) connection.run(build.deleteFrom(part).where('document_id', '=', id));
  const rows = documentRows(record, id);
  connection.insertAll(rows.citations, (row) => build.insertInto('citations').values(row));
  connection.insertAll(rows.standards, (row) => build.insertInto('standards').values(row));
  connection.insertAll(rows.tasks, (row) => build.insertInto('tasks').values(row));
  connection.insertAll(rows.assignments, (row) => build.insertInto('assignments').values(row));
  connection.insertAll(rows.timings, (row) => build.insertInto('timings').values(row));
  connection.insertAll(rows.amounts, (row) => build.insertInto('amounts').values(row));
  connection.insertAll(rows.budgetLines, (row) => build.insertInto('budget_lines').values(row));
}

/** Puts findings in the place of the document's findings of the same origin. Call inside a transaction. */
export function replaceFindings(
  connection: Connection,
  id: number,
  findings: readonly Finding[],
  origin: FindingOrigin,
): void {
  const { build } = connection;
  connection.run(build.deleteFrom('findings').where('document_id', '=', id).where('origin', '=', origin));
  connection.insertAll(findingRows(findings, id, origin), (row) => build.insertInto('findings').values(row));
}
