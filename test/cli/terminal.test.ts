import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cutToWidth,
  displayWidth,
  graphemes,
  padToWidth,
  wrapToWidth,
} from '../../src/cli/terminal/display-width.js';
import { markPlace } from '../../src/cli/terminal/mark-place.js';
import { printable } from '../../src/cli/terminal/printable.js';
import { renderTable } from '../../src/cli/terminal/table.js';

const vietnamese = fc.string({
  unit: fc.constantFrom('a', 'ế', 'e\u0302\u0301', ' ', '漢', '😀', '\u200B', 'Đ', '\t'),
});

describe('the width of text in a terminal', () => {
  test('is the same for precomposed and combining letters', () => {
    const text = 'Quyết định số 19/2014/QĐ-TTg';
    expect(displayWidth(text)).toBe(28);
    expect(displayWidth(text.normalize('NFD'))).toBe(28);
  });

  test('counts two for wide characters and none for invisible ones', () => {
    expect([displayWidth('漢字'), displayWidth('😀'), displayWidth('\u200B'), displayWidth('')]).toEqual([
      4, 2, 0, 0,
    ]);
  });

  test('is never passed by cut, padded or wrapped text', () => {
    fc.assert(
      fc.property(vietnamese, fc.integer({ min: 2, max: 30 }), (text, width) => {
        expect(displayWidth(cutToWidth(text, width))).toBeLessThanOrEqual(width);
        expect(displayWidth(padToWidth(cutToWidth(text, width), width))).toBe(width);
        for (const line of wrapToWidth(text, width)) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(wrapToWidth(text, width).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});

describe('a marked place', () => {
  const mark = (text: string, quote: string, width: number) => {
    const start = text.indexOf(quote);
    return markPlace(text, { start, end: start + quote.length }, width);
  };

  test('has its marker under the words', () => {
    expect(mark('dòng đầu\ntheo quy đinh mới\nsau', 'quy đinh', 40)).toEqual({
      line: 'theo quy đinh mới',
      marker: '     ^~~~~~~~',
    });
  });

  test('has its marker under combining and wide characters too', () => {
    expect(mark('漢 theo quy đinh'.normalize('NFD'), 'quy', 40)).toEqual({
      line: '漢 theo quy đinh'.normalize('NFD'),
      marker: '        ^~~',
    });
  });

  test('is shown in a window of its line where the line is long', () => {
    const { line, marker } = mark(`${'trước '.repeat(40)}quy đinh${' sau'.repeat(40)}`, 'quy đinh', 40);
    expect(displayWidth(line)).toBeLessThanOrEqual(40);
    expect(line).toMatch(/^….*quy đinh.*…$/u);
    expect(line.slice(marker.indexOf('^'), marker.length)).toBe('quy đinh');
  });

  test('is marked to the end of its first line where it goes on', () => {
    expect(markPlace('một hai\nba bốn', { start: 4, end: 10 }, 40)).toEqual({
      line: 'một hai',
      marker: '    ^~~',
    });
  });

  test('shows the borders of cells for tabs', () => {
    expect(mark('1\tĐánh giá\tQuý V', 'Quý V', 40).line).toBe('1│Đánh giá│Quý V');
  });

  test('fits the width and marks the span, whatever line and span', () => {
    fc.assert(
      fc.property(
        vietnamese,
        fc.nat(40),
        fc.nat(40),
        fc.integer({ min: 12, max: 40 }),
        (text, a, b, width) => {
          const span = { start: Math.min(a, b, text.length), end: Math.min(Math.max(a, b), text.length) };
          const { line, marker } = markPlace(text, span, width);
          expect(displayWidth(line)).toBeLessThanOrEqual(width);
          expect(marker).toMatch(/^ *[\^~]~*$/u);
          expect(marker.length).toBeLessThanOrEqual(width + 1);
        },
      ),
    );
  });
});

test('nothing of a document can command the terminal', () => {
  const text = '\u001B[2J\u001B]0;x\u0007 a\u202Eb\u009B31m\r\n';
  expect(printable(text)).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202E]/u);
  expect(printable(text)).toHaveLength(text.length);
});

test('a table keeps its columns under one another and the width it is given', () => {
  const lines = renderTable(
    [
      { head: 'Tệp', flexible: true },
      { head: 'Lỗi', align: 'right' },
    ],
    [
      ['kế-hoạch-rất-dài-của-một-sở.pdf', '12'],
      ['漢字.pdf', '3'],
    ],
    24,
  );
  for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(24);
  const ends = lines.map((line) => graphemes(line).reduce((sum, { width }) => sum + width, 0));
  expect(new Set(ends).size).toBe(1);
  expect(lines[2]).toContain('…');
});
