import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { buildRecord } from '../../src/check/cases/build-record.js';
import type { PartialRecord } from '../../src/check/cases/partial-record.js';
import { check } from '../../src/check/check.js';
import { checkRegistry } from '../../src/check/registers/check/check-registry.js';
import { defaultRulesDir, loadRegisters } from '../../src/check/registers/load-registers.js';
import { RegisterError } from '../../src/check/registers/register-error.js';
import { importRegistry } from '../../src/run/import-registry.js';

const made: string[] = [];
afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true });
});

function folder(files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'own-rules-'));
  made.push(dir);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(dir, name, '..'), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  return dir;
}

const LOCAL = `documents:
  - { number: 37/2021/QĐ-UBND, type: Quyết định, issuer: UBND tỉnh An Giang, issuedOn: 2021-08-16, source: [cong-bao], confidence: 2 }
`;
const SOURCES = 'sources: { cong-bao: Công báo tỉnh An Giang }\n';

const citing = (place: string): PartialRecord => ({
  header: { parentAgency: `UBND TỈNH ${place.toUpperCase()}`, place },
  citations: [
    {
      raw: 'Quyết định số 37/2021/QĐ-UBND ngày 06/8/2021 của UBND tỉnh',
      type: 'Quyết định',
      number: '37/2021/QĐ-UBND',
      issuedOn: '2021-08-06',
      issuer: 'UBND tỉnh',
    },
  ],
});
const rulesOn = (part: PartialRecord, dir: string) =>
  check(buildRecord(part), loadRegisters(dir)).map(({ ruleId, severity }) => `${ruleId} ${severity}`);

describe('a folder of an office’s own rules', () => {
  it('lies over the program’s and adds what it holds', () => {
    const dir = folder({ 'documents.yaml': LOCAL, 'sources.yaml': SOURCES });
    const own = loadRegisters(dir);
    expect(own.documents.length).toBe(loadRegisters().documents.length + 1);
    expect(own.sources['cong-bao']).toBe('Công báo tỉnh An Giang');
    expect(rulesOn(citing('An Giang'), dir)).toEqual(['citation/date-mismatch error']);
    expect(rulesOn(citing('An Giang'), defaultRulesDir())).toEqual([]);
  });

  it('does not judge plans of other provinces by a local document', () => {
    const dir = folder({ 'documents.yaml': LOCAL, 'sources.yaml': SOURCES });
    expect(rulesOn(citing('Cà Mau'), dir)).toEqual([]);
  });

  it('takes the place of entries of the same key and joins lists of words', () => {
    const dir = folder({
      'units.yaml': 'commonNames: [Phòng Quản lý Rạn san hô]\nshortForms: [{ short: UBND, long: Ủy ban }]\n',
    });
    const { units } = loadRegisters(dir);
    expect(units.commonNames).toContain('Phòng Quản lý Rạn san hô');
    expect(units.commonNames).toContain('Sở Tài chính');
    expect(units.shortForms.filter(({ short }) => short === 'UBND')).toEqual([
      { short: 'UBND', long: 'Ủy ban' },
    ]);
  });

  it('makes rules milder or silent, never graver', () => {
    const misspelled = { text: 'thực hiện theo quy đinh' };
    const tuned = (severity: string): string =>
      folder({ 'tuning.yaml': `severities: { text/misspelling: ${severity} }\n` });
    expect(rulesOn(misspelled, tuned('notice'))).toEqual(['text/misspelling notice']);
    expect(rulesOn(misspelled, tuned('off'))).toEqual([]);
    expect(
      rulesOn(
        { tasks: [{ content: 'A' }] },
        folder({ 'tuning.yaml': 'severities: { task/missing-unit: error }\n' }),
      ),
    ).toContain('task/missing-unit warning');
  });

  it('holds rules of three kinds that the office writes itself', () => {
    const head = (kind: string): string =>
      `kind: ${kind}, severity: warning, title: { vi: T, en: T }, message: { vi: M, en: M }, source: S`;
    const dir = folder({
      'own/a.yaml': `rules:
  - { id: own/no, ${head('forbidden-phrase')}, phrases: [máy photocopy] }
  - { id: own/must, ${head('required-phrase')}, phrases: [ISO điện tử] }
  - { id: own/basis, ${head('required-basis')}, number: 19/2014/QĐ-TTg }
  - { id: own/later, ${head('required-phrase')}, phrases: [gì đó], from: 2027-01-01 }
`,
    });
    expect(rulesOn({ text: 'Mua Máy photocopy.' }, dir).sort()).toEqual(
      ['own/basis warning', 'own/must warning', 'own/no warning'].sort(),
    );
    const sound = {
      text: 'ISO điện tử; Quyết định số 19/2014/QĐ-TTg',
      citations: [{ raw: 'Quyết định số 19/2014/QĐ-TTg', number: '19/2014/QĐ-TTg' }],
    };
    expect(rulesOn(sound, dir)).toEqual([]);
  });

  it.each([
    ['an unknown kind', 'own/a.yaml', 'rules: [{ id: own/x, kind: regex }]', 'kind'],
    ['a file that is no register', 'document.yaml', 'documents: []', 'documents.yaml'],
    ['an unknown key', 'units.yaml', 'comonNames: []', 'comonNames'],
    ['a source that nobody names', 'documents.yaml', LOCAL, 'cong-bao'],
    ['an entry twice', 'documents.yaml', `${LOCAL}${LOCAL.split('\n')[1]}\n`, 'twice'],
  ])('is refused with %s, by file and line', (_, name, text, expected) => {
    const dir = folder({ [name]: text, ...(expected === 'twice' ? { 'sources.yaml': SOURCES } : {}) });
    expect(() => loadRegisters(dir)).toThrow(RegisterError);
    expect(() => loadRegisters(dir)).toThrow(
      new RegExp(`${name.replace('/', '[/\\\\]')}:\\d+:\\d+: .*${expected}`, 'u'),
    );
  });
});

