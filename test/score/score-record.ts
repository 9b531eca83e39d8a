import type { PlanRecord } from '../../src/record/plan-record.js';
import type { GoldRecord } from './gold-record.js';
import { alternatives, bestSimilarity, foldText, sameText, sameValue } from './same-text.js';
import { sameSet, scoreTasks } from './score-tasks.js';
import { f1, pairUp, ScoreSheet, type Tally } from './tally.js';

/** The parts of a record that gold speaks about. */
export type ScoredRecord = Pick<
  PlanRecord,
  'header' | 'citations' | 'standards' | 'tasks' | 'responsibilities' | 'budget' | 'findings'
>;

/** Tallies by metric, and a note on each thing that is wrong. */
export interface Score {
  readonly metrics: ReadonlyMap<string, Tally>;
  readonly notes: readonly string[];
}

/** Compares a record with its gold, field by field. */
export function scoreRecord(gold: GoldRecord, record: ScoredRecord): Score {
  const sheet = new ScoreSheet();
  scoreHeader(sheet, gold, record);
  scoreCitations(sheet, gold, record);
  scoreStandards(sheet, gold, record);
  if (gold.tasks !== undefined) {
    const withProse = gold.tasks.some((task) => task.origin === 'prose');
    const got = record.tasks.filter((task) => task.origin !== 'prose' || withProse);
    scoreTasks(sheet, 'tasks', gold.tasks, got, true);
  }
  if (gold.proseTasks !== undefined) {
    const got = record.tasks.filter((task) => task.origin === 'prose');
    scoreTasks(sheet, 'proseTasks', gold.proseTasks, got, false);
  }
  if (gold.responsibilities !== undefined) {
    const got = record.responsibilities.map((one) => one.unit);
    sheet.count('responsibilities.unit', pairUp(gold.responsibilities, got, equal(0.9), 1), JSON.stringify);
  }
  scoreBudget(sheet, gold, record);
  scoreFindings(sheet, gold, record);
  return sheet;
}

/** Several records' scores as one: tallies added up, notes in order. */
export function totalScore(scores: readonly Score[]): Score {
  const sheet = new ScoreSheet();
  for (const score of scores) {
    for (const [metric, tally] of score.metrics) sheet.add(metric, tally);
    sheet.notes.push(...score.notes);
  }
  return sheet;
}

