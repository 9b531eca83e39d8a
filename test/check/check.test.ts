import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRecord } from '../../src/check/cases/build-record.js';
import type { PartialRecord } from '../../src/check/cases/partial-record.js';
import { check } from '../../src/check/check.js';
import { loadRegisters } from '../../src/check/registers/load-registers.js';
import { REBUILT_TABLE } from '../../src/check/to-findings.js';
import { FindingSchema } from '../../src/record/finding.js';

const registers = loadRegisters();
const found = (part: PartialRecord, asOf: string | null = null) =>
  check(buildRecord(part), registers, { asOf });
const OLD = { raw: 'TCVN ISO 9001:2008', designation: 'TCVN ISO 9001', version: 2008 };

describe('check', () => {
  it('finds nothing in a plan without a fault', () => {
    expect(found({})).toEqual([]);
  });

  it('gives findings of the public form, in text order', () => {
    const findings = found({
      header: { number: null, issuedOn: '2026' },
      text: 'theo theo quy đinh của TCVN ISO 9001:2008',
      standards: [OLD],
    });
    for (const finding of findings) FindingSchema.parse(finding);
    const starts = findings.map((finding) => finding.span.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(findings.map((finding) => finding.ruleId).sort()).toEqual([
      'format/missing-date',
      'format/missing-number',
      'standard/outdated-version',
      'text/misspelling',
      'text/repeated-word',
    ]);
  });

  it('judges by the day it is told instead of the plan’s own', () => {
    const part: PartialRecord = { header: { issuedOn: '2012-03-01', planYear: 2012 }, standards: [OLD] };
    expect(found(part)).toEqual([]);
    expect(found(part, '2024-01-01').map((f) => f.ruleId)).toContain('standard/outdated-version');
  });

  it('says nothing dated of a plan whose day nothing tells', () => {
    const findings = found({ header: { issuedOn: null, planYear: null }, standards: [OLD] });
    expect(findings.map((f) => f.ruleId)).toEqual(['format/missing-date']);
  });

  it('says of a document that is no plan only that', () => {
    const findings = found({ isPlan: false, header: { number: null }, text: 'theo theo' });
    expect(findings.map((f) => f.ruleId)).toEqual(['document/not-a-plan']);
  });

  it('makes no error of words that were read unsurely, and says so', () => {
    const [finding] = found({ standards: [{ ...OLD, confidence: 0.55 }] });
    expect(finding).toMatchObject({ severity: 'warning', confidence: 0.55 });
    expect(finding?.message).toContain('55 %');
  });

  it('takes the places that it is given for words without a mention', () => {
    const record = buildRecord({ text: 'trung trâm' });
    const [finding] = check(record, registers, {
      places: () => ({ location: [{ page: 3, bbox: [1, 2, 3, 4] }], confidence: 0.7 }),
    });
    expect(finding).toMatchObject({ location: [{ page: 3 }], confidence: 0.7, severity: 'warning' });
  });

  it('makes no error of a name behind which an unsure word stands', () => {
    const record = buildRecord({
      text: 'Thông tư số 26/2014/TT-BKHCN của Bộ Khoa học và Công -_ nghệ',
      citations: [
        {
          raw: 'Thông tư số 26/2014/TT-BKHCN của Bộ Khoa học và Công',
          type: 'Thông tư',
          number: '26/2014/TT-BKHCN',
          issuer: 'Bộ Khoa học và Công',
        },
      ],
    });
    const behind = record.text.indexOf(' -_');
    const severities = [0.3, 0.99].map(
      (unsure) =>
        check(record, registers, {
          places: ({ start }) => ({ location: [], confidence: start === behind ? unsure : 0.99 }),
        }).find(({ ruleId }) => ruleId === 'citation/issuer-mismatch')?.severity,
    );
    expect(severities).toEqual(['warning', 'error']);
  });

  it('holds no lost mark against the author where the reading was unsure, and calls it no error on a scan', () => {
    const at = (confidence: number, text = 'quy đinh') =>
      check(buildRecord({ text }), registers, { places: () => ({ location: [], confidence }) });
    expect(at(0.3)).toEqual([]);
    expect(at(0.7)).toMatchObject([{ severity: 'notice' }]);
    expect(at(0.95)).toMatchObject([{ severity: 'warning' }]);
    expect(at(1)).toMatchObject([{ severity: 'error' }]);
    expect(at(0.95, 'tố chức')).toEqual([]);
    expect(at(1, 'tố chức')).toHaveLength(1);
  });

  it('calls it a notice where it rests on a table that was put back together from loose words', () => {
    const record = buildRecord({
      lines: [
        { content: 'In ấn', amount: 1000000 },
        { content: 'Tổng cộng', amount: 3000000, level: 'total' },
      ],
    });
    const span = { start: 0, end: record.text.length };
    const warnings = [{ code: REBUILT_TABLE, message: 'Bảng được dựng lại.', page: null, span }];
    expect(check(record, registers)).toMatchObject([{ severity: 'error' }]);
    expect(check({ ...record, warnings }, registers)).toMatchObject([{ severity: 'notice' }]);
  });

  it('keeps a finding’s fingerprint when the text around it moves, and tells repetitions apart', () => {
    const [before] = found({ text: 'Theo quy đinh hiện hành.' });
    const after = found({
      text: 'Một câu khác.\nTheo Quy  đinh hiện hành. Và quy đinh khác.'.replace('  ', ' '),
    });
    expect(after[0]?.fingerprint).toBe(before?.fingerprint);
    expect(after[1]?.fingerprint).not.toBe(before?.fingerprint);
  });

  it('lets each rule speak of its own: a misspelled unit is no misspelled phrase as well', () => {
    expect(found({ text: 'Sở Khoa hoc và Công nghệ chủ trì.' }).map((f) => f.ruleId)).toEqual([
      'unit/misspelled',
    ]);
  });

  it('never throws, and every finding’s words are those of its range', () => {
    const word = fc.constantFrom(
      'theo',
      'quy đinh',
      'UBND',
      'các',
      'quận,',
      'huyện',
      'Phòng',
      'Chuyên',
      'đổi',
      'số',
      'tỉnh',
      'Hà',
      'Giang',
      '\n',
      '\t',
      'Bộ',
      'Nội',
      'vụ',
      '15.000.000',
      'đồng',
      'duy trì',
      'ISO',
      '𝒳',
      'ế',
      '(',
      ';',
      '.',
      'Phụ lục I',
    );
    const number = fc.oneof(
      fc.constantFrom(
        '19/2014/QĐ-TTg',
        '101/QĐ-BKHCN',
        '72/2025/QH14',
        '26/TT-BKHCN',
        '57-NQ/TW',
        '',
        '///',
        '545/QĐ-UBND',
      ),
      fc.string({ maxLength: 20 }),
    );
    const day = fc.option(fc.constantFrom('2014', '2014-03', '2026-02-15', '1999-12-31'), { nil: null });
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 60 }),
        fc.array(fc.tuple(number, day, fc.option(fc.string(), { nil: null })), { maxLength: 4 }),
        day,
        (words, cited, issuedOn) => {
          const lines = words.join(' ');
          const record = buildRecord({
            header: { issuedOn },
            text: `${lines}\n${cited.map((_, i) => `văn bản ${i}`).join('\n')}`,
            citations: cited.map(([n, d, title], i) => ({
              raw: `văn bản ${i}`,
              number: n,
              issuedOn: d,
              issuer: title,
              title,
            })),
          });
          for (const finding of check(record, registers)) {
            expect(finding.span.end).toBeLessThanOrEqual(record.text.length);
            expect(record.text.slice(finding.span.start, finding.span.end)).toBe(finding.raw);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
