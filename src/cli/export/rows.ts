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
  tasks: tableOf(({ record }) => record.tasks, {
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
  }),
  citations: tableOf(({ record }) => record.citations, {
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
  }),
};