/** The mean over the metrics' F1. */
export function meanF1(score: Score): number {
  const values = [...score.metrics.values()].map(f1);
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function equal(least: number): (gold: Parameters<typeof sameText>[0], got: string) => number {
  return (gold, got) => (sameText(gold, got, least) ? 1 : 0);
}

function scoreHeader(sheet: ScoreSheet, gold: GoldRecord, record: ScoredRecord): void {
  const want = gold.header ?? {};
  const got = record.header;
  const judge = (field: keyof typeof want, right: boolean) =>
    sheet.judge(
      'header.fields',
      right,
      `${field} want ${JSON.stringify(want[field])} got ${JSON.stringify(got[field])}`,
    );
  for (const field of ['parentAgency', 'issuingAgency', 'place', 'documentType', 'subject'] as const) {
    const text = want[field];
    if (text !== undefined) judge(field, sameText(text, got[field], 0.93));
  }
  for (const field of ['number', 'symbol', 'issuedOn'] as const) {
    const text = want[field];
    if (text === undefined) continue;
    judge(
      field,
      alternatives(text).some((one) => foldText(one) === foldText(got[field])),
    );
  }
  if (want.planYear !== undefined) judge('planYear', want.planYear === got.planYear);
  if (want.signatory !== undefined) {
    const [one, other] = [want.signatory, got.signatory];
    const right =
      one === null || other === null
        ? one === other
        : sameText(one.name, other.name) &&
          sameText(one.position, other.position) &&
          sameText(one.onBehalf, other.onBehalf, 0.9);
    judge('signatory', right);
  }
  if (want.recipients !== undefined) {
    sheet.count('header.recipients', pairUp(want.recipients, got.recipients, equal(0.85), 1), JSON.stringify);
  }
}

type GoldCitation = NonNullable<GoldRecord['citations']>[number];

function locatorKeys(citation: GoldCitation | ScoredRecord['citations'][number]): string[] {
  return (citation.locators ?? []).map(({ point, clause, article, chapter }) =>
    [point, clause, article, chapter].map((part) => foldText(part)).join('/'),
  );
}

function scoreCitations(sheet: ScoreSheet, gold: GoldRecord, record: ScoredRecord): void {
  if (gold.citations === undefined) return;
  const numbered = record.citations.filter((citation) => citation.number !== null && !citation.short);
  const pairing = pairUp(
    gold.citations,
    numbered,
    (g, h) => {
      if (foldText(g.number) !== foldText(h.number)) return 0;
      const same = [
        g.role === h.role,
        sameValue(g.issuedOn, h.issuedOn),
        sameSet(locatorKeys(g), locatorKeys(h)),
      ];
      return 1 + same.filter(Boolean).length;
    },
    1,
  );
  sheet.count(
    'citations.found',
    pairing,
    (one) => `${one.number} ${JSON.stringify(one.issuedOn)} ${one.role}`,
  );
  for (const [want, got] of pairing.pairs) {
    const judge = (metric: string, right: boolean, wanted: unknown, have: unknown) =>
      sheet.judge(
        `citations.${metric}`,
        right,
        `${want.number} want ${JSON.stringify(wanted)} got ${JSON.stringify(have)}`,
      );
    judge('date', sameValue(want.issuedOn, got.issuedOn), want.issuedOn, got.issuedOn);
    if (want.issuer !== undefined) {
      judge('issuer', sameText(want.issuer, got.issuer, 0.93), want.issuer, got.issuer);
    }
    judge('type', sameText(want.type, got.type), want.type, got.type);
    judge('role', want.role === got.role, want.role, got.role);
    judge('locators', sameSet(locatorKeys(want), locatorKeys(got)), want.locators, got.locators);
  }
}

function scoreStandards(sheet: ScoreSheet, gold: GoldRecord, record: ScoredRecord): void {
  if (gold.standards === undefined) return;
  const pairing = pairUp(
    expand(gold.standards),
    record.standards,
    (g, h) =>
      foldText(g.designation) === foldText(h.designation) &&
      g.version === h.version &&
      (g.inTitleOf === undefined || foldText(g.inTitleOf) === foldText(h.inTitleOf))
        ? 1
        : 0,
    1,
  );
  sheet.count('standards.found', pairing, (one) => {
    const title = one.inTitleOf === undefined || one.inTitleOf === null ? '' : ` in ${one.inTitleOf}`;
    return `${one.designation}:${one.version}${title}`;
  });
}

function scoreBudget(sheet: ScoreSheet, gold: GoldRecord, record: ScoredRecord): void {
  const { amounts, lines, fundingSources } = gold.budget ?? {};
  if (amounts !== undefined) {
    const pairing = pairUp(
      expand(amounts),
      record.budget.amounts,
      (g, h) => (g.value === h.value && (g.per === undefined || sameSet(g.per, h.per)) ? 1 : 0),
      1,
    );
    sheet.count('budget.amounts', pairing, (one) => `${one.value} per ${(one.per ?? []).join(', ')}`);
  }
  if (lines !== undefined) {
    const pairing = pairUp(
      lines,
      record.budget.lines,
      (g, h) =>
        bestSimilarity(g.content, h.content) +
        (foldText(g.number) === foldText(h.number) ? 0.05 : 0) +
        (g.amount === h.amount ? 0.05 : 0),
      0.75,
    );
    sheet.count('budget.lines', pairing, (one) => `${one.number} ${JSON.stringify(one.content)}`);
    for (const [want, got] of pairing.pairs) {
      for (const figure of ['amount', 'quantity', 'unitPrice'] as const) {
        const value = want[figure];
        if (value === undefined) continue;
        const note = `${JSON.stringify(want.content)} ${figure} want ${value} got ${got[figure]}`;
        sheet.judge('budget.figures', value === got[figure], note);
      }
    }
  }
  if (fundingSources !== undefined) {
    const pairing = pairUp(fundingSources, record.budget.fundingSources, equal(0.7), 1);
    sheet.count('budget.sources', pairing, JSON.stringify);
  }
}

function scoreFindings(sheet: ScoreSheet, gold: GoldRecord, record: ScoredRecord): void {
  if (gold.findings === undefined) return;
  const pairing = pairUp(
    expand(gold.findings),
    record.findings,
    (g, h) => {
      if (g.ruleId !== h.ruleId) return 0;
      const words = foldText([h.raw, h.message, h.evidence, h.suggestion].join(' '));
      return alternatives(g.contains).some((part) => words.includes(foldText(part))) ? 1 : 0;
    },
    1,
  );
  const tolerated = new Set(gold.tolerated ?? []);
  const extra = pairing.extra.filter((finding) => !tolerated.has(finding.ruleId));
  sheet.count('findings', { ...pairing, extra }, (one) => {
    const words = 'contains' in one ? JSON.stringify(one.contains) : one.raw || one.message;
    return `${one.ruleId} ${words.slice(0, 100)}`;
  });
}

function expand<T extends { readonly count?: number | undefined }>(list: readonly T[]): T[] {
  return list.flatMap((one) => Array.from({ length: one.count ?? 1 }, () => one));
}
