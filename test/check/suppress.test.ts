import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSuppression } from '../../src/check/suppress/add-suppression.js';
import { suppress } from '../../src/check/suppress/suppress.js';
import { parseSuppressions } from '../../src/check/suppress/suppression-file.js';
import { SuppressionFileError } from '../../src/check/suppress/suppression-file-error.js';
import type { AuditedDocument } from '../../src/record/audit-result.js';
import { checkedOf, findingOf, recordOf } from '../report/sample-audit.js';

const finding = (fingerprint: string) => ({
  ...findingOf({ ruleId: 'text/misspelling', severity: 'error', message: 'm', english: 'm', at: null }),
  fingerprint,
});
const A = `aaaa${'1'.repeat(28)}`;
const B = `aaaa${'2'.repeat(28)}`;
const document = (file: string, ...fingerprints: readonly string[]): AuditedDocument =>
  checkedOf(recordOf(file, 'KẾ HOẠCH', { findings: fingerprints.map(finding) }), `in/${file}`);
const entries = (...lines: readonly string[]) =>
  parseSuppressions(`suppressions:\n${lines.map((line) => `  - ${line}\n`).join('')}`, 'f.yaml');

describe('suppressing', () => {
  it('puts a finding apart with its reason, wherever the same plan stands', () => {
    const { documents, idle } = suppress(
      [document('a.docx', A, B), document('a.pdf', A)],
      entries(`{ finding: "${A}", reason: đã đính chính, by: Lan, when: 2026-11-20 }`),
      '2026-11-22',
    );
    expect(idle).toEqual([]);
    expect(
      documents.map((one) => one.kind === 'checked' && [one.record.findings.length, one.suppressed]),
    ).toMatchObject([
      [1, [{ reason: 'đã đính chính', by: 'Lan', when: '2026-11-20', until: null }]],
      [0, [{ finding: { fingerprint: A } }]],
    ]);
  });

  it('takes the unique beginning of a fingerprint, in any case', () => {
    const { documents } = suppress(
      [document('a.docx', A, B)],
      entries('{ finding: "AAAA11111", reason: r }'),
      '2026-11-22',
    );
    expect(documents[0]).toMatchObject({ suppressed: [{ finding: { fingerprint: A } }] });
  });

  it.each([
    ['no-reason', `{ finding: "${A}" }`],
    ['no-reason', `{ finding: "${A}", reason: "  " }`],
    ['expired', `{ finding: "${A}", reason: r, until: 2026-11-21 }`],
    ['unused', '{ finding: "bbbbbbbb", reason: r }'],
    ['unused', '{ finding: "bbbbbbbb", reason: r, file: A.docx }'],
  ])('reports an entry without effect: %s', (why, line) => {
    const { documents, idle } = suppress([document('a.docx', A, B)], entries(line), '2026-11-22');
    expect(idle).toMatchObject([{ why, line: 2 }]);
    expect(documents[0]).toMatchObject({ record: { findings: [{}, {}] } });
  });

  it('does not take digits that begin two fingerprints', () => {
    const [one, two] = [`abcdabcd${'1'.repeat(24)}`, `abcdabcd${'2'.repeat(24)}`];
    const { idle } = suppress(
      [document('a.docx', one, two)],
      entries('{ finding: abcdabcd, reason: r }'),
      '2026-11-22',
    );
    expect(idle).toMatchObject([{ why: 'prefix' }]);
  });

  it('holds through its last day, and calls none unused whose plan is not in this audit', () => {
    const { documents, idle } = suppress(
      [document('a.docx', A)],
      entries(
        `{ finding: "${A}", reason: r, until: 2026-11-22 }`,
        '{ finding: "bbbbbbbb", reason: r, file: other.docx }',
      ),
      '2026-11-22',
    );
    expect(idle).toEqual([]);
    expect(documents[0]).toMatchObject({ suppressed: [{ until: '2026-11-22' }] });
  });
});

describe('the file of suppressions', () => {
  const errorOf = (source: string): unknown => {
    try {
      parseSuppressions(source, 'f.yaml');
    } catch (error) {
      return error instanceof SuppressionFileError
        ? [error.line, error.column, error.problem.kind, 'key' in error.problem ? error.problem.key : '']
        : error;
    }
    return null;
  };

  it.each([
    ['suppressions:\n  - finding: abcdef01\n    reson: r\n', [3, 5, 'unknown-key', 'reson']],
    ['supressions: []\n', [1, 1, 'unknown-key', 'supressions']],
    ['suppressions:\n  - finding: 12\n    reason: r\n', [2, 14, 'value', 'finding']],
    ['suppressions:\n  - finding: xyz\n', [2, 14, 'value', 'finding']],
    ['suppressions:\n  - reason: r\n', [2, 5, 'missing', 'finding']],
    ['suppressions:\n  - finding: abcdef01\n    until: 2026-02-31\n', [3, 12, 'value', 'until']],
    ['suppressions: yes\n', [1, 15, 'value', 'suppressions']],
    ['- a\n', [1, 1, 'value', '']],
    ['suppressions: [\n', [2, 1, 'yaml', '']],
  ])('is refused with line and column: %j', (source, wanted) => {
    expect(errorOf(source)).toEqual(wanted);
  });

  it('may be empty', () => {
    expect(parseSuppressions('', 'f.yaml').entries).toEqual([]);
    expect(parseSuppressions('# nothing yet\nsuppressions:\n', 'f.yaml').entries).toEqual([]);
  });
});

describe('adding a suppression', () => {
  const entry = {
    finding: '12345678901234567890123456789012',
    reason: 'đã đính chính',
    by: 'Lan',
    when: '2026-11-22',
    until: null,
    file: 'a.docx',
    ruleId: 'text/misspelling',
    quote: 'quy đinh',
  };

  it('keeps what is there, comments too, and can be read back', () => {
    const first = addSuppression(null, entry, ' Đầu tệp');
    const second = addSuppression(
      first.replace('suppressions:', '# giữ lại\nsuppressions:'),
      { ...entry, finding: 'e'.repeat(32) },
      'x',
    );
    expect(second).toMatch(/^# Đầu tệp/u);
    expect(second).toContain('# giữ lại');
    expect(parseSuppressions(second, 'f.yaml').entries.map((one) => one.finding)).toEqual([
      entry.finding,
      'e'.repeat(32),
    ]);
  });

  it('works on a file with comments or an empty list only', () => {
    for (const source of ['# chưa có gì\n', 'suppressions:\n', 'suppressions: []\n'])
      expect(parseSuppressions(addSuppression(source, entry, 'x'), 'f.yaml').entries).toHaveLength(1);
  });

  it('brings any reason and quote back as they were', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((one) => one.trim() !== '');
    fc.assert(
      fc.property(text, text, (reason, quote) => {
        const source = addSuppression(null, { ...entry, reason, quote }, ' x');
        expect(parseSuppressions(source, 'f.yaml').entries[0]?.reason).toBe(reason.trim());
      }),
    );
  });
});
