import type { ReadNote, SourceDocument, Table } from '../document/source-document.js';

/** Of grids that are surer than this nine in ten are right; of others one in two. */
const SURE = 0.7;

const placeOf = ({ pages }: Table): string => {
  const [first, ...more] = pages;
  const last = more.at(-1);
  if (first === undefined) return '';
  return last === undefined ? ` ở trang ${first}` : ` ở trang ${first}–${last}`;
};

/** `document` with a note at each table whose rows and columns may have been found wrongly. */
export function noteUnsureTables(document: SourceDocument): SourceDocument {
  const notes = document.blocks.flatMap((block): readonly ReadNote[] => {
    if (block.kind !== 'table' || block.certainty >= SURE) return [];
    const share = Math.round(block.certainty * 100);
    const message = `Bảng${placeOf(block)} có hàng, cột chưa chắc đúng (độ tin cậy ${share}%); cần đối chiếu với bản gốc.`;
    return [{ code: 'unsure-table', message, page: block.pages[0] ?? null, span: block.span }];
  });
  return notes.length === 0 ? document : { ...document, notes: [...document.notes, ...notes] };
}
