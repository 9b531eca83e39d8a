import { buildRecord } from '../check/cases/build-record.js';
import { loadRuleFiles, type RuleCase, type RuleFile } from '../check/cases/rule-file.js';
import { check } from '../check/check.js';
import { checkSet } from '../check/check-set.js';
import { defaultRulesDir, loadRegisters, type Registers } from '../check/registers/load-registers.js';
import { extractPlan } from '../extract/extract-plan.js';
import { readDocument } from '../ingest/read-document.js';
import type { Finding } from '../record/finding.js';
import type { PlanRecord } from '../record/plan-record.js';

/** How one case of one rule ended. */
export interface RuleCaseResult {
  readonly ruleId: string;
  readonly name: string;
  readonly passed: boolean;
  /** One sentence a deviation; empty where it passed. */
  readonly problems: readonly string[];
}

/**
 * Runs every case of `<dir>/checks` through the real checks: the rule must fire as often as the case says, each time
 * with the words it names, and nowhere else. Throws RegisterError where a file breaks its form.
 */
export async function runRuleCases(dir: string = defaultRulesDir()): Promise<readonly RuleCaseResult[]> {
  const registers = loadRegisters(dir);
  const results: RuleCaseResult[] = [];
  for (const rule of loadRuleFiles(dir))
    for (const one of rule.cases) results.push(await runCase(rule, one, registers));
  return results;
}

async function runCase(rule: RuleFile, one: RuleCase, registers: Registers): Promise<RuleCaseResult> {
  const done = (problems: readonly string[]): RuleCaseResult => ({
    ruleId: rule.id,
    name: one.name,
    passed: problems.length === 0,
    problems,
  });
  const found = await findingsOfCase(rule, one, registers);
  return done(typeof found === 'string' ? [found] : compare(one, found));
}

/** What a rule says of one of its cases; a sentence where the case could not be read. */
export async function findingsOfCase(
  rule: Pick<RuleFile, 'id'>,
  one: RuleCase,
  registers: Registers,
): Promise<readonly Finding[] | string> {
  const record = await recordOf(one);
  if (typeof record === 'string') return record;
  const others: PlanRecord[] = [];
  for (const other of one.others ?? []) {
    const beside = await recordOf(other);
    if (typeof beside === 'string') return beside;
    others.push(beside);
  }
  const found =
    others.length === 0
      ? check(record, registers, { asOf: one.asOf ?? null })
      : (checkSet([...others, record], registers).get(record.source.sha256) ?? []);
  return found.filter((finding) => finding.ruleId === rule.id);
}

async function recordOf(one: Pick<RuleCase, 'record' | 'text'>): Promise<PlanRecord | string> {
  if (one.record !== undefined) return buildRecord(one.record);
  const bytes = new TextEncoder().encode(one.text ?? '');
  const read = await readDocument({ file: 'case.txt', bytes });
  return read.kind === 'failed' ? `could not be read: ${read.detail}` : extractPlan(read.document);
}

function compare(one: RuleCase, found: readonly Finding[]): readonly string[] {
  const left = [...found];
  const problems: string[] = [];
  for (const wanted of one.fires) {
    const at = left.findIndex(
      (f) =>
        [f.raw, f.message, f.evidence, f.suggestion].join(' ').includes(wanted.contains) &&
        (wanted.severity === undefined || f.severity === wanted.severity) &&
        (wanted.suggestion === undefined || f.suggestion === wanted.suggestion),
    );
    if (at < 0) problems.push(`did not fire as ${JSON.stringify(wanted)}`);
    else left.splice(at, 1);
  }
  for (const extra of left)
    problems.push(`fired: ${extra.severity} "${extra.message}" (${extra.suggestion})`);
  return problems;
}
