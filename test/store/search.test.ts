import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import { comparable, parseQuery } from '../../src/store/search-query.js';
import type { Store } from '../../src/store/store.js';
import { matchText } from '../../src/store/text-match.js';
import { bareRecord } from './plan.js';

const PLANS = {
  'a.txt': 'Công bố lại hệ thống quản lý chất lượng\n1\tĐịnh kỳ rà soát\tPhòng Tổ chức',
  'b.txt': 'Hệ thống được công bố; rà soát lại vào tháng 3 theo Quyết định số 19/2014/QĐ-TTg',
  'c.txt': 'Cồng bồ lãi hề thồng',
  'd.txt': 'Uỷ ban nhân dân xã hoà nhã thoả thuận quý I',
};

let store: Store;
beforeEach(async () => {
  store = await openStore(':memory:');
  const runId = await store.startRun({ version: '0', pipelineVersion: 'p', asOf: null });
  for (const [file, text] of Object.entries(PLANS))
    await store.saveDocument({
      path: `/${file}`,
      file,
      record: bareRecord(file, text),
      pipelineVersion: 'p',
      checkKey: '',
      runId,
    });
});
afterEach(() => store.close());

const files = async (query: string): Promise<string[]> =>
  (await store.search(query, 10)).map((hit) => hit.file).sort();

describe('search', () => {
  it('finds words with any diacritics for a query without, đ included', async () => {
    expect(await files('cong bo lai he thong')).toEqual(['a.txt', 'b.txt', 'c.txt']);
    expect(await files('dinh ky')).toEqual(['a.txt']);
    expect(await files('DINH')).toEqual(['a.txt', 'b.txt']);
  });

  it('finds exactly the diacritics that a query has', async () => {
    expect(await files('công bố lại hệ thống')).toEqual(['a.txt', 'b.txt']);
    expect(await files('Cồng bồ')).toEqual(['c.txt']);
    expect(await files('đinh kỳ')).toEqual([]);
    expect(await files('ĐỊNH KỲ')).toEqual(['a.txt']);
    expect(await files('định'.normalize('NFD'))).toEqual(['a.txt', 'b.txt']);
  });

  it('puts the document first in which the words stand side by side', async () => {
    expect((await store.search('công bố lại hệ thống', 10)).map((hit) => hit.file)).toEqual([
      'a.txt',
      'b.txt',
    ]);
  });

  it('takes quoted words as side by side, and a number with its slashes as one', async () => {
    expect(await files('"công bố lại"')).toEqual(['a.txt']);
    expect(await files('"rà soát" thống')).toEqual(['a.txt', 'b.txt']);
    expect(await files('19/2014/QĐ-TTg')).toEqual(['b.txt']);
    expect(await files('19/2014/qd-ttg')).toEqual(['b.txt']);
  });

  it('finds either school of placing the tone', async () => {
    expect(await files('ủy ban')).toEqual(['d.txt']);
    expect(await files('thỏa thuận hòa')).toEqual(['d.txt']);
    expect(await files('quý')).toEqual(['d.txt']);
  });

  it('finds a file by its name', async () => {
    expect(await store.search('c.txt', 5)).toMatchObject([{ file: 'c.txt', spans: [] }]);
  });

  it('says where in the text the words stand', async () => {
    const [hit] = await store.search('dinh ky', 5);
    const text = PLANS['a.txt'];
    expect(hit?.spans.map(({ start, end }) => text.slice(start, end))).toEqual(['Định kỳ']);
    expect(hit?.snippet.highlights.map(({ start, end }) => hit.snippet.text.slice(start, end))).toEqual([
      'Định kỳ',
    ]);
    expect(hit?.snippet.text).not.toMatch(/[\t\n]/u);
  });

  it('takes any input as words, never as syntax', async () => {
    for (const query of ['', '"', '*', 'written:', 'a OR', 'NEAR(', '-', "' or 1=1", '^', '"" ""'])
      await expect(store.search(query, 5)).resolves.toBeInstanceOf(Array);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 30 }), async (query) => {
        await store.search(query, 5);
      }),
    );
  });
});

describe('places of a hit', () => {
  const word = fc.constantFrom('Công', 'công', 'cồng', 'bố', 'Định', 'đình', 'hoà', 'hòa', 'uỷ', '19', 'QĐ');
  const text = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '));

  it('are in bounds, in order, and read as the query does', () => {
    fc.assert(
      fc.property(text, fc.array(word, { minLength: 1, maxLength: 3 }), (body, asked) => {
        const query = parseQuery(asked.join(' '));
        if (query === null) throw new Error('words are a query');
        const { spans, snippet } = matchText(body, query);
        let at = 0;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = start + 1;
          const found = comparable(body.slice(start, end), query.column);
          expect([...query.phrases, query.loose].map((phrase) => phrase.join(' '))).toContain(found);
        }
        for (const { start, end } of snippet.highlights)
          expect([...query.phrases, query.loose].map((phrase) => phrase.join(' '))).toContain(
            comparable(snippet.text.slice(start, end), query.column),
          );
      }),
    );
  });

  it('stay the same length when text is made comparable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
        const body = raw.normalize('NFC');
        expect(comparable(body, 'written')).toHaveLength(body.length);
        expect(comparable(body, 'folded')).toHaveLength(body.length);
      }),
    );
  });
});
