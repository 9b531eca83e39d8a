import { describe, expect, it } from 'vitest';
import { wordsOfTsv } from '../../../src/ingest/ocr/engine/engine.js';

const row = (...fields: readonly (string | number)[]): string => fields.join('\t');

describe("the recognizer's table", () => {
  it('gives words with boxes and confidence, other levels passed over', () => {
    const tsv = [
      row(
        'level',
        'page_num',
        'block_num',
        'par_num',
        'line_num',
        'word_num',
        'left',
        'top',
        'width',
        'height',
        'conf',
        'text',
      ),
      row(4, 1, 1, 1, 1, 0, 10, 20, 300, 40, -1, ''),
      row(5, 1, 1, 1, 1, 1, 10, 20, 30, 40, 96.5, 'Quy\u0301'),
      row(5, 1, 1, 1, 1, 2, 50, 20, 30, 40, 0, ' '),
      row(5, 1, 1, 1, 1, 3, 90, 20, 30),
    ].join('\n');
    expect(wordsOfTsv(tsv)).toEqual([{ text: 'Quý', x0: 10, y0: 20, x1: 40, y1: 60, confidence: 0.965 }]);
  });

  it.each([
    ['Q\u00D0Đ-TTg', 'QĐ-TTg'],
    ['17\u20444/2023', '17/4/2023'],
  ])('writes %s with the letters and signs of Vietnamese type: %s', (read, expected) => {
    const tsv = row(5, 1, 1, 1, 1, 1, 0, 0, 9, 9, 90, read);
    expect(wordsOfTsv(tsv).map((word) => word.text)).toEqual([expected]);
  });
});
