import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { extractPlan } from '../dist/extract/extract-plan.js';
import { createRecognizer } from '../dist/ingest/ocr/create-recognizer.js';
import type { Recognizer } from '../dist/ingest/ocr/recognizer.js';
import { readDocument } from '../dist/ingest/read-document.js';
import type { PlanRecord } from '../dist/record/plan-record.js';
import { line, PLANS, title } from './measure.js';

/** Lower edges of the bands that the curve is shown in. */
const EDGES = [0.99, 0.98, 0.95, 0.9, 0.8, 0.5, 0];
/** The confidence that a reader relies on. */
const SURE = 0.9;

/** A field as it was read, and whether the digital plan has the same. */
interface Field {
  readonly kind: string;
  readonly raw: string;
  readonly confidence: number;
}

const squeezed = (raw: string): string => raw.normalize('NFC').replace(/\s+/gu, '');

function fieldsOf({ header, citations, standards, tasks, budget }: PlanRecord): readonly Field[] {
  const of = (
    kind: string,
    mentions: readonly { readonly raw: string; readonly confidence: number }[],
  ): readonly Field[] => mentions.map(({ raw, confidence }) => ({ kind, raw: squeezed(raw), confidence }));
  return [
    ...Object.entries(header.places).flatMap(([name, place]) =>
      of(`header.${name.replace(/\.\d+$/u, '')}`, [place]),
    ),
    ...of('citation', citations),
    ...of('standard', standards),
    ...of('task', tasks),
    ...tasks.flatMap((task) => [...of('assignment', task.assignments), ...of('timing', task.timings)]),
    ...of('amount', budget.amounts),
    ...of('budget line', budget.lines),
  ];
}

async function recordOf(path: string, recognizer: Recognizer | null): Promise<PlanRecord> {
  const bytes = new Uint8Array(readFileSync(path));
  const options = recognizer === null ? {} : { recognizer: () => Promise.resolve(recognizer) };
  const outcome = await readDocument({ file: basename(path), bytes }, options);
  if (outcome.kind === 'failed') throw new Error(`${path}: ${outcome.detail}`);
  return extractPlan(outcome.document);
}

/** The fields of a scan that its digital plan has and those that it has not. */
async function judged(
  scan: string,
  recognizer: Recognizer,
): Promise<readonly (Field & { right: boolean })[]> {
  const digital = await recordOf(join(PLANS, 'pdf', basename(scan)), null);
  const there = new Map<string, number>();
  for (const { kind, raw } of fieldsOf(digital)) {
    const key = `${kind} ${raw}`;
    there.set(key, (there.get(key) ?? 0) + 1);
  }
  return fieldsOf(await recordOf(scan, recognizer)).map((field) => {
    const key = `${field.kind} ${field.raw}`;
    const left = there.get(key) ?? 0;
    if (left > 0) there.set(key, left - 1);
    return { ...field, right: left > 0 };
  });
}

const share = (fields: readonly { readonly right: boolean }[]): string =>
  fields.length === 0
    ? '–'
    : `${((100 * fields.filter(({ right }) => right).length) / fields.length).toFixed(2)} %`;

/**
 * How often the fields of the scanned fixtures were right by their confidence: a field is right where the record of
 * the digital plan has one of its kind with the same text, white space aside.
 */
export async function confidenceCurve(engine: 'builtin' | 'native'): Promise<void> {
  const scans = ['scan-300', 'scan-200'].flatMap((form) =>
    readdirSync(join(PLANS, form)).map((name) => join(PLANS, form, name)),
  );
  const recognizer = await createRecognizer({ engine, lanes: 2, pageTimeoutMs: 600_000 });
  try {
    const fields: (Field & { readonly right: boolean })[] = [];
    for (const scan of scans)
      if (existsSync(join(PLANS, 'pdf', basename(scan)))) fields.push(...(await judged(scan, recognizer)));
    title(`Fields of ${scans.length} scanned plans by their confidence, ${engine} engine`);
    let above = Number.POSITIVE_INFINITY;
    for (const edge of EDGES) {
      const band = fields.filter(({ confidence }) => confidence >= edge && confidence < above);
      line(`${edge.toFixed(2)} and above`, `${String(band.length).padStart(4)} fields, right ${share(band)}`);
      above = edge;
    }
    const sure = fields.filter(({ confidence }) => confidence > SURE);
    line(`over ${SURE}`, `${String(sure.length).padStart(4)} of ${fields.length}, right ${share(sure)}`);
    for (const { kind, raw, confidence } of sure.filter(({ right }) => !right))
      line(`  wrong: ${kind}`, `${confidence.toFixed(3)}  ${raw.slice(0, 80)}`);
  } finally {
    await recognizer.close();
  }
}
