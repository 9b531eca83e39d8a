import type { Task, Timing } from '../../src/record/fields.js';
import type { GoldTask } from './gold-record.js';
import { alternatives, bestSimilarity, foldText, sameText } from './same-text.js';
import { pairUp, type ScoreSheet } from './tally.js';

type GoldTiming = NonNullable<GoldTask['timings']>[number];

/**
 * Scores tasks under metrics that begin with `prefix`: which were found, and of those found whether content, number,
 * assignments, timings and outputs are right; `rowExact` is the share of gold's tasks of which all of that is right.
 * `countExtras` false: tasks beyond gold's are no mistake.
 */
export function scoreTasks(
  sheet: ScoreSheet,
  prefix: string,
  gold: readonly GoldTask[],
  got: readonly Task[],
  countExtras: boolean,
): void {
  const pairing = pairUp(gold, got, (g, h) => bestSimilarity(g.content, h.content), 0.75);
  const counted = countExtras ? pairing : { ...pairing, extra: [] };
  sheet.count(`${prefix}.found`, counted, (task) => JSON.stringify(task.content).slice(0, 90));
  for (const [want, task] of pairing.pairs) scoreTask(sheet, prefix, want, task);
  for (const _ of pairing.missed) sheet.judge(`${prefix}.rowExact`, false);
}

function scoreTask(sheet: ScoreSheet, prefix: string, gold: GoldTask, got: Task): void {
  const label = JSON.stringify(gold.content).slice(0, 50);
  const sides: boolean[] = [];
  const judge = (side: string, right: boolean, note: string) => {
    sheet.judge(`${prefix}.${side}`, right, `${label} ${note}`);
    sides.push(right);
  };
  judge('content', sameText(gold.content, got.content), `got ${JSON.stringify(got.content).slice(0, 120)}`);
  if (gold.number !== undefined) {
    judge('number', foldText(gold.number) === foldText(got.number), `want ${gold.number} got ${got.number}`);
  }
  if (gold.assignments !== undefined) {
    const pairing = pairUp(
      gold.assignments,
      got.assignments,
      (g, h) => (g.role === h.role && sameText(g.unit, h.unit, 0.9) ? 1 : 0),
      1,
    );
    sheet.count(
      `${prefix}.assignments`,
      pairing,
      (one) => `${label} ${JSON.stringify(one.unit)}/${one.role}`,
    );
    sides.push(pairing.missed.length + pairing.extra.length === 0);
  }
  if (gold.timings !== undefined) {
    const [want, have] = [gold.timings.map(timingKey), got.timings.map(timingKey)];
    judge('timings', sameSet(want, have), `want ${want.join(' ')} got ${have.join(' ')}`);
  }
  if (gold.outputs !== undefined) {
    const want = gold.outputs.map((output) => alternatives(output)[0] ?? '').join('; ');
    judge('outputs', sameText(want, got.outputs.join('; '), 0.93), `got ${JSON.stringify(got.outputs)}`);
  }
  sheet.judge(`${prefix}.rowExact`, sides.every(Boolean));
}

function timingKey(timing: Timing | GoldTiming): string {
  return [timing.start, timing.end, timing.frequency, timing.times, timing.conditional]
    .map((part) => part ?? '')
    .join('|');
}

/** True where both hold the same texts, in whatever order. */
export function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [a.toSorted(), b.toSorted()];
  return left.length === right.length && left.every((text, index) => text === right[index]);
}
