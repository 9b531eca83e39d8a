import type { Cell, SourceDocument } from '../../document/source-document.js';
import type { Span } from '../../document/span.js';
import type { Timing } from '../../record/fields.js';
import type { RecordWarning } from '../../record/plan-record.js';
import { mentionAt } from '../mention.js';
import { type ParsedTiming, parseTimings } from '../timing/parse-timings.js';
import { boundsOf, joinTouching, type Period } from '../timing/period.js';
import type { Column } from './columns.js';
import { cellText, type TableRow } from './row.js';
import { isTick } from './ticks.js';

/** A parsed time as a record's timing; `offset` is where the parsed phrase begins in the document's text. */
export function toTiming(document: SourceDocument, parsed: ParsedTiming, offset: number): Timing {
  const at = { start: parsed.span.start + offset, end: parsed.span.end + offset };
  const { raw, span, location, confidence } = mentionAt(document, at);
  return {
    raw,
    span,
    location,
    confidence,
    label: parsed.label,
    start: parsed.start,
    end: parsed.end,
    frequency: parsed.frequency,
    times: parsed.times,
    conditional: parsed.conditional,
    invalid: parsed.invalid,
  };
}

/** The times of a cell, paragraph by paragraph; and a warning where something stands there that is no known time. */
export function timingsOfCell(
  document: SourceDocument,
  cell: Cell,
  year: number | null,
): { readonly timings: readonly Timing[]; readonly warnings: readonly RecordWarning[] } {
  const timings: Timing[] = [];
  const warnings: RecordWarning[] = [];
  const spans: readonly Span[] = joinBroken(
    document,
    cell.paragraphs.length === 0 ? [cell.span] : cell.paragraphs,
  );
  for (const span of spans) {
    const parsed = parseTimings(document.text.slice(span.start, span.end), year);
    for (const p of parsed) {
      const timing = toTiming(document, p, span.start);
      timings.push(timing);
      if (p.misread)
        warnings.push(
          open('timing-misread', `Số La Mã trong “${timing.raw}” có thể bị nhận dạng sai.`, timing.span),
        );
    }
  }
  if (timings.length === 0 && cellText(document, cell) !== '')
    warnings.push(open('timing-open', `Không hiểu thời gian “${cellText(document, cell)}”.`, cell.span));
  return { timings, warnings };
}

const open = (code: string, message: string, span: Span): RecordWarning => ({
  code,
  message,
  page: null,
  span: { ...span },
});

/** Paragraphs that a narrow column broke in the middle of a time ("Tháng" / "02/2023") are read as one. */
function joinBroken(document: SourceDocument, spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const before = last === undefined ? '' : document.text.slice(last.start, last.end);
    const text = document.text.slice(span.start, span.end);
    const goesOn =
      /(?:tháng|quý|quí|ngày|trước|đến|năm|từ|và|,|-|–|\/)\s*$/iu.test(before) ||
      /^\s*[\p{Ll}\d/]/u.test(text);
    if (last !== undefined && goesOn && !/^\s*[-+•]\s/u.test(text))
      joined[joined.length - 1] = { start: last.start, end: span.end };
    else joined.push(span);
  }
  return joined;
}

/** The months and quarters that are ticked in a row of T1 … T12 or Quý I … IV columns, as if they were written out. */
export function tickedMonths(
  document: SourceDocument,
  row: TableRow,
  columns: readonly Column[],
  year: number | null,
): readonly Timing[] {
  if (!columns.some((c) => c.kind === 'month')) return [];
  const ticked = columns.flatMap((c) => {
    if (c.kind !== 'month') return [];
    const cell = row.cells[c.column];
    return cell !== undefined && isTick(cellText(document, cell)) ? [{ ...c, cell }] : [];
  });
  const periods = ticked.map(
    ({ month, to }): Period => ({ kind: 'months', from: month, to, year, unit: 'month' }),
  );
  return joinTouching(periods).flatMap((period): Timing[] => {
    if (period.kind !== 'months') return [];
    const bounds = boundsOf(period);
    const [first] = ticked.filter((t) => t.month === period.from);
    const last = ticked.find((t) => t.to === period.to);
    if (first === undefined || last === undefined) return [];
    const { raw, span, location, confidence } = mentionAt(document, {
      start: first.cell.span.start,
      end: Math.max(first.cell.span.end, last.cell.span.end),
    });
    return [
      {
        raw,
        span,
        location,
        confidence,
        label: null,
        start: bounds?.start ?? null,
        end: bounds?.end ?? null,
        frequency: null,
        times: null,
        conditional: false,
        invalid: null,
      },
    ];
  });
}
