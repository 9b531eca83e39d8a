import { describe, expect, test } from 'vitest';
import { formatDate, formatNumber } from '../../src/report/language.js';

describe('dates', () => {
  test.each([
    ['2026-03-02', '02/3/2026', '2 Mar 2026'],
    ['2026-02-28', '28/02/2026', '28 Feb 2026'],
    ['2026-11-15', '15/11/2026', '15 Nov 2026'],
    ['2026-04', '4/2026', 'Apr 2026'],
    ['2026-01', '01/2026', 'Jan 2026'],
    ['2026', '2026', '2026'],
  ])('%s is written as the language has it', (date, vietnamese, english) => {
    expect(formatDate(date, 'vi')).toBe(vietnamese);
    expect(formatDate(date, 'en')).toBe(english);
  });
});

test('numbers have the language’s separators', () => {
  expect(formatNumber(1_234_567.5, 'vi')).toBe('1.234.567,5');
  expect(formatNumber(1_234_567.5, 'en')).toBe('1,234,567.5');
});