describe('checking a registry', () => {
  it('finds nothing in the program’s own', () => {
    expect(checkRegistry(defaultRulesDir())).toEqual([]);
  });

  it('finds contradictions with their file, line and column', () => {
    const dir = folder({
      'sources.yaml': SOURCES,
      'documents.yaml': `documents:
  - { number: 19/2014/QĐ-TTg, type: Quyết định, issuedOn: 2014-03-06, source: [cong-bao], confidence: 1 }
  - { number: 5/2024/QĐ-UBND, type: Quyết định, issuedOn: 2023-01-01, source: [cong-bao], confidence: 1 }
  - { number: 6/QĐ-UBND, type: Quyết định, issuedOn: 2024-01-01, effectiveTo: 2024-06-01, replacedBy: [7/QĐ-UBND], source: [cong-bao], confidence: 1 }
  - { number: 7/QĐ-UBND, type: Quyết định, issuedOn: 2022-01-01, source: [cong-bao], confidence: 1 }
`,
      'units.yaml':
        'shortForms: [{ short: QQ, long: Một }]\nagencies: [{ name: Sở A, to: 2025-01-01, successor: Sở B, source: [cong-bao], confidence: 1 }, { name: Sở B, to: 2024-01-01, source: [cong-bao], confidence: 1 }]\n',
    });
    const found = checkRegistry(dir).map(
      ({ file, line, what }) => `${file.slice(dir.length + 1)}:${line} ${what.en}`,
    );
    expect(found).toEqual([
      expect.stringMatching(/^documents\.yaml:3 .*bears the year 2024/u),
      expect.stringMatching(/^documents\.yaml:4 .*cannot replace/u),
      expect.stringMatching(/^units\.yaml:2 Sở A ended/u),
      expect.stringMatching(/^documents\.yaml:2 .*the program's register has "2014-03-05"/u),
    ]);
  });

  it('finds every break of a file’s form', () => {
    const dir = folder({
      'documents.yaml': `documents:
  - { number: 5/QĐ-UBND, type: Quyết định, issuedOn: 2024-02-30, source: [general], confidence: 1 }
  - { number: 6/QĐ-UBND, type: Quyết định, confidence: 1 }
`,
    });
    expect(checkRegistry(dir).map(({ line, what }) => [line, what.en])).toEqual([
      [2, expect.stringContaining('calendar')],
      [3, expect.stringContaining('source')],
    ]);
  });
});

describe('importing a table', () => {
  const table = (text: string): string => join(folder({ 'table.csv': text }), 'table.csv');

  it('makes register files that load, and adds to them without touching the rest', async () => {
    const dir = folder({ 'units.yaml': '# ours\ncommonNames: [Phòng A B]\n' });
    const documents = table(
      '\uFEFFSố, ký hiệu;Loại;Ngày ban hành;Nguồn\n37/2021/QĐ-UBND;Quyết định;16/8/2021;Công báo\n',
    );
    expect(await importRegistry(documents, 'table.csv', dir)).toMatchObject({
      kind: 'written',
      count: { added: 1 },
    });
    const units = table('name,short,to\nPhòng Công nghệ ngành,PCNN,2024-12-31\n');
    await importRegistry(units, 'units.csv', dir);
    expect(checkRegistry(dir)).toEqual([]);
    const own = loadRegisters(dir);
    expect(own.documentByNumber.get('37/2021/QĐ-UBND')?.issuedOn).toBe('2021-08-16');
    expect(own.units.agencies.some(({ name }) => name === 'Phòng Công nghệ ngành')).toBe(true);
    expect(own.units.commonNames).toContain('Phòng A B');
  });

  it('says what changed the second time', async () => {
    const dir = folder({});
    const text = 'number,type,issuedOn\n1/QĐ-A,Quyết định,2024-01-02\n2/QĐ-A,Quyết định,2024-01-03\n';
    await importRegistry(table(text), 'a.csv', dir);
    const again = table(text.replace('2024-01-03', '2024-01-04'));
    expect(await importRegistry(again, 'a.csv', dir)).toMatchObject({
      count: { added: 0, changed: 1, same: 1 },
    });
  });

  it('writes nothing where a cell is wrong, and names line and column of all', async () => {
    const dir = folder({});
    const bad = table('number,Loại,Ngày ban hành\n5/QĐ-A,Quyết định,31/02/2024\n,Quyết định,2024-01-01\n');
    const outcome = await importRegistry(bad, 'bad.csv', dir);
    expect(outcome.kind).toBe('refused');
    if (outcome.kind === 'refused')
      expect(outcome.problems.map(({ line, column }) => [line, column])).toEqual([
        [2, 3],
        [3, 1],
      ]);
    expect(() => loadRegisters(join(dir, 'documents.yaml'))).toThrow(RegisterError);
  });
});
