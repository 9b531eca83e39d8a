import { describe, expect, test } from 'vitest';
import { loadRegisters } from '../../../src/check/registers/load-registers.js';
import { extractPlan } from '../../../src/extract/extract-plan.js';
import { readDocument } from '../../../src/ingest/read-document.js';
import type { PlanRecord } from '../../../src/record/plan-record.js';
import { rightText } from '../../../src/report/annotate/right-text.js';
import { findingAt } from './finding-at.js';

const registers = loadRegisters();

async function recordOf(text: string): Promise<PlanRecord> {
  const read = await readDocument({ file: 'kh.txt', bytes: Buffer.from(text) });
  if (read.kind === 'failed') throw new Error(read.detail);
  return extractPlan(read.document);
}

/** The text with a finding's changes made. */
async function mended(
  text: string,
  quote: string,
  more: { readonly ruleId: string; readonly suggestion?: string; readonly severity?: 'error' | 'notice' },
): Promise<string> {
  const record = await recordOf(text);
  const changes = rightText(findingAt(record.text, quote, more), record, registers);
  let out = record.text;
  for (const { span, text: right } of [...changes].reverse())
    out = out.slice(0, span.start) + right + out.slice(span.end);
  return out;
}

const CITED =
  'Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014 của Chính phủ về việc áp dụng Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2015 vào hoạt động của các cơ quan;';

describe('the right text of a finding', () => {
  test('replaces the part of a citation that is wrong and nothing else', async () => {
    const text = await mended(CITED, 'Chính phủ', {
      ruleId: 'citation/issuer-mismatch',
      suggestion: 'Thủ tướng Chính phủ',
    });
    expect(text).toContain('của Thủ tướng Chính phủ về việc');
  });

  test('of a title is as it goes on from the words before it, and is not lengthened', async () => {
    const quote =
      'áp dụng Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2015 vào hoạt động của các cơ quan';
    const suggestion =
      'Về việc áp dụng hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan, tổ chức thuộc hệ thống hành chính nhà nước';
    const text = await mended(CITED, quote, { ruleId: 'citation/title-mismatch', suggestion });
    expect(text).toContain('về việc áp dụng Hệ thống quản lý chất lượng');
    expect(text).toContain('TCVN ISO 9001:2008 vào hoạt động của các cơ quan');
  });

  test('is not known where the finding is about the citation as a whole', async () => {
    const quote = CITED.slice('Căn cứ '.length, -1);
    const suggestion = 'Thủ tướng Chính phủ';
    expect(await mended(CITED, quote, { ruleId: 'citation/issuer-mismatch', suggestion })).toContain(
      'của Chính phủ',
    );
  });

  test('of a document not in force is its successor in full, but not under an article of the old one', async () => {
    const old =
      'Thông tư số 159/2010/TT-BTC ngày 15/10/2010 của Bộ Tài chính quy định công tác quản lý tài chính đối với việc xây dựng, áp dụng và duy trì hệ thống quản lý chất lượng';
    const more = { ruleId: 'citation/not-in-force', suggestion: 'Thông tư 116/2015/TT-BTC' };
    expect(await mended(`Căn cứ ${old};`, old, more)).toMatch(
      /^Căn cứ Thông tư số 116\/2015\/TT-BTC ngày 11 tháng 8 năm 2015 của Bộ.* quy định .*;$/u,
    );
    const within = `theo khoản 6 Điều 4 ${old}.`;
    expect(await mended(within, old, more)).toContain('159/2010/TT-BTC');
  });

  test.each([
    ['a sum: which figure is wrong is not known', 'Tổng cộng 8.200.000', 'budget/sum-mismatch', '7.700.000'],
    ['advice', 'UBND các huyện', 'unit/abolished', 'cấp xã (xã, phường) hoặc cấp tỉnh'],
    ['a rule that is not known to give text', 'UBND các huyện', 'office/own-rule', 'UBND các xã'],
  ])('is left alone for %s', async (_, quote, ruleId, suggestion) => {
    const text = `Kính gửi ${quote}.`;
    expect(await mended(text, quote, { ruleId, suggestion })).toBe(text);
  });

  test('is left alone for notices', async () => {
    const more = {
      ruleId: 'standard/outdated-version',
      suggestion: 'TCVN ISO 9001:2015',
      severity: 'notice',
    } as const;
    expect(await mended('theo TCVN ISO 9001:2008', 'TCVN ISO 9001:2008', more)).toBe(
      'theo TCVN ISO 9001:2008',
    );
  });
});
