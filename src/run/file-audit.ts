import PQueue from 'p-queue';
import type { FailureReason, ReadFailure } from '../ingest/read-outcome.js';
import type { AuditedDocument } from '../record/audit-result.js';
import type { PlanRecord } from '../record/plan-record.js';
import type { Change, Store, StoredFailure } from '../store/store.js';
import { StoreError } from '../store/store-error.js';
import type { AuditPlan } from './audit-options.js';
import type { CollectedFile, Collection, MissingFile } from './collect-files.js';
import type { AuditHooks } from './events.js';
import { hashFile } from './hash-file.js';
import { type Candidate, type Judgement, judged } from './judge.js';
import type { WorkerPool } from './pool.js';
import type { Progress } from './protocol.js';
import { reviewedRecord } from './reviewed-record.js';

/** A file's end. `read` is false where the database held it already. */
export type FileResult =
  | { readonly kind: 'checked'; readonly candidate: Candidate; readonly read: boolean }
  | {
      readonly kind: 'failed';
      readonly document: AuditedDocument & { readonly kind: 'failed' };
      readonly read: boolean;
    };

export interface FileAuditContext {
  readonly plan: AuditPlan;
  readonly store: Store;
  readonly judgement: Judgement;
  readonly pipelineVersion: string;
  readonly runId: string;
  readonly hooks: AuditHooks;
  readonly pool: WorkerPool;
}

/** More files under way than workers: one is hashed and one is stored while the workers read. */
const AHEAD = 2;
/** Reasons that may lie in the machine and not in the file; tried again by the next run, once. */
const PASSING: ReadonlySet<FailureReason> = new Set(['timeout', 'out-of-memory', 'crashed']);
const ATTEMPTS = 2;

/** The files of one run: each hashed, looked up, read where it must be, checked, and written in one transaction. */
export class FileAudit {
  readonly #context: FileAuditContext;
  /** Files being read, by hash: a second name of the same bytes waits for the first. */
  readonly #reading = new Map<string, Promise<unknown>>();
  readonly #results = new Map<string, FileResult>();
  #total = 0;

  constructor(context: FileAuditContext) {
    this.#context = context;
  }

  /** Every file's result under its absolute path, without those that an interruption left. */
  async all({ files, missing }: Collection): Promise<ReadonlyMap<string, FileResult>> {
    const { plan } = this.#context;
    this.#total = files.length + missing.length;
    for (const file of missing) await this.#missing(file);
    const queue = new PQueue({ concurrency: plan.jobs + AHEAD });
    const onAbort = (): void => queue.clear();
    plan.signal?.addEventListener('abort', onAbort);
    try {
      const errors: unknown[] = [];
      for (const file of files) {
        if (plan.signal?.aborted) break;
        // Not awaited: a cleared queue leaves its promises open.
        void queue
          .add(() => this.#one(file))
          .catch((error: unknown) => {
            errors.push(error);
            queue.clear();
            void this.#context.pool.abort();
          });
      }
      await queue.onIdle();
      if (errors.length > 0) throw errors[0];
    } finally {
      plan.signal?.removeEventListener('abort', onAbort);
    }
    return this.#results;
  }

  async #missing(file: MissingFile): Promise<void> {
    this.#started(file);
    const { failure } = file;
    // What is not there may be a slip of the pen: nothing to remember.
    if (failure.reason !== 'not-found') await this.#save(file, null, failure);
    this.#done(file, failed(file, null, failure, true));
  }

