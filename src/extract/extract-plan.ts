import { coveredBy, isCovered } from '../document/cover.js';
import { foldVietnamese } from '../document/fold.js';
import { firstFrom } from '../document/in-order.js';
import type { SourceDocument } from '../document/source-document.js';
import { overlaps, type Span } from '../document/span.js';
import type { BudgetLine, Task } from '../record/fields.js';
import { type PlanRecord, RECORD_VERSION, type RecordWarning } from '../record/plan-record.js';
import { packWords } from '../record/record-words.js';
import { extractAbbreviations } from './abbreviations.js';
import { budgetLinesOf } from './budget/budget-lines.js';
import { extractAmounts, fundingSourcesIn, type SourcePlace } from './budget/extract-amounts.js';
import { extractCitations } from './citation/extract-citations.js';
import { extractHeader } from './header/extract-header.js';
import { mask } from './mask.js';
import { foldSpace, mentionAt } from './mention.js';
import { extractOutline } from './outline/extract-outline.js';
import { type PlanParts, partsOf } from './outline/parts.js';
import { type Section, sectionsOf } from './outline/sections.js';
import { passagesOf, tablesOf } from './passage.js';
import { tasksFromProse } from './prose/tasks-from-prose.js';
import { extractResponsibilities } from './responsibility/extract-responsibilities.js';
import { extractStandards } from './standard/extract-standards.js';
import { toTiming } from './task/cell-timings.js';
import { tasksFromTable } from './task/tasks-from-table.js';
import { timedText } from './timing/times-in.js';

/**
 * Reads a plan's record from a document: every field with its place, no findings yet. Never throws on any document;
 * what fits two ways stays open and is named in `warnings`.
 */
export function extractPlan(document: SourceDocument): PlanRecord {
  const { text } = document;
  const parts = partsOf(document);
  const passages = passagesOf(document);
  const header = extractHeader(document, parts);
  const abbreviations = extractAbbreviations(document, passages);
  const longForms = new Map(abbreviations.map((a) => [a.short, a.long]));
  const cited = extractCitations(document, passages, {
    preambleEnd: parts.preambleEnd,
    ownType: header.documentType,
    ownNumber: header.number,
  });
  const sections = sectionsOf(document, parts);
  const uncited = mask(
    text,
    cited.citations.map((c) => c.span),
  );
  const masked = timedText(uncited, header.planYear);
  const warnings: RecordWarning[] = [...readingWarnings(document), ...cited.warnings];
  const tasks: Task[] = [];
  const lines: BudgetLine[] = [];
  const taskTables: Span[] = [];
  tablesOf(document).forEach((table, index) => {
    if (table.origin === 'flattened')
      warnings.push({
        code: 'table-flattened',
        message: 'Bảng này được dựng lại từ chữ rời; cần đối chiếu với bản gốc.',
        page: null,
        span: { ...table.span },
      });
    const found = tasksFromTable(
      document,
      table,
      index,
      headingAbove(document, parts, table.span.start),
      header.planYear,
      longForms,
    );
    if (found !== null) {
      tasks.push(...found.tasks);
      warnings.push(...found.warnings);
      taskTables.push(table.span);
    }
    lines.push(...(budgetLinesOf(document, table, index) ?? []));
  });
  tasks.push(...tasksFromProse(document, sections, masked, longForms));
  tasks.sort((a, b) => a.span.start - b.span.start);
  const inTasks = coveredBy(taskTables);
  const record: PlanRecord = {
    recordVersion: RECORD_VERSION,
    source: {
      file: document.file,
      sha256: document.sha256,
      mediaType: document.mediaType,
      pages: document.pages.length === 0 ? null : document.pages.length,
      method: document.method,
      pageReadings: document.pages.map(
        ({ number, width, height, method, reason, route, confidence, marks }) => ({
          page: number,
          width,
          height,
          method,
          reason,
          ...(route === undefined ? {} : { route }),
          confidence,
          ...(marks === undefined
            ? {}
            : { marks: marks.map(({ kind, box: [x0, y0, x1, y1] }) => ({ kind, bbox: [x0, y0, x1, y1] })) }),
        }),
      ),
    },
    text,
    ...(document.words.length === 0 ? {} : { words: packWords(document.words) }),
    ...suggestionsOf(document),
    header,
    citations: [...cited.citations],
    standards: [...extractStandards(document, passages, cited.citations)],
    tasks,
    responsibilities: [...extractResponsibilities(document, sections)],
    budget: {
      amounts: [...extractAmounts(document, passages)],
      lines,
      fundingSources: [...fundingSourcesIn(text, sourcePlaces(document, parts, sections))],
    },
    outline: [...extractOutline(document, parts)],
    abbreviations: [...abbreviations],
    dates: passages
      .filter((p) => !isCovered(inTasks, p.span))
      .flatMap((p) =>
        masked
          .timesIn(p.span)
          .filter((t) => t.invalid !== null || (t.end !== null && t.frequency === null))
          .map((t) => toTiming(document, t, p.span.start)),
      ),
    isPlan: looksLikePlan(text, header.documentType, tasks.length),
    warnings,
    findings: [],
  };
  return record;
}

