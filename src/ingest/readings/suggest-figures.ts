import type { SourceDocument, Table } from '../../document/source-document.js';
import type { Span } from '../../document/span.js';

/** Letters and signs that the recognizer takes figures for. */
const AS_DIGIT: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  D: '0',
  l: '1',
  I: '1',
  '|': '1',
  '!': '1',
  i: '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  B: '8',
  g: '9',
  q: '9',
};
const FIGURES = /^\p{Nd}+(?:[.,]\p{Nd}+)*$/u;
/** Group rows are numbered so among rows with figures. */
const NUMERAL = /^[IVX]+$/u;
const NEARLY = /^[\p{Nd}OoQDlI|!iZzSsBgq]+(?:[.,][\p{Nd}OoQDlI|!iZzSsBgq]+)*$/u;
/** Share of a column's cells that must be figures for the others to be judged by it, and how many it needs. */
const MOSTLY = 0.7;
const LEAST_CELLS = 4;

/** What follows "Quý" where it should be I to IV, as the recognizer may have it. */
const QUARTER = /(?<![\p{L}\p{N}])(?:quý|quí)\s+([1lI|!H]{1,3}|[1lI|]V|1[vV])(?![\p{L}\p{N}])/giu;
const ROMAN: Readonly<Record<string, string>> = { '1': 'I', '11': 'II', '111': 'III', '1V': 'IV' };

/** A range of the text and what it may stand for. */
export interface FigureSuggestion {
  readonly span: Span;
  readonly text: string;
}

const asDigits = (text: string): string => [...text].map((char) => AS_DIGIT[char] ?? char).join('');

function inColumns(text: string, table: Table): readonly FigureSuggestion[] {
  const columns = new Map<number, Span[]>();
  for (const { cells } of table.rows.slice(table.headRows))
    for (const { column, colSpan, span } of cells)
      if (colSpan === 1 && span.end > span.start) columns.set(column, [...(columns.get(column) ?? []), span]);
  return [...columns.values()].flatMap((spans) => {
    const read = (span: Span): string => text.slice(span.start, span.end);
    const figures = spans.filter((span) => FIGURES.test(read(span))).length;
    if (spans.length < LEAST_CELLS || figures < spans.length * MOSTLY) return [];
    return spans
      .filter((span) => {
        const cell = read(span);
        return NEARLY.test(cell) && !FIGURES.test(cell) && !NUMERAL.test(cell);
      })
      .map((span) => ({ span, text: asDigits(read(span)) }));
  });
}

function inQuarters(text: string): readonly FigureSuggestion[] {
  return [...text.matchAll(QUARTER)].flatMap((match) => {
    const [all, numeral = ''] = match;
    const bars = numeral
      .toUpperCase()
      .replace(/H/gu, '11')
      .replace(/[LI|!]/gu, '1');
    const roman = ROMAN[bars];
    // A digit is an author's spelling as good as another: only what is neither a digit nor a numeral is put in question.
    if (roman === undefined || roman === numeral || /^[1-4]$/u.test(numeral)) return [];
    const start = match.index + all.length - numeral.length;
    return [{ span: { start, end: start + numeral.length }, text: roman }];
  });
}

const allTables = (tables: readonly Table[]): readonly Table[] =>
  tables.flatMap((table) => [
    table,
    ...allTables(table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.tables))),
  ]);

/** Cells and quarters whose text can't stand there, and what it was likely read from: figures, Roman numerals. */
export function suggestFigures(
  document: Pick<SourceDocument, 'text' | 'blocks'>,
): readonly FigureSuggestion[] {
  const tables = allTables(document.blocks.filter((block) => block.kind === 'table'));
  return [...tables.flatMap((table) => inColumns(document.text, table)), ...inQuarters(document.text)];
}
