import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRecord } from '../../src/check/cases/build-record.js';
import { check } from '../../src/check/check.js';
import { comparePlans } from '../../src/check/compare/compare-plans.js';
import { pairAlike } from '../../src/check/compare/pair-alike.js';
import { loadRegisters } from '../../src/check/registers/load-registers.js';

const registers = loadRegisters();
type Part = Parameters<typeof buildRecord>[0];
const plan = (part: Part) => {
  const record = buildRecord(part);
  return { ...record, findings: [...check(record, registers)] };
};
const header = (year: number) => ({ planYear: year, issuedOn: `${year}-01-15` });
const compared = (older: Part, newer: Part) =>
  comparePlans(
    plan({ ...older, header: { ...header(2025), ...older.header } }),
    plan({ ...newer, header: { ...header(2026), ...newer.header } }),
    registers,
  );

describe('last year’s plan against this year’s', () => {
  it('keeps tasks that moved with the year, and tells what changed of others', () => {
    const { tasks } = compared(
      {
        tasks: [
          {
            content: 'Đánh giá nội bộ năm 2025',
            assignments: [{ unit: 'Văn phòng' }],
            timings: [{ raw: 'trước 15/11/2025', end: '2025-11-15' }],
          },
          {
            content: 'Họp xem xét của lãnh đạo về hệ thống quản lý chất lượng',
            assignments: [{ unit: 'Văn phòng' }],
            timings: [{ raw: 'Tháng 12/2025', start: '2025-12-01', end: '2025-12-31' }],
          },
          { content: 'Tập huấn cho công chức mới tuyển dụng' },
        ],
      },
      {
        tasks: [
          {
            content: 'Đánh giá nội bộ năm 2026',
            assignments: [{ unit: 'Văn phòng' }],
            timings: [{ raw: 'trước 15/11/2026', end: '2026-11-15' }],
          },
          {
            content: 'Họp xem xét của lãnh đạo về hệ thống quản lý chất lượng',
            assignments: [{ unit: 'Phòng Tổ chức' }],
            timings: [{ raw: 'Tháng 11/2026', start: '2026-11-01', end: '2026-11-30' }],
          },
          { content: 'Công bố lại hệ thống' },
        ],
      },
    );
    expect(tasks.kept.map(({ changes }) => changes)).toEqual([[], ['units', 'timings']]);
    expect(tasks.dropped.map(({ content }) => content)).toEqual(['Tập huấn cho công chức mới tuyển dụng']);
    expect(tasks.added.map(({ content }) => content)).toEqual(['Công bố lại hệ thống']);
  });

  it('says which documents took another’s place, by the register or by their title', () => {
    const { citations } = compared(
      {
        citations: [
          { raw: 'Thông tư 159/2010/TT-BTC', type: 'Thông tư', number: '159/2010/TT-BTC' },
          {
            raw: 'Kế hoạch 12/KH-UBND về cải cách hành chính năm 2025',
            type: 'Kế hoạch',
            number: '12/KH-UBND',
            title: 'cải cách hành chính năm 2025 của tỉnh',
          },
          { raw: 'Công văn 5/UBND', type: 'Công văn', number: '5/UBND' },
          { raw: 'Quyết định 19/2014/QĐ-TTg', type: 'Quyết định', number: '19/2014/QĐ-TTg' },
        ],
      },
      {
        citations: [
          { raw: 'Thông tư 116/2015/TT-BTC', type: 'Thông tư', number: '116/2015/TT-BTC' },
          {
            raw: 'Kế hoạch 7/KH-UBND về cải cách hành chính năm 2026',
            type: 'Kế hoạch',
            number: '7/KH-UBND',
            title: 'cải cách hành chính năm 2026 của tỉnh',
          },
          { raw: 'Quyết định 19/2014/QĐ-TTg', type: 'Quyết định', number: '19/2014/QĐ-TTg' },
        ],
      },
    );
    expect(citations.exchanged.map(({ older, newer, by }) => [older.number, newer.number, by])).toEqual([
      ['159/2010/TT-BTC', '116/2015/TT-BTC', 'successor'],
      ['12/KH-UBND', '7/KH-UBND', 'title'],
    ]);
    expect(citations.dropped.map(({ number }) => number)).toEqual(['5/UBND']);
    expect(citations.kept.map(({ number }) => number)).toEqual(['19/2014/QĐ-TTg']);
  });

  it('says which findings were mended, stayed and are new', () => {
    const { findings } = compared(
      { text: 'Theo quy đinh năm 2025. Giao trung trâm.' },
      { text: 'Giao Trung trâm. Thực hiện theo theo kế hoạch.' },
    );
    expect(findings.mended.map(({ raw }) => raw)).toEqual(['quy đinh']);
    expect(findings.stayed).toHaveLength(1);
    expect(findings.fresh.map(({ ruleId }) => ruleId)).toEqual(['text/repeated-word']);
  });

  it('finds no change in the head where only the year moved, and says where the units differ', () => {
    const same = compared(
      { header: { subject: 'Duy trì hệ thống năm 2025' } },
      { header: { subject: 'Duy trì hệ thống năm 2026' } },
    );
    expect(same.header.map(({ field }) => field)).toEqual(['planYear']);
    expect(same.sameUnit).toBe(true);
    expect(compared({}, { header: { issuingAgency: 'SỞ NỘI VỤ' } }).sameUnit).toBe(false);
    expect(compared({}, { header: { issuingAgency: 'Sở KH&CN' } }).sameUnit).toBe(true);
  });

  it('tells units apart by their names, abbreviations written out', () => {
    const task = (...units: readonly string[]) => [
      { content: 'Việc chung', assignments: units.map((unit) => ({ unit })) },
    ];
    const { units } = compared(
      { tasks: task('Sở KH&CN', 'Phòng A') },
      {
        tasks: task('Sở Khoa học và Công nghệ', 'Phòng B'),
      },
    );
    expect(units).toEqual({ kept: ['Sở Khoa học và Công nghệ'], dropped: ['Phòng A'], added: ['Phòng B'] });
  });

  it('is no change against itself, but for what has no words', () => {
    const part: Part = {
      text: 'Theo quy đinh. Việc A. Việc B.',
      tasks: [
        { raw: 'Việc A', content: 'Việc A' },
        { raw: 'Việc B', content: 'Việc B' },
      ],
    };
    const { tasks, findings, header: head, units } = comparePlans(plan(part), plan(part), registers);
    expect([tasks.dropped, tasks.added, findings.mended, findings.fresh, head, units.added]).toEqual(
      Array.from({ length: 6 }, () => []),
    );
  });
});

it('pairing uses everything once, and the likest first', () => {
  const list = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 4 }), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(list, list, (older, newer) => {
      const { pairs, dropped, added } = pairAlike(older, newer, (words) => words, 0.5);
      expect(pairs.length + dropped.length).toBe(older.length);
      expect(pairs.length + added.length).toBe(newer.length);
      expect(new Set(pairs.map((pair) => pair.newer)).size).toBe(pairs.length);
      for (const { likeness } of pairs) expect(likeness).toBeGreaterThanOrEqual(0.5);
    }),
  );
});
