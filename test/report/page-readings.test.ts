import { describe, expect, it } from 'vitest';
import { PAGE_ROUTES } from '../../src/document/source-document.js';
import { LANGUAGES } from '../../src/report/language.js';
import { pageReadingText } from '../../src/report/page-readings.js';
import { recordOf } from './sample-audit.js';

type PageReadings = ReturnType<typeof recordOf>['source']['pageReadings'];
type PageReading = PageReadings[number];

const page = (number: number, reading: Partial<PageReading>): PageReading => ({
  page: number,
  width: 595,
  height: 842,
  method: 'text-layer',
  reason: 'as it is',
  confidence: 1,
  ...reading,
});

const textOf = (pageReadings: PageReadings, language: 'vi' | 'en' = 'vi'): string => {
  const record = recordOf('a.pdf', '');
  return pageReadingText({ ...record, source: { ...record.source, pageReadings } }, language);
};

describe('how pages were read', () => {
  it('is told of pages read alike together, with the reason', () => {
    const readings = [
      page(1, { route: 'good-text' }),
      page(2, { route: 'good-text' }),
      page(3, { route: 'legacy-text' }),
      page(4, { method: 'ocr', route: 'bad-recognition' }),
      page(5, { method: 'unreadable', route: 'no-text' }),
      page(6, { method: 'blank', route: 'blank' }),
      page(7, { route: 'good-text' }),
    ];
    expect(textOf(readings)).toBe(
      '1–2, 7: lớp chữ tốt; 3: lớp chữ ở bảng mã cũ, đã chuyển sang Unicode; ' +
        '4: nhận dạng từ ảnh (lớp chữ ẩn của lần nhận dạng trước không dùng được); ' +
        '5: không đọc được (không có lớp chữ); 6: trang trắng',
    );
    expect(textOf(readings.slice(3, 4), 'en')).toMatch(/^4: recognized from the image \(hidden text layer/u);
  });

  it('is told by the method alone where nothing was to be chosen, and not at all without pages', () => {
    expect(textOf([page(1, { method: 'ocr' })])).toBe('1: nhận dạng từ ảnh');
    expect(textOf([])).toBe('');
  });

  it('has words for every reason', () => {
    for (const language of LANGUAGES)
      for (const route of PAGE_ROUTES) expect(textOf([page(1, { route })], language)).toMatch(/^1: \p{L}/u);
  });
});
