import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.js';
import { loadRegisters } from '../../src/check/registers/load-registers.js';
import { extractPlan } from '../../src/extract/extract-plan.js';
import type { PlanRecord } from '../../src/record/plan-record.js';
import { documentOf, planText } from '../extract/document-of.js';

const registers = loadRegisters();

/** The record of a plan without signer and recipients, as if read from one page by `method`. */
async function unsigned(
  method: PlanRecord['source']['pageReadings'][number]['method'],
  marks: PlanRecord['source']['pageReadings'][number]['marks'] = undefined,
): Promise<PlanRecord> {
  const record = extractPlan(await documentOf(planText('')));
  const page = { page: 1, width: 595, height: 842, method, reason: 'test', confidence: 0.95 };
  return {
    ...record,
    source: { ...record.source, pageReadings: [marks === undefined ? page : { ...page, marks }] },
  };
}

const absent = (record: PlanRecord) =>
  check(record, registers).filter(
    ({ ruleId, message }) => ruleId === 'format/missing-part' && /người ký/u.test(message),
  );

describe('a part that was not found', () => {
  it('is called unread rather than absent on a scanned page, with the place where it may stand', async () => {
    const [finding] = absent(await unsigned('ocr'));
    expect(finding?.confidence).toBe(0.5);
    expect(finding?.message).toContain('cần xem lại trên trang');
    expect(finding?.location).toEqual([{ page: 1, bbox: [0, 421, 595, 842] }]);
  });

  it('is looked for about the seal where there is one', async () => {
    const [finding] = absent(await unsigned('ocr', [{ kind: 'seal', bbox: [300, 500, 420, 620] }]));
    expect(finding?.location).toEqual([{ page: 1, bbox: [0, 460, 595, 680] }]);
  });

  it('is absent where the page was read from its text', async () => {
    const [finding] = absent(await unsigned('text-layer'));
    expect(finding?.location).toEqual([]);
    expect(finding?.message).not.toContain('cần xem lại trên trang');
  });
});
