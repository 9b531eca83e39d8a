import { foldVietnamese } from '../document/fold.js';
import type { Block, Cell, Paragraph, SourceDocument, Table } from '../document/source-document.js';
import type { Span } from '../document/span.js';

/**
 * A stretch of text that grammars read as one: a table cell, or body paragraphs between which the source's line
 * breaks cut a sentence (paragraph finding on a page is never perfect). Inside it "\n" counts as a space.
 */
export interface Passage {
  readonly span: Span;
  readonly inTable: boolean;
}

/** All tables of the document, nested ones after the table that holds them. */
export function tablesOf(document: SourceDocument): readonly Table[] {
  const found: Table[] = [];
  const visit = (table: Table): void => {
    found.push(table);
    for (const cell of cellsOf(table)) cell.tables.forEach(visit);
  };
  for (const block of document.blocks) if (block.kind === 'table') visit(block);
  return found;
}

/** A table's cells in reading order. */
export const cellsOf = (table: Table): readonly Cell[] => table.rows.flatMap((row) => row.cells);

const FORM = /cong hoa xa hoi chu nghia viet nam|doc lap\s*[-–]\s*tu do|noi nhan\s*:/u;

/** The head or the signature block that reached us as a table of columns (a tab-separated text's, say). */
function isForm(document: SourceDocument, table: Table): boolean {
  if (table.rows.length > 12 || table.columns > 4) return false;
  return FORM.test(foldVietnamese(document.text.slice(table.span.start, table.span.end)));
}

const PLAIN = { heading: null, align: null, bold: false, italic: false, fontSize: null } as const;

/** A form's cells as lines, column by column. */
const linesOf = (table: Table): readonly Paragraph[] =>
  cellsOf(table)
    .flatMap((cell) =>
      (cell.paragraphs.length > 0 ? cell.paragraphs : [cell.span]).map((span) => ({ span, cell })),
    )
    .filter(({ span }) => span.end > span.start)
    .map(({ span, cell }) => ({
      kind: 'paragraph',
      span,
      layer: 'body',
      style: PLAIN,
      label: null,
      column: cell.column + 1,
    }));

/** The lines of the plan's own text, in order: no running heads, no page numbers; a head in table form as its lines. */
export const bodyParagraphs = (document: SourceDocument): readonly Paragraph[] =>
  document.blocks.flatMap((block) => {
    if (block.kind === 'table') return isForm(document, block) ? linesOf(block) : [];
    return block.layer === 'header' || block.layer === 'footer' ? [] : [block];
  });

const STARTS_NEW = /^\s*(?:[-–•+*]\s|\p{Lu}|\(?[\p{L}\d]{1,4}[.)]\s|["“(])/u;
const ENDS_SENTENCE = /(?:[.;:!?]|\.\/\.)["”)]?\s*$/u;

function continues(text: string, before: Block, after: Block): boolean {
  if (before.kind === 'table' || after.kind === 'table') return false;
  if (before.layer !== after.layer || before.column !== after.column || after.label !== null) return false;
  if (before.style.heading !== null || after.style.heading !== null) return false;
  const head = text.slice(before.span.start, before.span.end);
  const next = text.slice(after.span.start, Math.min(after.span.end, after.span.start + 12));
  // a number or a range cut by the line's end: "19/2014/QĐ-" / "TTg"
  if (/[\p{L}\d][-/]$/u.test(head)) return true;
  return !ENDS_SENTENCE.test(head) && !STARTS_NEW.test(next);
}

/** The document's passages in text order; running heads and page numbers are in none. */
export function passagesOf(document: SourceDocument): readonly Passage[] {
  const passages: Passage[] = [];
  let open: { readonly span: Span; readonly last: Block }[] = [];
  const close = (): void => {
    for (const { span } of open) passages.push({ span, inTable: false });
    open = [];
  };
  for (const block of document.blocks) {
    if (block.kind === 'table') {
      close();
      for (const cell of cellsOf(block)) passages.push({ span: cell.span, inTable: true });
      continue;
    }
    if (block.layer === 'header' || block.layer === 'footer') continue;
    const [current] = open;
    if (current !== undefined && continues(document.text, current.last, block))
      open = [{ span: { start: current.span.start, end: block.span.end }, last: block }];
    else {
      close();
      open = [{ span: block.span, last: block }];
    }
  }
  close();
  return passages;
}
