import { foldVietnamese } from '../../../document/fold.js';
import { type CsvRow, csvRows } from '../../expected/csv-rows.js';
import type { Bilingual } from '../../rule.js';
import { RegisterDateSchema } from '../common-schema.js';

/** What is wrong in a cell; `column` is the 1-based number of the cell in its row. */
export interface ImportProblem {
  readonly line: number;
  readonly column: number;
  readonly what: Bilingual;
}

/** An entry for a register file, with only what the table says. */
export type ImportedEntry = Readonly<Record<string, string | readonly string[]>>;

/** What a table of documents or units holds; with problems nothing of it is to be used. */
export interface ImportTable {
  readonly kind: 'documents' | 'units';
  readonly entries: readonly ImportedEntry[];
  /** Short forms of units. */
  readonly shortForms: readonly { readonly short: string; readonly long: string }[];
  /** What the rows name as their sources, in order; rows without one count as the table's own. */
  readonly sources: readonly (string | null)[];
  readonly problems: readonly ImportProblem[];
}

type Field =
  | 'number'
  | 'type'
  | 'issuer'
  | 'issuedOn'
  | 'effectiveFrom'
  | 'effectiveTo'
  | 'title'
  | 'replacedBy'
  | 'name'
  | 'short'
  | 'from'
  | 'to'
  | 'successor'
  | 'source';

const HEADS: Readonly<Record<Field, readonly string[]>> = {
  number: ['so ky hieu', 'so', 'ky hieu', 'number'],
  type: ['loai', 'loai van ban', 'type'],
  issuer: ['co quan ban hanh', 'noi ban hanh', 'issuer'],
  issuedOn: ['ngay ban hanh', 'issued on', 'issuedon', 'date'],
  effectiveFrom: ['ngay hieu luc', 'hieu luc tu', 'effective from', 'effectivefrom'],
  effectiveTo: ['ngay het hieu luc', 'het hieu luc', 'effective to', 'effectiveto'],
  title: ['trich yeu', 'ten van ban', 'title'],
  replacedBy: ['thay the bang', 'van ban thay the', 'replaced by', 'replacedby'],
  name: ['ten don vi', 'don vi', 'ten', 'unit', 'name'],
  short: ['viet tat', 'ten viet tat', 'short', 'abbreviation'],
  from: ['tu ngay', 'from'],
  to: ['den ngay', 'ngay ket thuc', 'to'],
  successor: ['don vi ke thua', 'nay la', 'successor'],
  source: ['nguon', 'can cu', 'source'],
};
const REQUIRED = { documents: ['number', 'type', 'issuedOn'], units: ['name'] } as const;
const DATES: ReadonlySet<Field> = new Set(['issuedOn', 'effectiveFrom', 'effectiveTo', 'from', 'to']);

const fieldOf = (head: string): Field | null => {
  const folded = foldVietnamese(head)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const found = Object.entries(HEADS).find(([, names]) => names.includes(folded));
  return found === undefined ? null : (found[0] as Field);
};

/**
 * Reads a table of an office's own documents (a column "Số, ký hiệu") or units (a column "Tên đơn vị"): CSV in UTF-8,
 * parted by comma, semicolon or tab. Dates as 05/3/2024 or 2024-03-05. Throws UnitsCsvError where it is no such file.
 */
export function readImportTable(bytes: Uint8Array, file: string): ImportTable {
  const [head, ...rows] = csvRows(bytes, file);
  const fields = (head?.cells ?? []).map(fieldOf);
  const kind = fields.includes('number') ? 'documents' : 'units';
  const problems: ImportProblem[] = headProblems(head, fields, kind);
  const entries: ImportedEntry[] = [];
  const shortForms: { readonly short: string; readonly long: string }[] = [];
  const sources: (string | null)[] = [];
  const seen = new Map<string, number>();
  if (problems.length === 0)
    for (const row of rows) {
      const values = valuesOf(row, fields, problems);
      for (const field of REQUIRED[kind])
        if ((row.cells[fields.indexOf(field)] ?? '').trim() === '')
          problems.push({
            line: row.line,
            column: fields.indexOf(field) + 1,
            what: { vi: `cần: ${NAMES[field].vi}`, en: `expected ${NAMES[field].en}` },
          });
      const { source, short, ...rest } = values;
      const key = String(rest.number ?? rest.name ?? '').toUpperCase();
      const before = seen.get(key);
      if (before !== undefined)
        problems.push({
          line: row.line,
          column: 1,
          what: { vi: `${key} đã có ở dòng ${before}`, en: `${key} stands in line ${before} already` },
        });
      seen.set(key, row.line);
      problems.push(...orderProblems(row, rest));
      const { replacedBy, ...single } = rest;
      entries.push(
        replacedBy === undefined ? single : { ...single, replacedBy: replacedBy.split(/\s*[;|]\s*/u) },
      );
      if (short !== undefined && rest.name !== undefined) shortForms.push({ short, long: rest.name });
      sources.push(source ?? null);
    }
  return { kind, entries, shortForms, sources, problems };
}

