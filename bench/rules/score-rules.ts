import type { Expected, Specimen } from './plant.js';

/** What of a finding is compared. */
export interface Found {
  readonly ruleId: string;
  readonly severity: string;
  readonly raw: string;
  readonly message: string;
  readonly suggestion: string | null;
  readonly evidence: string | null;
}

/** How often a rule was right, wrong, and silent where it should have spoken. */
export interface RuleScore {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

export interface ScoredSet {
  readonly rules: ReadonlyMap<string, RuleScore>;
  /** One line for each finding too many or too few. */
  readonly notes: readonly string[];
}

export const precisionOf = ({ right, wrong }: RuleScore): number =>
  right + wrong === 0 ? 1 : right / (right + wrong);
export const recallOf = ({ right, missed }: RuleScore): number =>
  right + missed === 0 ? 1 : right / (right + missed);

/**
 * Compares what was found with what was planted. A finding of severity "notice" is neither right nor wrong, unless it
 * was expected.
 */
export function scoreRules(
  results: Iterable<readonly [specimen: Specimen, found: readonly Found[]]>,
): ScoredSet {
  const rules = new Map<string, { right: number; wrong: number; missed: number }>();
  const notes: string[] = [];
  const of = (rule: string) => {
    const known = rules.get(rule) ?? { right: 0, wrong: 0, missed: 0 };
    rules.set(rule, known);
    return known;
  };
  for (const [specimen, found] of results) {
    // What is graver is looked at first: a notice beside it speaks of another place.
    const left = [...found].sort((a, b) => Number(a.severity === 'notice') - Number(b.severity === 'notice'));
    for (const expected of specimen.expected) {
      const at = left.findIndex((finding) => says(finding, expected));
      if (at < 0) {
        of(expected.rule).missed += 1;
        notes.push(`${specimen.name}: missed ${expected.rule} "${expected.contains}"`);
        continue;
      }
      of(expected.rule).right += 1;
      left.splice(at, 1);
    }
    for (const extra of left) {
      if (extra.severity === 'notice' || specimen.tolerated.includes(extra.ruleId)) continue;
      of(extra.ruleId).wrong += 1;
      notes.push(
        `${specimen.name}: ${extra.severity} too many: ${extra.ruleId} ${extra.message} «${extra.raw.slice(0, 80)}»`,
      );
    }
  }
  return { rules: new Map([...rules].sort(([a], [b]) => (a < b ? -1 : 1))), notes };
}

const fold = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ');

const says = ({ ruleId, raw, message, suggestion, evidence }: Found, { rule, contains }: Expected): boolean =>
  ruleId === rule && fold([raw, message, suggestion, evidence].join(' ')).includes(fold(contains).trim());
