import { isDeepStrictEqual } from 'node:util';
import { check } from '../check/check.js';
import { checkSet } from '../check/check-set.js';
import type { Registers } from '../check/registers/load-registers.js';
import type { AuditedDocument } from '../record/audit-result.js';
import type { Finding } from '../record/finding.js';
import type { PlanRecord } from '../record/plan-record.js';
import type { Store } from '../store/store.js';

/** Everything that findings are judged by. `key` stands for it in the database. */
export interface Judgement {
  readonly registers: Registers;
  readonly asOf: string | null;
  readonly key: string;
}

/** The record with the findings of the document by itself. */
export const judged = (record: PlanRecord, by: Judgement): PlanRecord => ({
  ...record,
  findings: [...check(record, by.registers, { asOf: by.asOf })],
});

/** A document whose findings may lack those of the set. */
export type Checked = Extract<AuditedDocument, { kind: 'checked' }>;

/** A checked document with the findings of the set that the database holds for it; they are not in its record. */
export interface Candidate {
  readonly document: Checked;
  readonly storedSetFindings: readonly Finding[];
}

/**
 * Compares the documents with each other, stores what changed, and gives each document the findings of the set
 * behind its own. Documents of the same bytes are compared once.
 */
export async function judgeSet(
  candidates: readonly Candidate[],
  by: Judgement,
  store: Store,
): Promise<readonly Checked[]> {
  const different = new Map<string, Candidate>();
  for (const candidate of candidates)
    if (!different.has(candidate.document.sha256)) different.set(candidate.document.sha256, candidate);
  const found = checkSet(
    [...different.values()].map(({ document }) => document.record),
    by.registers,
  );
  for (const [sha256, { storedSetFindings }] of different) {
    const findings = found.get(sha256) ?? [];
    if (!isDeepStrictEqual(findings, storedSetFindings))
      await store.saveFindings(sha256, { origin: 'set', findings });
  }
  return candidates.map(({ document }) => withSetFindings(document, found.get(document.sha256) ?? []));
}

/** The document with these findings of the set behind its own. */
export const withSetFindings = (document: Checked, findings: readonly Finding[]): Checked => ({
  ...document,
  record: { ...document.record, findings: [...document.record.findings, ...findings] },
});
