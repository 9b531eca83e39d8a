import { describe, expect, it } from 'vitest';
import { buildRecord } from '../../src/check/cases/build-record.js';
import type { PartialRecord } from '../../src/check/cases/partial-record.js';
import { checkSet } from '../../src/check/check-set.js';
import { loadRegisters } from '../../src/check/registers/load-registers.js';

const registers = loadRegisters();

const citing = (file: string, day: string, number = '88/QĐ-UBND', place = 'An Giang'): PartialRecord => ({
  source: { file },
  header: { parentAgency: `UBND TỈNH ${place.toUpperCase()}`, place },
  citations: [
    {
      raw: `Quyết định số ${number} ngày ${day} của UBND tỉnh`,
      type: 'Quyết định',
      number,
      issuedOn: day,
      issuer: 'UBND tỉnh',
    },
  ],
});

const found = (parts: readonly PartialRecord[]) => {
  const records = parts.map(buildRecord);
  const bySha = checkSet(records, registers);
  return records.map((record) => bySha.get(record.source.sha256) ?? []);
};

describe('checkSet', () => {
  it('names the odd one out, with how many say otherwise', () => {
    const [a, b, c] = found([
      citing('a.docx', '2024-02-05'),
      citing('b.docx', '2024-02-05'),
      citing('c.docx', '2024-05-02'),
    ]);
    expect(a).toEqual([]);
    expect(b).toEqual([]);
    expect(c).toMatchObject([{ ruleId: 'citation/inconsistent', severity: 'error' }]);
    expect(c?.[0]?.message).toContain('2 văn bản khác ghi 05/02/2024');
  });

  it('does not compare provinces with each other', () => {
    expect(
      found([citing('a', '2024-02-05'), citing('b', '2024-05-02', '88/QĐ-UBND', 'Tây Ninh')]).flat(),
    ).toEqual([]);
  });

  it('does not take a number of another year for the same document', () => {
    expect(found([citing('a', '2024-02-05'), citing('b', '2023-05-02')]).flat()).toEqual([]);
  });

  it('compares numbers of the centre over provinces', () => {
    const records = [
      citing('a', '2023-02-05', '5/2023/TT-BNV'),
      citing('b', '2023-02-05', '5/2023/TT-BNV', 'Tây Ninh'),
      citing('c', '2023-12-05', '5/2023/TT-BNV', 'Cà Mau'),
    ];
    expect(found(records).map((findings) => findings.length)).toEqual([0, 0, 1]);
  });

  it('leaves to the register what the register knows, and one document to check', () => {
    expect(
      found([
        citing('a', '2014-03-05', '19/2014/QĐ-TTg'),
        citing('b', '2014-05-03', '19/2014/QĐ-TTg'),
      ]).flat(),
    ).toEqual([]);
    expect(found([citing('a', '2024-02-05')]).flat()).toEqual([]);
  });
});
