import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { loadRuleFiles } from '../../src/check/cases/rule-file.js';
import type { AuditResult } from '../../src/record/audit-result.js';
import { renderSarif } from '../../src/report/sarif-report.js';
import { checkedOf, hostilePlan, sampleAudit } from './sample-audit.js';

/** The official schema is of draft 4, whose only difference from later drafts that it uses is the name of `id`. */
function validator() {
  const { $schema, id, ...schema } = JSON.parse(
    readFileSync(new URL('./sarif/sarif-2.1.0-rtm.5.schema.json', import.meta.url), 'utf8'),
  );
  expect([typeof $schema, typeof id]).toEqual(['string', 'string']);
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  formats.default(ajv);
  return ajv.compile(schema);
}

const rules = loadRuleFiles();

/** The sample with a suppressed, a new and a mended finding. */
function wholeSample(): AuditResult {
  const result = sampleAudit([checkedOf(hostilePlan(), '/tuyệt đối/<kế hoạch> 1.txt')]);
  const [first, ...rest] = result.documents;
  if (first?.kind !== 'checked') throw new Error('the sample begins with a checked document');
  const [one, two, ...findings] = first.record.findings;
  if (one === undefined || two === undefined) throw new Error('the sample has findings');
  return {
    ...result,
    documents: [
      {
        ...first,
        record: { ...first.record, findings: [two, ...findings] },
        suppressed: [{ finding: one, reason: 'Đã đính chính', by: 'Lan', when: '2026-11-20', until: null }],
        changes: {
          against: { file: 'cũ.pdf', sha256: null },
          fresh: [two.fingerprint],
          mended: [{ ...one, fingerprint: 'f'.repeat(32) }],
        },
      },
      ...rest,
    ],
  };
}

describe('SARIF', () => {
  test.each(['vi', 'en'] as const)('is valid by the official schema (%s)', (language) => {
    const validate = validator();
    for (const result of [sampleAudit(), wholeSample(), { ...sampleAudit(), documents: [] }]) {
      validate(JSON.parse(renderSarif(result, rules, language)));
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  test('is refused by the schema where it is wrong', () => {
    const validate = validator();
    const log = JSON.parse(renderSarif(sampleAudit(), rules, 'vi'));
    log.runs[0].results[0].level = 'fatal';
    expect(validate(log)).toBe(false);
  });

  test('has every rule with help in the language, and results that point at theirs', () => {
    const [run] = JSON.parse(renderSarif(sampleAudit(), rules, 'en')).runs;
    const { rules: described } = run.tool.driver;
    expect(described).toHaveLength(rules.length);
    for (const rule of described) expect(rule.help.text).not.toBe('');
    for (const result of run.results)
      if (result.ruleIndex !== undefined) expect(described[result.ruleIndex].id).toBe(result.ruleId);
    expect(run.tool.driver.language).toBe('en');
    expect(run.results[0].message.text).toContain('Decision 19/2014/QĐ-TTg was issued on 2014-03-05');
    expect(run.results[0].properties.message.vi).toContain('được ban hành ngày 05/3/2014');
  });

  test('gives the place as offsets into the text, with line, page and boxes', () => {
    const result = sampleAudit();
    const [document] = result.documents;
    const [run] = JSON.parse(renderSarif(result, rules, 'vi')).runs;
    const { region } = run.results[0].locations[0].physicalLocation;
    const text = document?.kind === 'checked' ? document.record.text : '';
    expect(text.slice(region.charOffset, region.charOffset + region.charLength)).toBe(region.snippet.text);
    expect(region).toMatchObject({ startLine: 6, properties: { page: 1, boxes: [{ page: 1 }] } });
  });

  test('says what is suppressed, new and absent', () => {
    const [run] = JSON.parse(renderSarif(wholeSample(), rules, 'vi')).runs;
    const states = run.results.map((one: { baselineState?: string }) => one.baselineState);
    expect(states.slice(0, 2)).toEqual(['new', 'unchanged']);
    expect(states.at(-1)).toBe('absent');
    const suppressed = run.results.filter((one: { suppressions: unknown[] }) => one.suppressions.length > 0);
    expect(suppressed).toMatchObject([
      { suppressions: [{ kind: 'external', status: 'accepted', justification: 'Đã đính chính' }] },
    ]);
  });

  test('names files by URIs, and those that could not be read', () => {
    const [run] = JSON.parse(renderSarif(wholeSample(), rules, 'vi')).runs;
    const uris = run.artifacts.map((one: { location: { uri: string } }) => one.location.uri);
    for (const uri of uris) expect(() => new URL(uri, 'file:///x/')).not.toThrow();
    expect(uris.at(-1)).toBe(
      'file:///tuy%E1%BB%87t%20%C4%91%E1%BB%91i/%3Ck%E1%BA%BF%20ho%E1%BA%A1ch%3E%201.txt',
    );
    expect(run.invocations[0].executionSuccessful).toBe(false);
    expect(run.invocations[0].toolExecutionNotifications[0].message.text).toContain('khóa bằng mật khẩu');
  });
});
