import { expect } from 'vitest';
import type { PlanRecord } from '../src/record/plan-record.js';
import type { Mention } from '../src/record/primitives.js';

/** Every mention of a record, with a name for messages. */
export function mentionsOf(record: PlanRecord): readonly (readonly [string, Mention])[] {
  const named = (name: string, list: readonly Mention[]): (readonly [string, Mention])[] =>
    list.map((m, i) => [`${name}[${i}]`, m] as const);
  return [
    ...Object.entries(record.header.places).map(([k, m]) => [`header.${k}`, m] as const),
    ...named('citations', record.citations),
    ...record.citations.flatMap((c, i) =>
      Object.entries(c.parts).map(([k, m]) => [`citations[${i}].${k}`, m] as const),
    ),
    ...named('standards', record.standards),
    ...named('tasks', record.tasks),
    ...record.tasks.flatMap((t, i) => [
      ...named(`tasks[${i}].assignments`, t.assignments),
      ...named(`tasks[${i}].timings`, t.timings),
    ]),
    ...named('responsibilities', record.responsibilities),
    ...named('amounts', record.budget.amounts),
    ...named('lines', record.budget.lines),
    ...named('outline', record.outline),
    ...named('abbreviations', record.abbreviations),
    ...named('dates', record.dates),
    ...named('findings', record.findings),
  ];
}

/** The span laws of a record: in bounds, the slice is the raw text, lists in text order, boxes on their page. */
export function assertRecordLaws(record: PlanRecord): void {
  for (const [name, { raw, span, location, confidence }] of mentionsOf(record)) {
    expect(span.start, name).toBeGreaterThanOrEqual(0);
    expect(span.end, name).toBeLessThanOrEqual(record.text.length);
    expect(span.end, name).toBeGreaterThanOrEqual(span.start);
    expect(raw, name).toBe(record.text.slice(span.start, span.end));
    expect(confidence, name).toBeLessThanOrEqual(1);
    for (const { page, bbox } of location) {
      const on = record.source.pageReadings.find((p) => p.page === page);
      expect(on, `${name} lies on page ${page}`).toBeDefined();
      if (on === undefined) continue;
      expect(bbox[0], name).toBeGreaterThanOrEqual(-1);
      expect(bbox[1], name).toBeGreaterThanOrEqual(-1);
      expect(bbox[2], name).toBeLessThanOrEqual(on.width + 1);
      expect(bbox[3], name).toBeLessThanOrEqual(on.height + 1);
      expect(bbox[2], name).toBeGreaterThanOrEqual(bbox[0]);
      expect(bbox[3], name).toBeGreaterThanOrEqual(bbox[1]);
    }
  }
  for (const list of [record.citations, record.standards, record.tasks, record.budget.amounts]) {
    const starts = list.map((m) => m.span.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  }
}