const NAMES: Readonly<Record<(typeof REQUIRED)['documents' | 'units'][number], Bilingual>> = {
  number: { vi: 'số, ký hiệu', en: 'a number' },
  type: { vi: 'loại văn bản', en: 'a type' },
  issuedOn: { vi: 'ngày ban hành', en: 'a date of issue' },
  name: { vi: 'tên đơn vị', en: "the unit's name" },
};

function headProblems(
  head: CsvRow | undefined,
  fields: readonly (Field | null)[],
  kind: ImportTable['kind'],
): ImportProblem[] {
  const unknown = fields.flatMap((field, i) =>
    field === null && (head?.cells[i] ?? '').trim() !== ''
      ? [
          {
            line: head?.line ?? 1,
            column: i + 1,
            what: {
              vi: `không biết cột "${head?.cells[i]}"`,
              en: `there is no column "${head?.cells[i]}"`,
            },
          },
        ]
      : [],
  );
  const missing = REQUIRED[kind].flatMap((field) =>
    fields.includes(field)
      ? []
      : [
          {
            line: head?.line ?? 1,
            column: 1,
            what: { vi: `thiếu cột ${NAMES[field].vi}`, en: `a column for ${NAMES[field].en} is missing` },
          },
        ],
  );
  return [...unknown, ...missing];
}

function valuesOf(
  row: CsvRow,
  fields: readonly (Field | null)[],
  problems: ImportProblem[],
): Partial<Record<Field, string>> {
  const values: Partial<Record<Field, string>> = {};
  for (const [i, field] of fields.entries()) {
    const text = (row.cells[i] ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim();
    if (field === null || text === '') continue;
    const value = DATES.has(field) ? isoDate(text) : text;
    if (value === null)
      problems.push({
        line: row.line,
        column: i + 1,
        what: {
          vi: `"${text}" không phải ngày; cần 05/3/2024 hoặc 2024-03-05`,
          en: `"${text}" is no date; expected 05/3/2024 or 2024-03-05`,
        },
      });
    else values[field] = value;
  }
  return values;
}

/** "5/3/2024", "05.03.2024", "2024-03-05", "3/2024", "2024" -> ISO; null for what is no day of the calendar. */
function isoDate(text: string): string | null {
  const parts = /^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})$/u.exec(text);
  const iso =
    parts === null
      ? text
      : [parts[3], parts[2]?.padStart(2, '0'), parts[1]?.padStart(2, '0')]
          .filter((part) => part !== undefined)
          .join('-');
  return RegisterDateSchema.safeParse(iso).success ? iso : null;
}

function orderProblems(row: CsvRow, values: Partial<Record<Field, string>>): readonly ImportProblem[] {
  const pairs: readonly (readonly [Field, Field])[] = [
    ['issuedOn', 'effectiveFrom'],
    ['effectiveFrom', 'effectiveTo'],
    ['from', 'to'],
  ];
  return pairs.flatMap(([first, second]) => {
    const [a, b] = [values[first], values[second]];
    if (a === undefined || b === undefined || a <= b) return [];
    return [
      {
        line: row.line,
        column: 1,
        what: {
          vi: `${b} đứng trước ${a}: kết thúc trước khi bắt đầu`,
          en: `${b} is before ${a}: it ends before it begins`,
        },
      },
    ];
  });
}
