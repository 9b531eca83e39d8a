import { expect, it } from 'vitest';
import type { SourceDocument, Table } from '../../src/document/source-document.js';
import { noteUnsureTables } from '../../src/ingest/unsure-tables.js';

const table = (certainty: number, pages: readonly number[]): Table => ({
  kind: 'table',
  span: { start: 0, end: 0 },
  columns: 0,
  headRows: 0,
  rows: [],
  pages,
  origin: 'aligned',
  certainty,
});
const document = (tables: readonly Table[]): SourceDocument => ({
  file: 'a.pdf',
  sha256: '',
  mediaType: 'application/pdf',
  method: 'pdf-text',
  text: '',
  pages: [],
  words: [],
  blocks: tables,
  segments: [],
  notes: [],
});

it('names tables whose grid is unsure, with their pages, and no others', () => {
  const { notes } = noteUnsureTables(document([table(0.95, [1]), table(0.6, [2, 3]), table(0.5, [])]));
  expect(notes.map(({ code, page }) => [code, page])).toEqual([
    ['unsure-table', 2],
    ['unsure-table', null],
  ]);
  expect(notes[0]?.message).toContain('trang 2–3');
  expect(notes[0]?.message).toContain('60%');
});
