import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLocators } from '../../src/extract/citation/locator.js';
import { findNumbers } from '../../src/extract/citation/number.js';
import { extractPlan } from '../../src/extract/extract-plan.js';
import { parseMoney } from '../../src/extract/money/parse-money.js';
import { parseTimings } from '../../src/extract/timing/parse-timings.js';
import { readAssignments } from '../../src/extract/unit/read-assignments.js';
import { PlanRecordSchema } from '../../src/record/plan-record.js';
import { assertRecordLaws } from '../record-laws.js';
import { documentOf } from './document-of.js';

const PIECES = [
  'Căn cứ ', 'Thực hiện ', 'Quyết định số ', 'Thông tư ', 'Luật ', '19/2014/QĐ-TTg', '26/TT-BKHCN', ' ngày 05/3/2014', ' ngày   tháng  năm 2026', ' của Bộ Tài chính',
  ' về việc áp dụng TCVN ISO 9001:2015', 'KẾ HOẠCH', 'Số:   /KH-STC', 'Nơi nhận:', '- Lưu: VT.', '\n', '\n\n', '\t', 'I. MỤC ĐÍCH', '1. ', 'a) ', '- ', ';', './.', 'Quý I, III', 'Tháng 13/2026',
  'trước ngày 31/02/2026', '15.000.000 đồng', '(Mười lăm triệu đồng)', 'khoản 6 Điều 4 ', 'điểm a, b ', 'Phòng Hành chính', 'Chủ trì: ', 'TT\tNội dung\tThời gian\tĐơn vị\n', '1\tĐánh giá nội bộ\tQuý II\tVăn phòng\n',
  'Phụ lục I', '(Kèm theo Kế hoạch số /KH-STC ngày /4/2026 của Sở Tài chính)', 'KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Nguyễn Văn A', 'nêu trên', ' và ', ', ', 'đ', 'é', '​', '𝒳',
]; // biome-ignore format: a table of words
const text = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    ),
    { maxLength: 60 },
  )
  .map((p) => p.join(''));

describe('any text', () => {
  it('becomes a valid record whose spans say what its fields say', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (t) => {
        if (t.trim() === '' || t.includes('\0')) return;
        let document: Awaited<ReturnType<typeof documentOf>>;
        try {
          document = await documentOf(t);
        } catch (error) {
          // text that decodes to nothing is a named failure of the reader
          expect(String(error)).toMatch(/empty|unsupported/u);
          return;
        }
        const record = extractPlan(document);
        PlanRecordSchema.parse(record);
        assertRecordLaws(record);
      }),
      { numRuns: 250 },
    );
  });
  it('gives grammars spans in bounds and in order', () => {
    fc.assert(
      fc.property(text, (t) => {
        for (const found of [
          parseMoney(t),
          parseTimings(t, 2026),
          readAssignments(t, 'lead'),
          findLocators(t),
          findNumbers(t),
        ]) {
          for (const { span } of found) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(t.length);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