  async #one(file: CollectedFile): Promise<void> {
    const { plan } = this.#context;
    if (plan.signal?.aborted) return;
    this.#started(file);
    const result = await this.#result(file);
    if (result !== null) this.#done(file, result);
  }

  /** Null where the run was interrupted before there was one. */
  async #result(file: CollectedFile): Promise<FileResult | null> {
    if (file.bytes > this.#context.plan.limits.maxFileBytes) {
      const failure: ReadFailure = { kind: 'failed', reason: 'too-large', detail: `${file.bytes} bytes` };
      await this.#save(file, null, failure);
      return failed(file, null, failure, true);
    }
    let sha256: string;
    try {
      sha256 = await hashFile(file.absolute);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      const failure: ReadFailure = {
        kind: 'failed',
        reason: 'not-readable',
        detail: `cannot be read (${code})`,
      };
      await this.#save(file, null, failure);
      return failed(file, null, failure, true);
    }
    // A loop: when the first reading of the same bytes ends, several may have waited for it.
    for (let other = this.#reading.get(sha256); other !== undefined; other = this.#reading.get(sha256))
      await other;
    const reading = this.#known(file, sha256).then((known) => known ?? this.#read(file, sha256));
    const settled = reading.catch(() => undefined);
    this.#reading.set(sha256, settled);
    try {
      return await reading;
    } finally {
      this.#reading.delete(sha256);
    }
  }

  /** The result as far as the database has it: the document or its failure. */
  async #known(file: CollectedFile, sha256: string): Promise<FileResult | null> {
    const { store, judgement, plan, pipelineVersion, runId } = this.#context;
    const stored = await store.findDocument(sha256, pipelineVersion);
    if (stored === null) {
      const failure = await store.findFailure(sha256, pipelineVersion);
      if (failure === null || plan.retryFailed || isWorthAnother(failure)) return null;
      if (failure.path !== file.absolute) await this.#save(file, sha256, failure.failure);
      return failed(file, sha256, failure.failure, false);
    }
    const own = stored.record.findings.slice(0, stored.record.findings.length - stored.setFindings.length);
    let record: PlanRecord = await reviewedRecord({ ...stored.record, findings: own }, store);
    if (stored.checkKey !== judgement.key) {
      record = judged(record, judgement);
      const { findings } = record;
      await store.saveFindings(sha256, { origin: 'document', checkKey: judgement.key, findings });
    }
    const change = await store.nameDocument(nameOf(file), sha256, runId);
    return checked(file, record, change, { read: false, storedSetFindings: stored.setFindings });
  }

  async #read(file: CollectedFile, sha256: string): Promise<FileResult | null> {
    const { pool, judgement, store, pipelineVersion, runId } = this.#context;
    const job = { path: file.absolute, file: file.file };
    const result = await pool.read(job, this.#tellProgress(file));
    if (result.kind === 'cancelled') return null;
    if (result.kind === 'failed') {
      await this.#save(file, sha256, result);
      return failed(file, sha256, result, true);
    }
    try {
      const reviewed = judged(await reviewedRecord(result.record, store), judgement);
      const change = await store.saveDocument({
        ...nameOf(file),
        record: { ...result.record, findings: reviewed.findings },
        reviewed,
        pipelineVersion,
        checkKey: judgement.key,
        runId,
      });
      return checked(file, reviewed, change, { read: true, storedSetFindings: [] });
    } catch (error) {
      if (error instanceof StoreError && error.code !== 'invalid-record') throw error;
      const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      const failure: ReadFailure = {
        kind: 'failed',
        reason: 'crashed',
        detail: `checking failed: ${detail}`,
      };
      await this.#save(file, sha256, failure);
      return failed(file, sha256, failure, true);
    }
  }

  async #save(file: CollectedFile | MissingFile, sha256: string | null, failure: ReadFailure): Promise<void> {
    const { store, pipelineVersion, runId } = this.#context;
    await store.saveFailure({ ...nameOf(file), sha256, failure, pipelineVersion, runId });
  }

  #started({ path, file }: CollectedFile | MissingFile): void {
    this.#context.hooks.onEvent?.({ kind: 'file-started', path, file });
  }

  /** Turns a worker's words into events: a new stage, a further page. */
  #tellProgress({ path, file }: CollectedFile): (progress: Progress) => void {
    const { onEvent } = this.#context.hooks;
    let last: Progress | null = null;
    return (progress) => {
      const { stage, page, pages } = progress;
      if (stage !== last?.stage) onEvent?.({ kind: 'stage', path, file, stage });
      if (pages > 0 && (page !== last?.page || pages !== last.pages))
        onEvent?.({ kind: 'page', path, file, stage, page, pages });
      last = progress;
    };
  }

  #done({ path, file, absolute }: CollectedFile | MissingFile, result: FileResult): void {
    this.#results.set(absolute, result);
    this.#context.hooks.onEvent?.({
      kind: 'file-done',
      path,
      file,
      outcome: result.kind === 'failed' ? 'failed' : result.candidate.document.change,
      read: result.read,
      done: this.#results.size,
      total: this.#total,
    });
  }
}

const nameOf = ({ absolute, file }: CollectedFile | MissingFile) => ({ path: absolute, file });

const isWorthAnother = ({ failure, attempts }: StoredFailure): boolean =>
  PASSING.has(failure.reason) && attempts < ATTEMPTS;

const failed = (
  { path, file }: CollectedFile | MissingFile,
  sha256: string | null,
  failure: ReadFailure,
  read: boolean,
): FileResult => ({ kind: 'failed', document: { kind: 'failed', file, path, sha256, failure }, read });

function checked(
  { path, file }: CollectedFile,
  record: PlanRecord,
  change: Change,
  {
    read,
    storedSetFindings,
  }: { readonly read: boolean; readonly storedSetFindings: Candidate['storedSetFindings'] },
): FileResult {
  const named = { ...record, source: { ...record.source, file } };
  const document = {
    kind: 'checked',
    file,
    path,
    sha256: record.source.sha256,
    change,
    record: named,
  } as const;
  return { kind: 'checked', candidate: { document, storedSetFindings }, read };
}
