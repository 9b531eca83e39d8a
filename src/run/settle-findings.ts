import { dirname, resolve } from 'node:path';
import type { Baseline, BaselineDocument } from '../check/baseline/baseline.js';
import { compareWithBaseline } from '../check/baseline/compare-with-baseline.js';
import { findingChanges } from '../check/baseline/finding-changes.js';
import { matchUnits } from '../check/expected/match-units.js';
import { suppress } from '../check/suppress/suppress.js';
import type { AuditedDocument, AuditResult } from '../record/audit-result.js';
import type { Finding } from '../record/finding.js';
import type { RunLookup } from '../store/history-store.js';
import type { Store, StoredRecord } from '../store/store.js';
import type { AuditPlan } from './audit-options.js';
import { type Judgement, judged } from './judge.js';
import { withoutDismissed } from './reviewed-record.js';

/** A run that `--baseline` names and the database does not hold, or holds several of. */
export class UnknownRunError extends Error {
  override readonly name = 'UnknownRunError';

  constructor(
    readonly run: string,
    /** Ids of the runs that begin so. */
    readonly candidates: readonly string[],
  ) {
    super(`no run ${run}`);
  }
}

type Settled = Pick<AuditResult, 'documents' | 'suppressions' | 'baseline' | 'expected'>;

/**
 * What is said of findings once they are all there: what is new, stayed or was mended (against the baseline that was
 * named, else each file's former version), which are suppressed, and which units handed in nothing.
 */
export async function settleFindings(
  found: readonly AuditedDocument[],
  context: SettleContext,
): Promise<Settled> {
  const { plan, judgement, baseline } = context;
  const compared =
    baseline === null
      ? { documents: await againstFormerVersions(found, context) }
      : compareWithBaseline(
          found,
          'documents' in baseline ? baseline : await baselineOf(baseline, found, context),
        );
  const today = new Date().toISOString().slice(0, 10);
  const { suppressions, expected } = plan;
  const suppressed = suppressions === null ? null : suppress(compared.documents, suppressions, today);
  const documents: AuditedDocument[] = [];
  for (const document of suppressed?.documents ?? compared.documents)
    documents.push(await withoutDismissed(document, context.store));
  return {
    documents,
    ...(suppressed === null || suppressions === null
      ? {}
      : { suppressions: { name: suppressions.name, idle: suppressed.idle } }),
    ...('summary' in compared ? { baseline: compared.summary } : {}),
    ...(expected === null
      ? {}
      : { expected: matchUnits(documents, expected.units, expected.name, judgement.registers) }),
  };
}

export interface SettleContext {
  readonly plan: AuditPlan;
  readonly judgement: Judgement;
  readonly store: Store;
  readonly baseline: FoundBaseline;
}

/** A baseline that was given, or a run whose files are still to be read. */
export type FoundBaseline = Baseline | Extract<RunLookup, { kind: 'found' }> | null;

/** Looks the run up that the options name, so that a wrong name shows before work begins. Throws UnknownRunError. */
export async function findBaseline(plan: AuditPlan, store: Store): Promise<FoundBaseline> {
  const named = plan.baseline;
  if (named === null || 'documents' in named) return named;
  const found = await store.history.recordsOfRun(named.run);
  if (found.kind === 'found') return found;
  throw new UnknownRunError(named.run, found.kind === 'ambiguous' ? found.runs : []);
}

/** The files as a run left them, those beside the files of this audit, under the paths by which it shows them. */
async function baselineOf(
  run: Extract<RunLookup, { kind: 'found' }>,
  found: readonly AuditedDocument[],
  { plan, judgement }: SettleContext,
): Promise<Baseline> {
  const shown = new Map(found.map(({ path }) => [resolve(plan.cwd, path), path]));
  const folders = new Set([...shown.keys()].map(dirname));
  const documents: BaselineDocument[] = [];
  for await (const stored of run.records) {
    if (!folders.has(dirname(stored.path))) continue;
    documents.push({
      file: stored.file,
      path: shown.get(stored.path) ?? stored.path,
      sha256: stored.sha256,
      issuingAgency: stored.record.header.issuingAgency,
      planYear: stored.record.header.planYear,
      findings: findingsNow(stored, judgement),
    });
  }
  return { name: run.runId, documents };
}

/** The findings of an older version by today's rules, so that only the plan's own changes show. */
const findingsNow = (stored: StoredRecord, judgement: Judgement): readonly Finding[] =>
  stored.checkKey === judgement.key
    ? stored.record.findings
    : [...judged(stored.record, judgement).findings, ...stored.setFindings];

async function againstFormerVersions(
  documents: readonly AuditedDocument[],
  { plan, judgement, store }: SettleContext,
): Promise<readonly AuditedDocument[]> {
  const settled: AuditedDocument[] = [];
  for (const document of documents) {
    const former =
      document.kind === 'checked'
        ? await store.history.formerVersion(resolve(plan.cwd, document.path))
        : null;
    settled.push(
      document.kind === 'checked' && former !== null
        ? {
            ...document,
            changes: findingChanges(document.record.findings, {
              file: former.file,
              sha256: former.sha256,
              findings: findingsNow(former, judgement),
            }),
          }
        : document,
    );
  }
  return settled;
}