/** What recognized words were likely meant to be; nothing where no word is in question. */
function suggestionsOf(document: SourceDocument): Pick<PlanRecord, 'suggestions'> {
  const suggestions: NonNullable<PlanRecord['suggestions']> = [];
  for (const { span, suggestion } of document.words)
    if (suggestion !== undefined) suggestions.push(Object.assign(mentionAt(document, span), { suggestion }));
  return suggestions.length === 0 ? {} : { suggestions };
}

/** Sections on money, and single paragraphs elsewhere that speak of it. */
function sourcePlaces(
  document: SourceDocument,
  parts: PlanParts,
  sections: readonly Section[],
): readonly SourcePlace[] {
  const money = sections.filter((s) => s.topic === 'money').map((s) => s.span);
  const others = parts.paragraphs
    .map((p) => p.span)
    .filter(
      (s) => s.start >= parts.preambleEnd && s.start < parts.mainEnd && !money.some((m) => overlaps(m, s)),
    )
    .filter((s) => /kinh phí/iu.test(document.text.slice(s.start, s.end)));
  return [
    ...money.flatMap((span) => outsideTables(document, span).map((part) => ({ span: part, strict: false }))),
    ...others.map((span) => ({ span, strict: true })),
  ].sort((a, b) => a.span.start - b.span.start);
}

/** What of a stretch lies between its tables: a table's heads name columns, not where the money is from. */
function outsideTables(document: SourceDocument, span: Span): readonly Span[] {
  const parts: Span[] = [];
  let { start } = span;
  for (const { kind, span: own } of document.blocks) {
    if (kind !== 'table' || own.start < start || own.end > span.end) continue;
    parts.push({ start, end: own.start });
    start = own.end;
  }
  return [...parts, { start, end: span.end }].filter((part) => part.end > part.start);
}

const PLAN_TYPES: readonly string[] = ['ke hoach', 'chuong trinh', 'phuong an', 'de an'];

/** A plan says so in its type line; one that lost that line still speaks of itself as one and gives tasks. */
function looksLikePlan(text: string, type: string | null, tasks: number): boolean {
  if (type !== null) return PLAN_TYPES.some((plan) => foldVietnamese(type).startsWith(plan));
  const folded = foldVietnamese(text);
  const speaks = (folded.match(/ke hoach/gu) ?? []).length;
  return speaks >= 2 && (tasks > 0 || /to chuc thuc hien|noi nhan/u.test(folded));
}

/** The heading nearest above `at`. */
function headingAbove(document: SourceDocument, parts: PlanParts, at: number): string | null {
  const heading = parts.headings[firstFrom(parts.headings, at + 1, (h) => h.paragraph.span.end) - 1];
  if (heading === undefined) return null;
  return foldSpace(document.text.slice(heading.paragraph.span.start, heading.paragraph.span.end)).slice(
    0,
    300,
  );
}

/** What reading already noted: tracked changes, pages that could not be read. */
function readingWarnings(document: SourceDocument): readonly RecordWarning[] {
  const notes = document.notes.map(({ code, message, page, span }) => ({
    code,
    message,
    page,
    span: span === null ? null : { ...span },
  }));
  const pages = document.pages
    .filter((p) => p.method === 'unreadable')
    .map((p) => ({
      code: 'page-unreadable',
      message: `Trang ${p.number} không đọc được nên chưa được rà soát.`,
      page: p.number,
      span: null,
    }));
  return [...notes, ...pages];
}
