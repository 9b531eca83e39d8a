import { describe, expect, it } from 'vitest';
import { findingsIn } from '../../bench/rules/judge.js';
import { cleanSpecimens, plantedSpecimens, type Specimen } from '../../bench/rules/plant.js';
import { precisionOf, recallOf, scoreRules } from '../../bench/rules/score-rules.js';
import { loadRuleFiles } from '../../src/check/cases/rule-file.js';

const ERROR_RULES = loadRuleFiles()
  .filter(({ severity }) => severity === 'error')
  .map(({ id }) => id);
const PRECISION = 0.98;
const RECALL = 0.95;

async function results(specimens: readonly Specimen[], form: 'txt' | 'docx') {
  const found: (readonly [Specimen, Awaited<ReturnType<typeof findingsIn>>])[] = [];
  for (const specimen of specimens) found.push([specimen, await findingsIn(specimen, form)]);
  return found;
}

describe('plans with planted mistakes', () => {
  it.each(['txt', 'docx'] as const)('are judged rightly as %s', async (form) => {
    const planted = plantedSpecimens(1);
    const some = form === 'txt' ? planted : planted.filter((_, i) => i % 4 === 0);
    const { rules, notes } = scoreRules(await results(some, form));
    for (const [id, score] of rules) {
      expect(precisionOf(score), `${id}: ${notes.join('; ')}`).toBeGreaterThanOrEqual(PRECISION);
      expect(recallOf(score), `${id}: ${notes.join('; ')}`).toBeGreaterThanOrEqual(RECALL);
    }
    if (form === 'txt')
      expect([...rules.keys()]).toEqual(
        expect.arrayContaining(ERROR_RULES.filter((id) => !id.startsWith('set/'))),
      );
  });
});

describe('generated plans without a mistake', () => {
  it.each(['txt', 'docx'] as const)('get no error and no warning as %s', async (form) => {
    const found = (await results(cleanSpecimens(), form)).flatMap(([{ name }, findings]) =>
      findings
        .filter(({ severity }) => severity !== 'notice')
        .map((f) => `${name}: ${f.ruleId} ${f.message}`),
    );
    expect(found).toEqual([]);
  });
});
