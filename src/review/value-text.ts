import type { Frequency, Role } from '../record/fields.js';
import { AssignmentValueSchema, type FieldValue, TimingValueSchema } from './field-value.js';

/** How a field's value is shaped, which decides how it is written down and read back. */
export type ValueKind =
  | 'text'
  | 'date'
  | 'whole'
  | 'number'
  | 'lines'
  | 'assignments'
  | 'timings'
  | 'signatory';

const KINDS: Readonly<Record<string, ValueKind>> = {
  issuedOn: 'date',
  planYear: 'whole',
  version: 'whole',
  value: 'number',
  quantity: 'number',
  unitPrice: 'number',
  amount: 'number',
  recipients: 'lines',
  outputs: 'lines',
  assignments: 'assignments',
  timings: 'timings',
  signatory: 'signatory',
};

export const kindOf = (field: string): ValueKind => KINDS[field] ?? 'text';

/** What roles are called, in both languages; the first is the one that is written. */
export const ROLE_NAMES: Readonly<Record<Role, readonly string[]>> = {
  lead: ['chủ trì', 'lead'],
  coordinate: ['phối hợp', 'coordinate'],
  advise: ['tham mưu', 'advise'],
  responsible: ['trách nhiệm', 'responsible'],
  implement: ['thực hiện', 'implement'],
};

const FREQUENCIES: Readonly<Record<Frequency, string>> = {
  continuous: 'Thường xuyên',
  daily: 'Hàng ngày',
  weekly: 'Hàng tuần',
  monthly: 'Hàng tháng',
  quarterly: 'Hàng quý',
  'half-yearly': '6 tháng/lần',
  yearly: 'Hàng năm',
};

type TimingValue = ReturnType<typeof TimingValueSchema.parse>;

/** "2026-04-15" -> "15/04/2026", "2026-04" -> "04/2026". */
export const dateText = (iso: string): string => iso.split('-').reverse().join('/');

const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/** A whole year, quarters or months by their names; null for other days. */
function periodText(start: string, end: string): string | null {
  const [year, fromMonth, fromDay] = start.split('-').map(Number);
  const [endYear, toMonth, toDay] = end.split('-').map(Number);
  if (year === undefined || year !== endYear || fromMonth === undefined || toMonth === undefined) return null;
  const lastDay = new Date(Date.UTC(year, toMonth, 0)).getUTCDate();
  if (fromDay !== 1 || toDay !== lastDay) return null;
  if (fromMonth === 1 && toMonth === 12) return `Năm ${year}`;
  const [first, last] = [(fromMonth - 1) / 3, toMonth / 3 - 1];
  const [from, to] = [ROMAN[first], ROMAN[last]];
  if (from !== undefined && to !== undefined)
    return first === last ? `Quý ${from}/${year}` : `Quý ${from}-${to}/${year}`;
  return fromMonth === toMonth
    ? `Tháng ${fromMonth}/${year}`
    : `Từ tháng ${fromMonth} đến tháng ${toMonth}/${year}`;
}

const isWholeYear = ({ start, end }: TimingValue): boolean =>
  start !== null && end !== null && start.endsWith('-01-01') && end === `${start.slice(0, 4)}-12-31`;

/** A time as an office would write it; read back, it gives the same time. */
export function timingText(timing: TimingValue): string {
  const { label, start, end, frequency, times, conditional } = timing;
  const often =
    times !== null && frequency === 'yearly'
      ? `${times} lần/năm`
      : frequency === null
        ? null
        : FREQUENCIES[frequency];
  const span =
    often !== null && isWholeYear(timing)
      ? null
      : start !== null && end !== null
        ? (periodText(start, end) ?? `từ ngày ${dateText(start)} đến ngày ${dateText(end)}`)
        : end !== null
          ? `trước ngày ${dateText(end)}`
          : start !== null
            ? `từ ngày ${dateText(start)}`
            : null;
  const text = [often, span, conditional ? 'nếu có' : null].filter((part) => part !== null).join(' ');
  return label === null ? text : `${label}: ${text}`;
}

