import type { AuditedDocument, AuditResult } from '../../record/audit-result.js';
import { type CheckedDocument, documentState, pageList, uncheckedPages } from '../document-state.js';
import { signatoryText } from '../field-text.js';
import type { Language } from '../language.js';
import { messages } from '../messages/messages.js';
import { countSeverities } from '../severity.js';
import { dateCell, numberCell, textCell } from './cell.js';
import { type SheetColumn, type SheetContent, sheetOf } from './sheet.js';

/** One row a file, those that could not be read among them. */
export function documentsSheet(result: AuditResult, language: Language): SheetContent {
  const say = messages(language);
  const of =
    <Value>(pick: (document: CheckedDocument) => Value) =>
    (document: AuditedDocument): Value | null =>
      document.kind === 'checked' ? pick(document) : null;
  const text = (
    head: string,
    width: number,
    pick: (document: CheckedDocument) => string | null,
  ): SheetColumn<AuditedDocument> => ({
    head,
    width,
    cell: (document) => textCell(of(pick)(document)),
  });
  const count = (
    head: string,
    pick: (document: CheckedDocument) => number | null,
    format = '#,##0',
  ): SheetColumn<AuditedDocument> => ({
    head,
    width: 9,
    cell: (document) => numberCell(of(pick)(document), format),
  });
  const columns: readonly SheetColumn<AuditedDocument>[] = [
    { head: say.column.file, width: 28, cell: (document) => textCell(document.file) },
    { head: say.column.state, width: 14, cell: (document) => textCell(say.state[documentState(document)]) },
    count(say.severity.error, ({ record }) => countSeverities(record.findings).error),
    count(say.severity.warning, ({ record }) => countSeverities(record.findings).warning),
    count(say.severity.notice, ({ record }) => countSeverities(record.findings).notice),
    text(say.column.unit, 24, ({ record }) => record.header.issuingAgency),
    text(say.column.parent, 20, ({ record }) => record.header.parentAgency),
    text(say.column.number, 17, ({ record }) => record.header.number),
    {
      head: say.column.date,
      width: 12,
      cell: (document) => dateCell(of(({ record }) => record.header.issuedOn)(document)),
    },
    count(say.column.year, ({ record }) => record.header.planYear, '0'),
    text(say.column.subject, 38, ({ record }) => record.header.subject),
    text(say.column.signatory, 22, ({ record }) => signatoryText(record.header)),
    count(say.column.pages, ({ record }) => record.source.pages),
    text(say.column.method, 14, ({ record }) => say.method[record.source.method]),
    text(say.column.uncheckedPages, 11, ({ record }) => pageList(uncheckedPages(record))),
    count(say.column.confirmed, ({ record }) => record.review?.confirmed ?? null),
    count(say.column.corrected, ({ record }) => record.review?.corrected ?? null),
    {
      head: say.column.reason,
      width: 20,
      cell: (document) =>
        textCell(document.kind === 'failed' ? say.failure[document.failure.reason].reason : null),
    },
    { head: say.column.path, width: 26, cell: (document) => textCell(document.path) },
    {
      head: say.column.sha256,
      width: 15,
      cell: (document) => textCell(document.sha256?.slice(0, 12) ?? null),
    },
  ];
  return sheetOf(say.sheet.documents, columns, result.documents);
}
