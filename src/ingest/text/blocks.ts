import { headColumns, splitNumberFromDate } from './columns.js';
import { type Draft, type DraftParagraph, PLAIN_STYLE } from './draft.js';
import { neighbours } from './flattened/compounds.js';
import { flattenedTable } from './flattened/flattened-table.js';
import { splitLines, type TextLine } from './lines.js';
import { looksLikeMarkdown, withoutMarks } from './markdown.js';
import { measure } from './measure.js';
import { joinLines } from './paragraphs.js';
import { pipeTable, tabTable } from './tab-table.js';

/** The decoded text as drafts in reading order; lone page numbers come last. */
export function blocksOf(raw: string): { readonly drafts: readonly Draft[]; readonly markdown: boolean } {
  const lines = splitLines(raw);
  const markdown = looksLikeMarkdown(lines);
  const measured = measure(lines);
  const context = {
    measure: measured,
    neighbours: neighbours(
      lines.filter((line) => line.text.length >= (measured.width ?? 60) * 0.75).map((line) => line.text),
    ),
  };
  let looked = 0;
  const drafts: Draft[] = [];
  const pageNumbers: DraftParagraph[] = [];
  let pending: TextLine[] = [];
  const flush = (): void => {
    const joined = joinLines(pending, measured);
    drafts.push(...joined.paragraphs);
    pageNumbers.push(...joined.pageNumbers);
    pending = [];
  };
  for (let i = 0; i < lines.length; ) {
    const line = lines[i];
    if (line === undefined) break;
    const table = (markdown ? pipeTable(raw, lines, i) : null) ?? tabTable(raw, lines, i);
    if (table !== null) {
      flush();
      drafts.push(table.table);
      i = table.to;
      continue;
    }
    if (i >= looked) {
      const found = flattenedTable(raw, lines, i, context);
      if (found.kind === 'table') {
        flush();
        drafts.push(found.table);
        for (const piece of found.pageNumbers)
          pageNumbers.push({
            kind: 'paragraph',
            pieces: [piece],
            layer: 'header',
            style: PLAIN_STYLE,
            column: 0,
          });
        i = found.to;
        continue;
      }
      looked = found.to;
    }
    const columns = headColumns(raw, lines, i);
    if (columns !== null) {
      flush();
      drafts.push(...columns.paragraphs);
      i = columns.to;
      continue;
    }
    const clean = markdown ? withoutMarks(raw, line) : line;
    if (clean !== null) pending.push(...splitNumberFromDate(raw, clean));
    i++;
  }
  flush();
  return { drafts: [...drafts, ...pageNumbers], markdown };
}