/** A value as a person reads and edits it; lists are a line each. "" for none. */
export function valueText(field: string, value: FieldValue): string {
  if (value === null) return '';
  switch (kindOf(field)) {
    case 'date':
      return dateText(String(value));
    case 'number':
      return typeof value === 'number' ? value.toLocaleString('vi-VN', { maximumFractionDigits: 6 }) : '';
    case 'lines':
      return Array.isArray(value) ? value.join('\n') : '';
    case 'assignments':
      return AssignmentValueSchema.array()
        .parse(value)
        .map(({ unit, role }) => `${unit} – ${ROLE_NAMES[role][0]}`)
        .join('\n');
    case 'timings':
      return TimingValueSchema.array().parse(value).map(timingText).join('\n');
    case 'signatory': {
      const { onBehalf, position, name } = value as {
        onBehalf: string | null;
        position: string;
        name: string;
      };
      return [...(onBehalf === null ? [] : [onBehalf]), position, name].join('\n');
    }
    default:
      return String(value);
  }
}

/** What a person typed, as a value; "timings" wait for the grammar of times, which only the server has. */
export type ReadValue =
  | { readonly kind: 'value'; readonly value: FieldValue }
  | { readonly kind: 'timings'; readonly lines: readonly string[] }
  | { readonly kind: 'unreadable'; readonly expected: 'date' | 'number' | 'signatory' };

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** "15/4/2026", "4/2026", "2026", or ISO 8601; null for what is no day. */
export function dateOf(text: string): string | null {
  const parts = text
    .trim()
    .split(/[/.-]/u)
    .map((part) => part.trim());
  if (parts.length > 3 || parts.some((part) => !/^\d{1,4}$/u.test(part))) return null;
  const ordered = parts[0]?.length === 4 ? parts : parts.reverse();
  const [year = '', month, day] = ordered;
  if (year.length !== 4) return null;
  const iso = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined);
  const date = new Date(Date.UTC(Number(year), Number(month ?? '1') - 1, Number(day ?? '1')));
  const exists = date.getUTCMonth() + 1 === Number(month ?? '1') && date.getUTCDate() === Number(day ?? '1');
  return exists ? iso.join('-') : null;
}

/** "1.234.567,5" as Vietnamese offices write it; null for what is no number. */
export function numberOf(text: string): number | null {
  const compact = text.replace(/[\s.]|đồng|đ$/giu, '').replace(',', '.');
  return /^-?\d+(?:\.\d+)?$/u.test(compact) ? Number(compact) : null;
}

function assignmentOf(line: string): { unit: string; role: Role } {
  const split = /^(.*?)\s*(?:[–—]|\s-\s|\()\s*([^–—()]+?)\)?$/u.exec(line);
  const named = split?.[2]?.toLowerCase().normalize('NFC');
  const role = (Object.keys(ROLE_NAMES) as Role[]).find(
    (one) => named !== undefined && ROLE_NAMES[one].includes(named),
  );
  return role === undefined || split?.[1] === undefined || split[1] === ''
    ? { unit: line, role: 'implement' }
    : { unit: split[1], role };
}

/** Reads what a person typed into a field. */
export function readValue(field: string, typed: string): ReadValue {
  const text = typed.normalize('NFC').trim();
  const value = (read: FieldValue): ReadValue => ({ kind: 'value', value: read });
  switch (kindOf(field)) {
    case 'date': {
      const date = text === '' ? null : dateOf(text);
      return date === null && text !== '' ? { kind: 'unreadable', expected: 'date' } : value(date);
    }
    case 'whole':
    case 'number': {
      const number = text === '' ? null : numberOf(text);
      return number === null && text !== '' ? { kind: 'unreadable', expected: 'number' } : value(number);
    }
    case 'lines':
      return value(linesOf(text));
    case 'assignments':
      return value(linesOf(text).map(assignmentOf));
    case 'timings':
      return { kind: 'timings', lines: linesOf(text) };
    case 'signatory': {
      const lines = linesOf(text);
      const [name, position] = [lines.at(-1), lines.at(-2)];
      if (lines.length === 0) return value(null);
      if (name === undefined || position === undefined) return { kind: 'unreadable', expected: 'signatory' };
      return value({ onBehalf: lines.slice(0, -2).join('; ') || null, position, name });
    }
    default:
      return value(text === '' ? null : text);
  }
}
