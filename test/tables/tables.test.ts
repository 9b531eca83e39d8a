import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTableFile, tableFiles, trueTables } from '../../fixtures/build/tables-source.js';
import { createRecognizer } from '../../src/ingest/ocr/create-recognizer.js';
import type { Recognizer } from '../../src/ingest/ocr/recognizer.js';
import { needsProgram } from '../programs.js';
import { readTables, scoreFile, type TableForm } from './read-tables.js';
import { type FileScore, meanOf, tablesOf } from './score-tables.js';

const FILES = tableFiles();

const readAll = async (form: TableForm): Promise<readonly FileScore[]> => {
  const files: FileScore[] = [];
  for (const name of FILES) files.push(await scoreFile(name, form));
  return files;
};

describe('the measured tables', () => {
  const all = FILES.flatMap((name) => trueTables(readTableFile(name)));

  it('are forty or more, each with a name of its own and a kind', () => {
    expect(all.length).toBeGreaterThanOrEqual(40);
    expect(new Set(all.map((table) => table.name)).size).toBe(all.length);
    expect(all.filter((table) => table.kinds.length === 0)).toEqual([]);
  });
});

describe.each(['docx', 'pdf'] as const)('tables of a %s', (form) => {
  let files: readonly FileScore[] = [];
  beforeAll(async () => {
    files = await readAll(form);
  });

  it('are all found, and nothing else is taken for one', () => {
    const tables = files.flatMap((file) => file.tables);
    expect(tables.filter((table) => !table.found).map((table) => table.name)).toEqual([]);
    expect(files.flatMap((file) => file.extra)).toEqual([]);
  });

  it('have their grid', () => {
    const wrong = files.flatMap((file) => file.tables).filter((table) => table.topology < 0.98);
    expect(wrong.map(({ name, topology }) => ({ name, topology }))).toEqual([]);
    expect(meanOf(files).topology).toBeGreaterThanOrEqual(0.995);
  });

  it('have their text in its places', () => {
    const wrong = files.flatMap((file) => file.tables).filter((table) => table.content < 0.97);
    expect(wrong.map(({ name, content }) => ({ name, content }))).toEqual([]);
    expect(meanOf(files).content).toBeGreaterThanOrEqual(0.995);
  });

  it('know their head', () => {
    const wrong = files.flatMap((file) => file.tables).filter((table) => !table.headRight);
    expect(wrong.map((table) => table.name)).toEqual([]);
  });
});

describe('tables of a PDF', () => {
  it('know the pages that they stand on', async () => {
    const document = await readTables('pages', 'pdf');
    expect(tablesOf(document.blocks).map((table) => table.pages)).toEqual([
      [1, 2],
      [2, 3],
    ]);
  });

  it('are the less sure the more of their rulings had to be put in', async () => {
    const { tables } = await scoreFile('broken', 'pdf');
    const sure = (name: string): number => tables.find((table) => table.name === name)?.certainty ?? 0;
    expect(sure('broken-open-sides')).toBeGreaterThan(sure('broken-columns-only'));
    expect(sure('broken-columns-only')).toBeGreaterThan(sure('broken-head-rules'));
  });
});

describe('tables of scans', () => {
  let recognizer: Recognizer;
  beforeAll(async () => {
    recognizer = await createRecognizer({ engine: 'builtin' });
  });
  afterAll(async () => {
    await recognizer.close();
  });

  const SAMPLE = [
    { name: 'budget', form: '300', least: 0.97 },
    { name: 'nested', form: '200', least: 0.95 },
    { name: 'landscape', form: 'photo-sideways', least: 0.97 },
    { name: 'budget', form: 'photo-askew-sideways', least: 0.97 },
  ] as const;
  for (const { name, form, least } of SAMPLE)
    it(`of "${name}" have their grid in the form ${form}`, async (context) => {
      needsProgram(context, 'pdftoppm', ['-v']);
      const { tables, extra } = await scoreFile(name, form, recognizer);
      expect(extra).toEqual([]);
      expect(meanOf([{ tables, extra }]).topology).toBeGreaterThanOrEqual(least);
      expect(meanOf([{ tables, extra }]).content).toBeGreaterThanOrEqual(0.9);
    });
});
