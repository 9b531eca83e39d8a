import type { Cell, Paragraph, Row, SourceDocument, Table, Word } from '../src/document/source-document.js';
import { contains, type Span } from '../src/document/span.js';

/** How far a box may reach over its page's edge, in points: rounding and glyphs that overhang. */
const BOX_TOLERANCE = 2;

class LawBroken extends Error {
  override readonly name = 'LawBroken';
}

function law(holds: boolean, what: string): asserts holds {
  if (!holds) throw new LawBroken(what);
}

const show = (span: Span): string => `[${span.start}, ${span.end})`;

/** In bounds, not reversed, and without white space at its ends. */
function assertSpan(text: string, span: Span, what: string): void {
  law(Number.isInteger(span.start) && Number.isInteger(span.end), `${what}: ${show(span)} is not whole`);
  law(
    0 <= span.start && span.start <= span.end && span.end <= text.length,
    `${what}: ${show(span)} is out of bounds 0..${text.length}`,
  );
  const slice = text.slice(span.start, span.end);
  law(slice === slice.trim(), `${what}: ${show(span)} has white space at an end: ${JSON.stringify(slice)}`);
}

/** Each in its parent (an empty one too: at an edge), in order, no two sharing a character. */
function assertInOrder(spans: readonly Span[], parent: Span, what: string): void {
  let end = parent.start;
  for (const [index, span] of spans.entries()) {
    law(
      contains(parent, span),
      `${what} ${index}: ${show(span)} is not in its parent ${show(parent)}${
        span.start === span.end ? ' (an empty span must be moved into its parent, too)' : ''
      }`,
    );
    law(span.start >= end, `${what} ${index}: ${show(span)} begins before the one in front ends (${end})`);
    end = span.end;
  }
}

function assertText(text: string): void {
  law(text === text.normalize('NFC'), 'the text is not NFC');
  const run = /\s{2,}/u.exec(text);
  law(
    run === null,
    `white space is not folded at ${run?.index}: ${JSON.stringify(text.slice((run?.index ?? 0) - 20).slice(0, 60))}`,
  );
  law(text === text.trim(), 'the text has white space at an end');
  law(!/[^\S \t\n]/u.test(text), 'the text has white space other than space, tab and line feed');
}

function assertParagraph(text: string, paragraph: Paragraph, what: string): void {
  const slice = text.slice(paragraph.span.start, paragraph.span.end);
  law(slice !== '', `${what} is empty`);
  law(!/[\n\t]/u.test(slice), `${what} holds a line feed or a tab: ${JSON.stringify(slice)}`);
  law(Number.isInteger(paragraph.column) && paragraph.column >= 0, `${what}: column ${paragraph.column}`);
  if (paragraph.label === null) return;
  assertSpan(text, paragraph.label, `${what}, label`);
  law(paragraph.label.start < paragraph.label.end, `${what}: its label is empty`);
  law(contains(paragraph.span, paragraph.label), `${what}: its label is not in it`);
}

function assertCell(text: string, cell: Cell, nested: boolean, what: string): void {
  for (const [index, span] of cell.paragraphs.entries())
    assertSpan(text, span, `${what}, paragraph ${index}`);
  assertInOrder(cell.paragraphs, cell.span, `${what}, paragraph`);
  assertInOrder(
    cell.tables.map((table) => table.span),
    cell.span,
    `${what}, table`,
  );
  law(cell.rowSpan >= 1 && cell.colSpan >= 1, `${what}: spans ${cell.rowSpan} x ${cell.colSpan}`);
  if (!nested)
    law(!/[\n\t]/u.test(text.slice(cell.span.start, cell.span.end)), `${what} holds a line feed or a tab`);
  for (const [index, table] of cell.tables.entries())
    assertTable(text, table, true, `${what}, table ${index}`);
}

/** Every grid place is taken at most once, and nothing reaches out of the grid. */
function assertGrid(table: Table, what: string): void {
  const taken = new Set<number>();
  for (const row of table.rows)
    for (const cell of row.cells) {
      const end = cell.column + cell.colSpan;
      law(
        cell.column >= 0 && end <= table.columns,
        `${what}: a cell ends in column ${end} of ${table.columns}`,
      );
      law(cell.row + cell.rowSpan <= table.rows.length, `${what}: a cell reaches below the last row`);
      for (let r = cell.row; r < cell.row + cell.rowSpan; r++)
        for (let c = cell.column; c < end; c++) {
          const place = r * table.columns + c;
          law(!taken.has(place), `${what}: two cells stand in row ${r}, column ${c}`);
          taken.add(place);
        }
    }
}

