import { describe, expect, it } from 'vitest';
import { loadRuleFiles } from '../../src/check/cases/rule-file.js';
import { SET_RULES } from '../../src/check/check-set.js';
import { RULES } from '../../src/check/rules/catalogue.js';
import { runRuleCases } from '../../src/run/rule-cases.js';

const files = loadRuleFiles();
const results = await runRuleCases();

describe('the rule files', () => {
  it('describe every rule once, and no other', () => {
    const ids = new Set([...RULES, ...SET_RULES].map((rule) => rule.id));
    expect(files.map((file) => file.id).sort()).toEqual([...ids].sort());
  });

  it.each(files)('$id has a case that fires and one that does not', ({ cases }) => {
    expect(cases.some((one) => one.fires.length > 0)).toBe(true);
    expect(cases.some((one) => one.fires.length === 0)).toBe(true);
  });
});

describe('the cases of the rules', () => {
  it.each(results)('$ruleId: $name', ({ problems }) => {
    expect(problems).toEqual([]);
  });
});
