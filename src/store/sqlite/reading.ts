import type { PlanRecord } from '../../record/plan-record.js';
import type { RecordLookup, StoredDocument, StoredRecord } from '../store.js';
import type { Connection } from './connection.js';
import { failureOf } from './failures.js';
import { findingOf } from './finding-rows.js';
import type { Row } from './schema.js';

type DocumentRow = Pick<Row<'documents'>, 'id' | 'sha256' | 'pipeline_version' | 'check_key' | 'record'>;
type FileRow = Row<'files'>;

const DOCUMENT = ['id', 'sha256', 'pipeline_version', 'check_key', 'record'] as const;
/** Enough digits that a hash prefix is not a file's name by accident. */
const HASH_PREFIX = /^[0-9a-f]{4,64}$/iu;

/** A document with its findings put back into its record. */
function documentOf(connection: Connection, row: DocumentRow): StoredDocument {
  const findings = connection.all(
    connection.build
      .selectFrom('findings')
      .selectAll()
      .where('document_id', '=', row.id)
      .orderBy('origin')
      .orderBy('ordinal'),
  );
  const by = (origin: string) => findings.filter((finding) => finding.origin === origin).map(findingOf);
  const setFindings = by('set');
  // Validated when it was written; findings are kept beside it.
  const rest = JSON.parse(row.record) as Omit<PlanRecord, 'findings'>;
  return {
    sha256: row.sha256,
    pipelineVersion: row.pipeline_version,
    checkKey: row.check_key,
    record: { ...rest, findings: [...by('document'), ...setFindings] },
    setFindings,
  };
}

/** The document of these bytes as this pipeline version read it, else null. */
export function findDocument(
  connection: Connection,
  sha256: string,
  pipeline: string,
): StoredDocument | null {
  const row = connection.first(
    connection.build
      .selectFrom('documents')
      .select(DOCUMENT)
      .where('sha256', '=', sha256)
      .where('pipeline_version', '=', pipeline),
  );
  return row === undefined ? null : documentOf(connection, row);
}

/** The document under one of its names; the record bears that name. Null where the document is gone. */
export function namedRecord(connection: Connection, file: FileRow): StoredRecord | null {
  const row = connection.first(
    connection.build.selectFrom('documents').select(DOCUMENT).where('sha256', '=', file.sha256),
  );
  if (row === undefined) return null;
  const document = documentOf(connection, row);
  const { record } = document;
  return {
    ...document,
    record: { ...record, source: { ...record.source, file: file.file } },
    path: file.path,
    file: file.file,
    version: file.version,
    state: file.state,
  };
}

/** Finds one document by path, file name or hash prefix, in this order; current versions before older ones. */
export function getRecord(connection: Connection, asked: string): RecordLookup {
  const { build } = connection;
  const files = build.selectFrom('files').selectAll().orderBy('version', 'desc').orderBy('path');
  const name = asked.normalize('NFC');
  const attempts = [
    files.where('path', '=', asked),
    files.where('file', '=', name).where('state', '=', 'current'),
    files.where('file', '=', name),
    ...(HASH_PREFIX.test(asked)
      ? [files.where('sha256', '>=', asked.toLowerCase()).where('sha256', '<', `${asked.toLowerCase()}g`)]
      : []),
  ];
  const failed = connection.first(
    build
      .selectFrom('failures')
      .selectAll()
      .where((where) => where.or([where('path', '=', asked), where('file', '=', name)]))
      .orderBy('path'),
  );
  for (const [i, attempt] of attempts.entries()) {
    const found = connection.all(attempt);
    // A name whose file failed at last: its older version is not what is asked for.
    if (failed !== undefined && i < 3 && !found.some((file) => file.state === 'current')) continue;
    const lookup = lookupOf(connection, i === 0 ? found.slice(0, 1) : found);
    if (lookup.kind !== 'none') return lookup;
  }
  return failed === undefined ? { kind: 'none' } : { kind: 'failed', failure: failureOf(failed) };
}

function lookupOf(connection: Connection, files: readonly FileRow[]): RecordLookup {
  const inOrder = [
    ...files.filter((f) => f.state === 'current'),
    ...files.filter((f) => f.state !== 'current'),
  ];
  const [first] = inOrder;
  if (first === undefined) return { kind: 'none' };
  if (inOrder.some((file) => file.sha256 !== first.sha256))
    return {
      kind: 'ambiguous',
      candidates: inOrder.map(({ path, file, sha256 }) => ({ path, file, sha256 })),
    };
  const document = namedRecord(connection, first);
  return document === null ? { kind: 'none' } : { kind: 'found', document };
}

const PORTION = 50;

/** Every current file's record in the order of paths; other queries may run between two of them. */
export async function* currentRecords(connection: Connection): AsyncGenerator<StoredRecord> {
  let after = '';
  for (;;) {
    const files = connection.all(
      connection.build
        .selectFrom('files')
        .selectAll()
        .where('state', '=', 'current')
        .where('path', '>', after)
        .orderBy('path')
        .limit(PORTION),
    );
    for (const file of files) {
      const record = namedRecord(connection, file);
      if (record !== null) yield record;
      after = file.path;
    }
    if (files.length < PORTION) return;
  }
}
