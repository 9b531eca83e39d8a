import type { PlanRecord } from '../../record/plan-record.js';
import type { CsvValue } from '../../report/csv-report.js';
import { findingRow } from '../../report/finding-row.js';
import type { StoredRecord } from '../../store/store.js';

/** What can be exported. */
export const EXPORTS = ['documents', 'findings', 'tasks', 'citations'] as const;
export type ExportKind = (typeof EXPORTS)[number];

/** How one kind of thing is exported: as objects for JSON lines, as a flat table for CSV. */
export interface ExportTable {
  readonly objects: (stored: StoredRecord) => readonly object[];
  readonly head: readonly string[];
  readonly rows: (stored: StoredRecord) => readonly (readonly CsvValue[])[];
}

const document = ({ file, path, sha256, record }: StoredRecord) => ({
  file,
  path,
  sha256,
  issuingAgency: record.header.issuingAgency,
  planYear: record.header.planYear,
});

type Columns<Item> = Readonly<Record<string, (item: Item) => CsvValue>>;

function tableOf<Item extends object>(
  items: (stored: StoredRecord) => readonly Item[],
  columns: Columns<Item>,
): ExportTable {
  return {
    objects: (stored) => items(stored).map((item) => ({ ...document(stored), ...item })),
    head: ['file', 'path', 'sha256', 'issuingAgency', 'planYear', ...Object.keys(columns)],
    rows: (stored) =>
      items(stored).map((item) => [
        ...Object.values(document(stored)),
        ...Object.values(columns).map((cell) => cell(item)),
      ]),
  };
}

/** The fields of the header (`row` null) or of a row that persons settled, joined; null where there are none. */
function settledFields(
  review: PlanRecord['review'],
  part: string,
  row: number | null,
): { readonly confirmed: string | null; readonly corrected: string | null } {
  const names = (how: 'confirmed' | 'corrected'): string | null =>
    (review?.fields ?? [])
      .filter(
        ({ field, state, row: at = null }) => state === how && at === row && field.startsWith(`${part}/`),
      )
      .map(({ field }) => field.slice(field.lastIndexOf('/') + 1))
      .join('; ') || null;
  return { confirmed: names('confirmed'), corrected: names('corrected') };
}

/** Rows with the names of their fields that persons settled; as they are in a document that nobody reviewed. */
function withSettled<Part extends 'tasks' | 'citations'>(
  record: PlanRecord,
  part: Part,
): readonly (PlanRecord[Part][number] & Partial<ReturnType<typeof settledFields>>)[] {
  const { review } = record;
  const rows: readonly PlanRecord[Part][number][] = record[part];
  return review === undefined
    ? rows
    : rows.map((row, at) => ({ ...row, ...settledFields(review, part, at) }));
}

const page = (item: { readonly location: readonly { readonly page: number }[] }): number | null =>
  item.location[0]?.page ?? null;

/** In the record's field names; values with parts are joined for CSV. */
export const EXPORT_TABLES: Readonly<Record<ExportKind, ExportTable>> = {
  documents: tableOf((stored) => [stored.record], {
    mediaType: ({ source }) => source.mediaType,
    method: ({ source }) => source.method,
    pages: ({ source }) => source.pages,
    parentAgency: ({ header }) => header.parentAgency,
    number: ({ header }) => header.number,
    symbol: ({ header }) => header.symbol,
    place: ({ header }) => header.place,
    issuedOn: ({ header }) => header.issuedOn,
    documentType: ({ header }) => header.documentType,
    subject: ({ header }) => header.subject,
    signatory: ({ header }) => header.signatory?.name ?? null,
    recipients: ({ header }) => header.recipients.join('; '),
    isPlan: ({ isPlan }) => isPlan,
    citations: ({ citations }) => citations.length,
    tasks: ({ tasks }) => tasks.length,
    findings: ({ findings }) => findings.length,
    warnings: ({ warnings }) => warnings.length,
    reviewState: ({ review }) => review?.state ?? null,
    fieldsConfirmed: ({ review }) => review?.confirmed ?? null,
    fieldsCorrected: ({ review }) => review?.corrected ?? null,
    confirmed: ({ review }) => settledFields(review, 'header', null).confirmed,
    corrected: ({ review }) => settledFields(review, 'header', null).corrected,
  }),
  findings: tableOf(
    (stored) =>
      stored.record.findings.map((finding) => {
        const { line, column } = findingRow(stored, finding);
        return { line, column, ...finding };
      }),
    {
      ruleId: ({ ruleId }) => ruleId,
      severity: ({ severity }) => severity,
      message: ({ message }) => message,
      raw: ({ raw }) => raw,
      suggestion: ({ suggestion }) => suggestion,
      evidence: ({ evidence }) => evidence,
      page,
      line: ({ line }) => line,
      start: ({ span }) => span.start,
      end: ({ span }) => span.end,
      confidence: ({ confidence }) => confidence,
      fingerprint: ({ fingerprint }) => fingerprint,
    },
  ),
  tasks: tableOf(({ record }) => withSettled(record, 'tasks'), {
    number: ({ number }) => number,
    content: ({ content }) => content,
    section: ({ section }) => section,
    assignments: ({ assignments }) => assignments.map(({ unit, role }) => `${unit} (${role})`).join('; '),
    timings: ({ timings }) => timings.map(({ raw }) => raw).join('; '),
    start: ({ timings }) => timings.map(({ start }) => start ?? '').join('; '),
    end: ({ timings }) => timings.map(({ end }) => end ?? '').join('; '),
    outputs: ({ outputs }) => outputs.join('; '),
    origin: ({ origin }) => origin,
    page,
    confirmed: ({ confirmed }) => confirmed ?? null,
    corrected: ({ corrected }) => corrected ?? null,
  }),
  citations: tableOf(({ record }) => withSettled(record, 'citations'), {
    type: ({ type }) => type,
    number: ({ number }) => number,
    short: ({ short }) => short,
    issuer: ({ issuer }) => issuer,
    issuedOn: ({ issuedOn }) => issuedOn,
    title: ({ title }) => title,
    locators: ({ locators }) => (locators.length === 0 ? null : JSON.stringify(locators)),
    role: ({ role }) => role,
    page,
    raw: ({ raw }) => raw,
    confirmed: ({ confirmed }) => confirmed ?? null,
    corrected: ({ corrected }) => corrected ?? null,
  }),
};