function assertRow(text: string, row: Row, index: number, nested: boolean, what: string): void {
  assertSpan(text, row.span, what);
  assertInOrder(
    row.cells.map((cell) => cell.span),
    row.span,
    `${what}, cell`,
  );
  let column = -1;
  for (const [place, cell] of row.cells.entries()) {
    assertSpan(text, cell.span, `${what}, cell ${place}`);
    law(cell.row === index, `${what}, cell ${place}: says row ${cell.row}`);
    law(cell.column > column, `${what}, cell ${place}: columns are not ascending`);
    column = cell.column;
    assertCell(text, cell, nested, `${what}, cell ${place}`);
  }
  if (nested) return;
  const filled = row.cells.filter((cell) => cell.span.start < cell.span.end);
  for (let i = 1; i < filled.length; i++) {
    const between = text.slice(filled[i - 1]?.span.end, filled[i]?.span.start);
    law(between === '\t', `${what}: cells are joined by ${JSON.stringify(between)}, not by a tab`);
  }
}

function assertTable(text: string, table: Table, nested: boolean, what: string): void {
  assertSpan(text, table.span, what);
  assertInOrder(
    table.rows.map((row) => row.span),
    table.span,
    `${what}, row`,
  );
  law(
    Number.isInteger(table.headRows) && table.headRows >= 0 && table.headRows <= table.rows.length,
    `${what}: ${table.headRows} head rows of ${table.rows.length}`,
  );
  law(table.certainty >= 0 && table.certainty <= 1, `${what}: certainty ${table.certainty}`);
  for (const [index, row] of table.rows.entries())
    assertRow(text, row, index, nested, `${what}, row ${index}`);
  assertGrid(table, what);
}

function assertWords(document: SourceDocument): void {
  const { text, words, pages } = document;
  const byNumber = new Map(pages.map((page) => [page.number, page]));
  let last: Word | undefined;
  for (const word of words) {
    const what = `word ${JSON.stringify(text.slice(word.span.start, word.span.end))} at ${show(word.span)}`;
    assertSpan(text, word.span, what);
    law(word.span.start < word.span.end, `${what} is empty`);
    law(last === undefined || word.span.start >= last.span.end, `${what} overlaps the one in front`);
    const page = byNumber.get(word.page);
    law(page !== undefined, `${what}: no page ${word.page}`);
    const [x0, y0, x1, y1] = word.box;
    law(word.box.every(Number.isFinite), `${what}: its box is not finite`);
    law(x0 <= x1 && y0 <= y1, `${what}: its box is reversed`);
    law(
      x0 >= -BOX_TOLERANCE &&
        y0 >= -BOX_TOLERANCE &&
        x1 <= page.width + BOX_TOLERANCE &&
        y1 <= page.height + BOX_TOLERANCE,
      `${what}: its box ${word.box.join(', ')} is not on its page (${page.width} x ${page.height})`,
    );
    law(word.confidence >= 0 && word.confidence <= 1, `${what}: confidence ${word.confidence}`);
    last = word;
  }
}

/**
 * Throws an Error that names the first law of SourceDocument that `document` breaks: the text is NFC with folded
 * white space; blocks, rows, cells, paragraphs and words are in bounds, in order, in their parents and don't overlap;
 * a paragraph or table row is one line, cells are joined by a tab; the grid of a table is taken at most once;
 * boxes lie on their page. An empty span (an empty cell) must lie in its parent, too.
 */
export function assertSpanLaws(document: SourceDocument): void {
  const { text, blocks, pages } = document;
  law(/^[0-9a-f]{64}$/u.test(document.sha256), `sha256 is ${JSON.stringify(document.sha256)}`);
  assertText(text);
  for (const [index, page] of pages.entries()) {
    law(page.number === (pages[index - 1]?.number ?? 0) + 1, `page ${page.number} is out of order`);
    law(page.confidence >= 0 && page.confidence <= 1, `page ${page.number}: confidence ${page.confidence}`);
  }
  assertInOrder(
    blocks.map((block) => block.span),
    { start: 0, end: text.length },
    'block',
  );
  for (const [index, block] of blocks.entries()) {
    const what = `${block.kind} (block ${index})`;
    assertSpan(text, block.span, what);
    if (block.kind === 'paragraph') {
      assertParagraph(text, block, what);
      continue;
    }
    assertTable(text, block, false, what);
    for (const number of block.pages)
      law(
        pages.some((page) => page.number === number),
        `${what}: no page ${number}`,
      );
  }
  assertWords(document);
  let end = 0;
  for (const segment of document.segments) {
    law(segment.clean >= end && segment.length > 0 && segment.raw >= 0, 'segments are out of order');
    end = segment.clean + segment.length;
    law(end <= text.length, 'a segment is out of bounds');
  }
  for (const note of document.notes) if (note.span !== null) assertSpan(text, note.span, `note ${note.code}`);
}
