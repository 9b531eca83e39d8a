import { loadRegisters } from '../check/registers/load-registers.js';
import type { AuditedDocument, AuditResult } from '../record/audit-result.js';
import { openStore } from '../store/open-store.js';
import type { Store } from '../store/store.js';
import { type AuditOptions, type AuditPlan, planOf } from './audit-options.js';
import { checkKey } from './check-key.js';
import { type CollectedFile, type Collection, collectFiles } from './collect-files.js';
import type { AuditHooks } from './events.js';
import { FileAudit, type FileResult } from './file-audit.js';
import { type Candidate, type Judgement, judgeSet, withSetFindings } from './judge.js';
import { pipelineVersionFor } from './pipeline-version.js';
import { WorkerPool } from './pool.js';
import { programVersion } from './program-version.js';
import { findBaseline, settleFindings } from './settle-findings.js';

/**
 * Reads, checks and stores every plan that the paths lead to. A file that the database holds from the same pipeline
 * version is not read again; one that can't be read is a document of kind "failed". Documents come in the order of
 * their paths. Throws StoreError where the database can't be used, RegisterError where the registers can't, and
 * UnknownRunError where the baseline is a run that the database doesn't hold.
 */
export async function audit(options: AuditOptions, hooks: AuditHooks = {}): Promise<AuditResult> {
  const plan = planOf(options);
  const version = programVersion();
  const judgement: Judgement = {
    registers: loadRegisters(plan.rules),
    asOf: plan.asOf,
    key: await checkKey(plan.rules, plan.asOf, version),
  };
  const startedAt = new Date().toISOString();
  const { db } = options;
  const database = typeof db === 'string' ? [db, `${db}-wal`, `${db}-shm`] : [];
  const collection = await collectFiles(plan.paths, {
    cwd: plan.cwd,
    exclude: [...plan.exclude, ...database],
    names: plan.names,
  });
  const store = typeof db === 'string' ? await openStore(db) : db;
  try {
    const pipelineVersion = pipelineVersionFor(plan);
    const baseline = await findBaseline(plan, store);
    const runId = await store.startRun({ version, pipelineVersion, asOf: plan.asOf });
    const run: Run = { plan, store, judgement, pipelineVersion, runId, hooks };
    const { documents, left } = await carryOut(collection, run);
    const settled = await settleFindings(documents, { plan, judgement, store, baseline });
    const finishedAt = new Date().toISOString();
    const result = { runId, version, startedAt, finishedAt, asOf: plan.asOf, ...settled };
    return left.length > 0 ? { ...result, left } : result;
  } finally {
    if (typeof db === 'string') await store.close();
  }
}

interface Run {
  readonly plan: AuditPlan;
  readonly store: Store;
  readonly judgement: Judgement;
  readonly pipelineVersion: string;
  readonly runId: string;
  readonly hooks: AuditHooks;
}

interface Outcome {
  readonly documents: readonly AuditedDocument[];
  /** Paths that an interruption left undone. */
  readonly left: readonly string[];
}

/** The run from its first file to its end in the database, however it ends. */
async function carryOut(collection: Collection, run: Run): Promise<Outcome> {
  const { store, runId, hooks } = run;
  try {
    hooks.onEvent?.({ kind: 'collected', files: collection.files.length + collection.missing.length });
    const results = await auditFiles(collection, run);
    const outcome = await settle(collection, results, run);
    await store.finishRun(runId, {
      state: outcome.left.length > 0 ? 'interrupted' : 'finished',
      checked: outcome.documents.filter((document) => document.kind === 'checked').length,
      unchanged: [...results.values()].filter((result) => result.kind === 'checked' && !result.read).length,
      failed: outcome.documents.filter((document) => document.kind === 'failed').length,
    });
    return outcome;
  } catch (error) {
    // The first error is the one to tell; where it came from the database, this can't be written either.
    const end = { state: 'interrupted', checked: 0, unchanged: 0, failed: 0 } as const;
    await store.finishRun(runId, end).catch(() => undefined);
    throw error;
  }
}

/** Pages of one file that are recognized at the same time: each takes memory of the worker's bound. */
const MOST_LANES = 2;

/** Every file's result under its absolute path; files that an interruption left are not in it. */
async function auditFiles(collection: Collection, run: Run): Promise<ReadonlyMap<string, FileResult>> {
  const { plan } = run;
  const size = Math.min(plan.jobs, Math.max(1, collection.files.length));
  const pool = new WorkerPool({
    size,
    module: plan.workerModule,
    settings: {
      limits: plan.limits,
      ocr: plan.ocr,
      recognize: plan.recognize,
      lanes: Math.min(MOST_LANES, Math.max(1, Math.floor(plan.jobs / size))),
    },
    limits: plan.workerLimits,
  });
  const onAbort = (): void => void pool.abort();
  plan.signal?.addEventListener('abort', onAbort);
  try {
    return await new FileAudit({ ...run, pool }).all(collection);
  } finally {
    plan.signal?.removeEventListener('abort', onAbort);
    await pool.close();
  }
}

/** Puts results in the order of paths and adds what the set shows; an interrupted set shows nothing new. */
async function settle(
  collection: Collection,
  results: ReadonlyMap<string, FileResult>,
  { judgement, store, hooks }: Run,
): Promise<Outcome> {
  const inOrder: readonly Pick<CollectedFile, 'path' | 'absolute'>[] = [
    ...collection.files,
    ...collection.missing,
  ].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const left = inOrder.filter(({ absolute }) => !results.has(absolute)).map(({ path }) => path);
  const candidates = inOrder.flatMap(({ absolute }) => {
    const result = results.get(absolute);
    return result?.kind === 'checked' ? [{ absolute, ...result.candidate }] : [];
  });
  if (left.length > 0) hooks.onEvent?.({ kind: 'interrupted', left: left.length });
  else hooks.onEvent?.({ kind: 'checking-set', documents: candidates.length });
  const judgedDocuments =
    left.length > 0 ? candidates.map(asStored) : await judgeSet(candidates, judgement, store);
  const checked = new Map(candidates.map(({ absolute }, i) => [absolute, judgedDocuments[i]]));
  const documents = inOrder.flatMap(({ absolute }): readonly AuditedDocument[] => {
    const result = results.get(absolute);
    const document = result?.kind === 'failed' ? result.document : checked.get(absolute);
    return document === undefined ? [] : [document];
  });
  return { documents, left };
}

const asStored = ({ document, storedSetFindings }: Candidate) => withSetFindings(document, storedSetFindings);
