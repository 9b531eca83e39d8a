import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTimings } from '../../src/extract/timing/parse-timings.js';
import { dateOf, dateText, numberOf, readValue, timingText, valueText } from '../../src/review/value-text.js';

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a value as text', () => {
  it('gives every day back that it wrote down', () => {
    fc.assert(
      fc.property(day, (iso) => {
        expect(dateOf(dateText(iso))).toBe(iso);
      }),
    );
  });

  it('reads half dates, and no day that the calendar lacks', () => {
    expect(dateOf('4/2026')).toBe('2026-04');
    expect(dateOf('2026')).toBe('2026');
    expect(dateOf('2026-04-15')).toBe('2026-04-15');
    for (const wrong of ['31/02/2026', '15/13/2026', '1/1/26', 'mai', '1/2/3/2026'])
      expect(dateOf(wrong)).toBeNull();
  });

  it('gives every number back that it wrote down', () => {
    const written = fc.oneof(
      fc.integer({ min: -1e12, max: 1e12 }),
      fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 8),
    );
    fc.assert(
      fc.property(written, (n) => {
        expect(numberOf(valueText('quantity', n))).toBeCloseTo(n, 3);
      }),
    );
    expect(numberOf('15.000.000 đồng')).toBe(15_000_000);
    expect(numberOf('mười lăm triệu')).toBeNull();
  });

  it('gives units back with their roles, in both languages', () => {
    const value = [
      { unit: 'Phòng TĐC', role: 'lead' },
      { unit: 'Các phòng, đơn vị thuộc Sở', role: 'coordinate' },
    ];
    const text = valueText('assignments', value);
    expect(readValue('assignments', text)).toEqual({ kind: 'value', value });
    expect(readValue('assignments', 'Phòng TĐC (lead)\nVăn phòng')).toEqual({
      kind: 'value',
      value: [
        { unit: 'Phòng TĐC', role: 'lead' },
        { unit: 'Văn phòng', role: 'implement' },
      ],
    });
  });

  it('takes a dash in a name that is no role for a part of the name', () => {
    const unit = 'Phòng Văn hóa – Thông tin';
    expect(readValue('assignments', `${unit} – phối hợp`)).toEqual({
      kind: 'value',
      value: [{ unit, role: 'coordinate' }],
    });
    expect(readValue('assignments', unit)).toEqual({ kind: 'value', value: [{ unit, role: 'implement' }] });
  });

  it('says what it expected of what it cannot read', () => {
    expect(readValue('issuedOn', 'hôm qua')).toEqual({ kind: 'unreadable', expected: 'date' });
    expect(readValue('amount', '12 x')).toEqual({ kind: 'unreadable', expected: 'number' });
    expect(readValue('signatory', 'Nguyễn Văn A')).toEqual({ kind: 'unreadable', expected: 'signatory' });
    expect(readValue('issuedOn', '')).toEqual({ kind: 'value', value: null });
  });
});

describe('a time as text', () => {
  const base = { label: null, start: null, end: null, frequency: null, times: null, conditional: false };
  const year = { start: '2026-01-01', end: '2026-12-31' };
  it.each([
    { ...base, start: '2026-01-01', end: '2026-03-31' },
    { ...base, start: '2026-04-01', end: '2026-09-30' },
    { ...base, start: '2026-02-01', end: '2026-02-28' },
    { ...base, start: '2026-07-01', end: '2026-08-31' },
    { ...base, ...year },
    { ...base, start: '2026-03-01', end: '2026-04-15' },
    { ...base, end: '2026-11-15' },
    { ...base, ...year, frequency: 'continuous' },
    { ...base, ...year, frequency: 'monthly' },
    { ...base, ...year, frequency: 'quarterly' },
    { ...base, ...year, frequency: 'half-yearly' },
    { ...base, ...year, frequency: 'yearly', times: 2 },
    { ...base, label: 'MTCL của Sở', end: '2026-02-15' },
  ] as const)('reads back what it wrote: %j', (timing) => {
    const text = timingText(timing);
    const read = parseTimings(text, 2026).map(({ label, start, end, frequency, times, conditional }) => ({
      label,
      start,
      end,
      frequency,
      times,
      conditional,
    }));
    expect(read, text).toEqual([timing]);
  });
});
