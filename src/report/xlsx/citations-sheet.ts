import type { AuditResult } from '../../record/audit-result.js';
import type { Citation } from '../../record/fields.js';
import { checkedDocuments } from '../document-state.js';
import { locatorsText } from '../field-text.js';
import type { Language } from '../language.js';
import { messages } from '../messages/messages.js';
import { dateCell, numberCell, textCell } from './cell.js';
import { type SheetColumn, type SheetContent, sheetOf } from './sheet.js';

/** One row a mention of a document. */
export function citationsSheet(result: AuditResult, language: Language): SheetContent {
  const say = messages(language);
  const rows = checkedDocuments(result).flatMap(({ file, record }) =>
    record.citations.map((citation): { file: string; citation: Citation } => ({ file, citation })),
  );
  const columns: readonly SheetColumn<(typeof rows)[number]>[] = [
    { head: say.column.file, width: 24, cell: (row) => textCell(row.file) },
    { head: say.citation.type, width: 14, cell: ({ citation }) => textCell(citation.type) },
    { head: say.citation.number, width: 18, cell: ({ citation }) => textCell(citation.number) },
    { head: say.citation.issuedOn, width: 13, cell: ({ citation }) => dateCell(citation.issuedOn) },
    { head: say.citation.issuer, width: 24, cell: ({ citation }) => textCell(citation.issuer) },
    { head: say.citation.title, width: 48, cell: ({ citation }) => textCell(citation.title) },
    {
      head: say.citation.locators,
      width: 18,
      cell: ({ citation }) => textCell(locatorsText(citation, language)),
    },
    { head: say.citation.role, width: 13, cell: ({ citation }) => textCell(say.role[citation.role]) },
    {
      head: say.citation.short,
      width: 10,
      cell: ({ citation }) => textCell(citation.short ? say.yes : say.no),
    },
    {
      head: say.column.page,
      width: 8,
      cell: ({ citation }) => numberCell(citation.location[0]?.page ?? null),
    },
    { head: say.column.raw, width: 48, cell: ({ citation }) => textCell(citation.raw) },
  ];
  return sheetOf(say.sheet.citations, columns, rows);
}
