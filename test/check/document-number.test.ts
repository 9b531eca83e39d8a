import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber, yearOfNumber } from '../../src/check/document-number.js';

describe('a document’s number', () => {
  it.each([
    ['19/2014/QĐ-TTg', { kind: 'state', serial: '19', year: 2014, head: 'QĐ', rest: ['TTg'] }],
    ['101/QĐ-BKHCN', { kind: 'state', serial: '101', year: null, head: 'QĐ', rest: ['BKHCN'] }],
    ['3003/BKHCN-TĐC', { kind: 'state', year: null, head: 'BKHCN', rest: ['TĐC'] }],
    ['27/2015/TTLT-BKHCN-BTC', { kind: 'state', year: 2015, head: 'TTLT', rest: ['BKHCN', 'BTC'] }],
    ['66.22/2026/NQ-CP', { kind: 'state', serial: '66.22', year: 2026 }],
    ['68/2006/QH11', { kind: 'assembly', year: 2006, term: 11 }],
    ['57-NQ/TW', { kind: 'party', serial: '57', code: 'NQ', organ: 'TW' }],
    ['402-CV/VPĐU', { kind: 'party', code: 'CV', organ: 'VPĐU' }],
  ])('%s is taken apart', (number, parts) => {
    expect(parseNumber(number)).toMatchObject(parts);
  });

  it.each(['', '19', '19/2014QĐ TTg', 'QĐ-BKHCN', '19/2014/', 'Luật 68'])('%s is none', (number) => {
    expect(parseNumber(number)).toBeNull();
  });

  it('reads any string in no time, and puts together what it took apart', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        parseNumber(text);
      }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99999 }),
        fc.option(fc.integer({ min: 1990, max: 2060 }), { nil: null }),
        fc.constantFrom('QĐ', 'TT', 'NĐ', 'KH', 'BKHCN'),
        fc.constantFrom('TTg', 'BTC', 'UBND', 'TĐC'),
        (serial, year, head, agency) => {
          const number = `${serial}/${year === null ? '' : `${year}/`}${head}-${agency}`;
          expect(parseNumber(number)).toEqual({
            kind: 'state',
            serial: String(serial),
            year,
            head,
            rest: [agency],
          });
          expect(yearOfNumber(number)).toBe(year);
        },
      ),
    );
  });
});
