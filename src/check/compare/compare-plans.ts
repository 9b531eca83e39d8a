import type { Finding } from '../../record/finding.js';
import type { PlanRecord } from '../../record/plan-record.js';
import type { Registers } from '../registers/load-registers.js';
import { foldName } from '../short-forms.js';
import { compareCitations } from './compare-citations.js';
import { compareTasks } from './compare-tasks.js';
import { pairAlike } from './pair-alike.js';
import type { ComparedField, PlanComparison, StandardVersions } from './plan-comparison.js';
import { nameIn, type UnitName } from './unit-name.js';
import { yearMaskedWords, yearOf } from './year-masked.js';

/** Findings of one rule whose words are as alike as this are the same finding in another year's plan. */
const SAME_FINDING = 0.7;

/**
 * Sets a plan against an older one of the same unit, last year's or the first submission: what was mended and what is
 * new, tasks, documents, standards and units that stayed, came or went. The records' own findings are compared.
 */
export function comparePlans(older: PlanRecord, newer: PlanRecord, registers: Registers): PlanComparison {
  const unitName = nameIn(registers, older, newer);
  return {
    older,
    newer,
    sameUnit: isSameUnit(older, newer, unitName),
    header: compareHeaders(older, newer),
    findings: compareFindings(older, newer),
    tasks: compareTasks(older, newer, unitName),
    citations: compareCitations(older, newer, registers),
    standards: compareStandards(older, newer),
    units: compareUnits(older, newer, unitName),
    budget: { older: largestTotal(older), newer: largestTotal(newer) },
  };
}

function isSameUnit(older: PlanRecord, newer: PlanRecord, unitName: UnitName): boolean {
  const [before, after] = [older.header.issuingAgency, newer.header.issuingAgency];
  if (before === null || after === null) return true;
  // A plan may explain an abbreviation in its own way: then the names as they are written decide.
  return unitName(before, older) === unitName(after, newer) || foldName(before) === foldName(after);
}

const FIELDS: readonly {
  readonly field: ComparedField;
  readonly of: (record: PlanRecord) => string | null;
}[] = [
  { field: 'issuingAgency', of: ({ header }) => header.issuingAgency },
  { field: 'parentAgency', of: ({ header }) => header.parentAgency },
  { field: 'planYear', of: ({ header }) => header.planYear?.toString() ?? null },
  { field: 'subject', of: ({ header }) => header.subject },
  { field: 'signatory', of: ({ header }) => header.signatory?.name || null },
];

/** Fields that differ in more than case and years. */
function compareHeaders(older: PlanRecord, newer: PlanRecord): PlanComparison['header'] {
  return FIELDS.map(({ field, of }) => ({ field, older: of(older), newer: of(newer) })).filter(
    (one) =>
      (one.older === null) !== (one.newer === null) ||
      yearMaskedWords(one.older ?? '', one.field === 'planYear' ? null : yearOf(older)).join(' ') !==
        yearMaskedWords(one.newer ?? '', one.field === 'planYear' ? null : yearOf(newer)).join(' '),
  );
}

function compareFindings(older: PlanRecord, newer: PlanRecord): PlanComparison['findings'] {
  const wordsOf = (finding: Finding, side: 'older' | 'newer'): readonly string[] =>
    yearMaskedWords(
      finding.raw === '' ? finding.message : finding.raw,
      yearOf(side === 'older' ? older : newer),
    );
  const { pairs, dropped, added } = pairAlike(
    older.findings,
    newer.findings,
    wordsOf,
    SAME_FINDING,
    (before, after) => before.ruleId === after.ruleId && (before.raw === '') === (after.raw === ''),
  );
  return { mended: dropped, stayed: pairs, fresh: added };
}

function compareStandards(older: PlanRecord, newer: PlanRecord): readonly StandardVersions[] {
  const versions = (record: PlanRecord): ReadonlyMap<string, ReadonlySet<number | null>> => {
    const found = new Map<string, Set<number | null>>();
    // What stands in a quoted title is not the plan's own word.
    for (const { designation, version, inTitleOf } of record.standards)
      if (inTitleOf === null) found.set(designation, (found.get(designation) ?? new Set()).add(version));
    return found;
  };
  const [before, after] = [versions(older), versions(newer)];
  const listed = (set: ReadonlySet<number | null> | undefined): readonly (number | null)[] =>
    [...(set ?? [])].sort((a, b) => (a ?? 0) - (b ?? 0));
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((designation) => ({
      designation,
      older: listed(before.get(designation)),
      newer: listed(after.get(designation)),
    }))
    .filter((one) => one.older.join() !== one.newer.join());
}

function compareUnits(older: PlanRecord, newer: PlanRecord, unitName: UnitName): PlanComparison['units'] {
  const unitsOf = (record: PlanRecord) => {
    const found = new Map<string, { readonly unit: string; readonly keys: readonly string[] }>();
    for (const { unit, resolved } of record.tasks.flatMap(({ assignments }) => assignments)) {
      const key = unitName(resolved ?? unit, record);
      if (!found.has(key)) found.set(key, { unit, keys: [key, foldName(unit)] });
    }
    return [...found.values()];
  };
  const [before, after] = [unitsOf(older), unitsOf(newer)];
  const within = (units: typeof before) => {
    const keys = new Set(units.flatMap((one) => one.keys));
    return (one: (typeof before)[number]): boolean => one.keys.some((key) => keys.has(key));
  };
  const [wasThere, isThere] = [within(before), within(after)];
  const names = (units: typeof before): readonly string[] => units.map(({ unit }) => unit);
  return {
    kept: names(after.filter(wasThere)),
    dropped: names(before.filter((one) => !isThere(one))),
    added: names(after.filter((one) => !wasThere(one))),
  };
}

function largestTotal({ budget }: PlanRecord): number | null {
  const totals = budget.lines.flatMap(({ level, amount }) =>
    level === 'total' && amount !== null ? [amount] : [],
  );
  return totals.length === 0 ? null : Math.max(...totals);
}
