import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TextChange, wordChanges } from '../../../src/report/annotate/word-diff.js';

function applied(text: string, changes: readonly TextChange[]): string {
  let out = '';
  let at = 0;
  for (const { span, text: right } of changes) {
    out += text.slice(at, span.start) + right;
    at = span.end;
  }
  return out + text.slice(at);
}

describe('the smallest changes in whole words', () => {
  test.each([
    ['TCVN 9001:2015', 'TCVN ISO 9001:2015', [['', 'ISO ']]],
    ['theo theo', 'theo', [[' theo', '']]],
    ['triễn khai', 'triển khai', [['triễn', 'triển']]],
    [
      'ngày 5 tháng 1 năm 2024',
      'ngày 05 tháng 01 năm 2024',
      [
        ['5', '05'],
        ['1', '01'],
      ],
    ],
    ['đơnvị', 'đơn vị', [['đơnvị', 'đơn vị']]],
    ['một hai ba', 'một bốn năm', [['hai ba', 'bốn năm']]],
    ['như cũ', 'như cũ', []],
    [
      'Sở Thông tin và Truyền thông',
      'Sở Khoa học và Công nghệ',
      [['Thông tin và Truyền thông', 'Khoa học và Công nghệ']],
    ],
  ])('%s -> %s', (written, right, wanted) => {
    const changes = wordChanges(written, right);
    expect(changes.map(({ span, text }) => [written.slice(span.start, span.end), text])).toEqual(wanted);
  });

  test('leaves words that differ in case alone where asked', () => {
    expect(wordChanges('hệ thống Quản lý 2015', 'Hệ thống quản lý 2008', true)).toEqual([
      { span: { start: 17, end: 21 }, text: '2008' },
    ]);
  });

  test('give the right text whatever stands there', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'Tám', '9001:2015', 'quy'), { maxLength: 12 });
    const text = words.map((list) => list.join(' '));
    fc.assert(
      fc.property(text, text, (written, right) => {
        const changes = wordChanges(written, right);
        expect(applied(written, changes)).toBe(right);
        for (const [i, change] of changes.entries())
          expect(change.span.start).toBeGreaterThanOrEqual(changes[i - 1]?.span.end ?? 0);
      }),
    );
  });
});
