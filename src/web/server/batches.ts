import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ReadableStream } from 'node:stream/web';
import PQueue from 'p-queue';
import type { AuditedDocument, AuditResult } from '../../record/audit-result.js';
import type { AuditEvent, AuditHooks } from '../../run/events.js';
import type { Batch, BatchFile, UploadLimits } from '../api/batches.js';
import { BatchFolders, type UnfinishedBatch } from './batch-folders.js';
import { receive } from './upload.js';
import { WebError } from './web-error.js';

/** Audits files under the names that people call them. */
export type RunAudit = (
  files: readonly { readonly path: string; readonly name: string }[],
  hooks: AuditHooks,
  signal: AbortSignal,
) => Promise<AuditResult>;

export const UPLOAD_LIMITS: UploadLimits = { files: 500, bytesPerFile: 200_000_000, bytes: 4_000_000_000 };
/** Batches whose progress is remembered; what they read is in the database. */
const REMEMBERED = 50;

/** A batch that nobody sent anything to for so long is given up. */
const GIVEN_UP_MS = 2 * 3_600_000;

interface Kept {
  batch: Batch;
  /** When it last got a file, in milliseconds of the clock. */
  touched: number;
  readonly by: string;
  readonly paths: Map<number, string>;
  readonly watchers: Set<(batch: Batch) => void>;
  receiving: number;
  /** The last number that was given to a file. */
  numbers: number;
}

const NOT_BEGUN: Omit<BatchFile, 'id' | 'name' | 'bytes'> = {
  state: 'waiting',
  stage: null,
  page: 0,
  pages: 0,
  sha256: null,
  failure: null,
};

/**
 * Files that people hand in, batch by batch: received one by one into a folder of their own under numbers, then
 * audited together, one batch after the other.
 */
export class Batches {
  readonly #folders: BatchFolders;
  readonly #audit: RunAudit;
  readonly #limits: UploadLimits;
  readonly #onError: (error: unknown) => void;
  readonly #kept = new Map<string, Kept>();
  readonly #queue = new PQueue({ concurrency: 1 });
  readonly #stop = new AbortController();

  /** `onError` hears why a whole batch failed. */
  constructor(
    folder: string,
    audit: RunAudit,
    {
      limits = UPLOAD_LIMITS,
      onError = () => undefined,
    }: { readonly limits?: UploadLimits; readonly onError?: (error: unknown) => void } = {},
  ) {
    this.#folders = new BatchFolders(resolve(folder));
    this.#audit = audit;
    this.#limits = limits;
    this.#onError = onError;
  }

  /** Goes on with the batches whose audits an earlier server did not finish. */
  async resume(): Promise<void> {
    for (const { id, by, files } of await this.#folders.takeOver()) {
      const waiting = files.map((file) => ({ ...NOT_BEGUN, ...file }));
      const kept = this.#keep({ id, state: 'queued', files: waiting, run: null, error: null }, by);
      for (const file of files) kept.paths.set(file.id, this.#folders.path(id, file.id));
      void this.#queue.add(() => this.#run(kept));
    }
  }

  get limits(): UploadLimits {
    return this.#limits;
  }

  /** Begins a batch of this person. */
  async begin(by: string): Promise<Batch> {
    await this.#giveUp((kept) => kept.receiving === 0 && Date.now() - kept.touched > GIVEN_UP_MS);
    this.#forget();
    const id = randomUUID();
    await this.#folders.begin(id);
    return this.#keep({ id, state: 'open', files: [], run: null, error: null }, by).batch;
  }

  /** This person's batches that were sent off, the newest first. */
  of(by: string): readonly Batch[] {
    const own = [...this.#kept.values()].filter((kept) => kept.by === by && kept.batch.state !== 'open');
    return own.map(({ batch }) => batch).reverse();
  }

  /** Adds a file. Throws WebError: "not-found", "bad-request" for a batch on its way, "too-many", "too-large". */
  async add(
    id: string,
    by: string,
    name: string,
    body: ReadableStream<Uint8Array> | null,
  ): Promise<BatchFile> {
    const kept = this.#own(id, by);
    if (kept.batch.state !== 'open') throw new WebError('bad-request', 'the batch is already on its way');
    const number = ++kept.numbers;
    if (kept.paths.size >= this.#limits.files) throw new WebError('too-many');
    const path = this.#folders.path(id, number);
    kept.paths.set(number, path);
    const left = (): number =>
      this.#limits.bytes - kept.batch.files.reduce((sum, { bytes }) => sum + bytes, 0);
    kept.receiving += 1;
    kept.touched = Date.now();
    let bytes: number;
    try {
      bytes = await receive(body, path, Math.min(this.#limits.bytesPerFile, left()));
    } catch (error) {
      kept.paths.delete(number);
      throw error;
    } finally {
      kept.receiving -= 1;
      kept.touched = Date.now();
    }
    // Others may have come in meanwhile.
    if (bytes > left()) {
      await rm(path, { force: true });
      throw new WebError('too-large');
    }
    const file: BatchFile = { ...NOT_BEGUN, id: number, name, bytes };
    this.#change(kept, { files: [...kept.batch.files, file].sort((a, b) => a.id - b.id) });
    return file;
  }

  /** Sends a batch on its way. Throws WebError as `add` does, and "bad-request" for an empty one. */
  async start(id: string, by: string): Promise<Batch> {
    const kept = this.#own(id, by);
    const { state, files } = kept.batch;
    if (state !== 'open') throw new WebError('bad-request', 'the batch is already on its way');
    if (kept.receiving > 0) throw new WebError('bad-request', 'a file is still being received');
    if (files.length === 0) throw new WebError('bad-request', 'there is no file in the batch');
    this.#change(kept, { state: 'queued' });
    const note: UnfinishedBatch = {
      id,
      by,
      files: files.map(({ id: number, name, bytes }) => ({ id: number, name, bytes })),
    };
    await this.#folders.sendOff(note);
    void this.#queue.add(() => this.#run(kept));
    return kept.batch;
  }

  /** The batch as it is now. Throws WebError "not-found". */
  get(id: string, by: string): Batch {
    return this.#own(id, by).batch;
  }

  /** Calls `onChange` at every change until the returned function is called. Throws WebError "not-found". */
  watch(id: string, by: string, onChange: (batch: Batch) => void): () => void {
    const { watchers } = this.#own(id, by);
    watchers.add(onChange);
    return () => watchers.delete(onChange);
  }

  /** Lets the running audit end in order; what it leaves undone is resumed by the next server. */
  async close(): Promise<void> {
    this.#queue.clear();
    this.#stop.abort();
    await this.#queue.onIdle();
    await this.#giveUp(() => true);
  }

  #keep(batch: Batch, by: string): Kept {
    const kept: Kept = {
      batch,
      by,
      touched: Date.now(),
      paths: new Map(),
      watchers: new Set(),
      receiving: 0,
      numbers: 0,
    };
    this.#kept.set(batch.id, kept);
    return kept;
  }

  /** Removes batches that were never sent off, and their files. */
  async #giveUp(which: (kept: Kept) => boolean): Promise<void> {
    for (const [id, kept] of this.#kept)
      if (kept.batch.state === 'open' && which(kept)) {
        this.#kept.delete(id);
        await this.#folders.discard(id);
      }
  }

  async #run(kept: Kept): Promise<void> {
    this.#change(kept, { state: 'running' });
    const files = kept.batch.files.map(({ id, name }) => ({ path: kept.paths.get(id) ?? '', name }));
    const byPath = new Map([...kept.paths].map(([number, path]) => [path, number]));
    try {
      const result = await this.#audit(
        files,
        { onEvent: (event) => this.#hear(kept, byPath, event) },
        this.#stop.signal,
      );
      if (this.#stop.signal.aborted) return;
      for (const document of result.documents) this.#finished(kept, byPath.get(document.path), document);
      await this.#folders.finish(kept.batch.id);
      this.#change(kept, { state: 'finished', run: result.runId });
    } catch (error) {
      this.#onError(error);
      this.#change(kept, { state: 'failed', error: 'failed' });
    }
  }

  #hear(kept: Kept, byPath: ReadonlyMap<string, number>, event: AuditEvent): void {
    if (!('path' in event)) return;
    const id = byPath.get(event.path);
    if (id === undefined) return;
    switch (event.kind) {
      case 'file-started':
        this.#changeFile(kept, id, { state: 'reading' });
        return;
      case 'stage':
        this.#changeFile(kept, id, { stage: event.stage });
        return;
      case 'page':
        this.#changeFile(kept, id, { page: event.page, pages: event.pages });
        return;
      case 'file-done':
        this.#changeFile(kept, id, { state: event.outcome === 'failed' ? 'failed' : 'done' });
        return;
    }
  }

  #finished(kept: Kept, id: number | undefined, document: AuditedDocument): void {
    if (id === undefined) return;
    this.#changeFile(
      kept,
      id,
      document.kind === 'checked'
        ? { state: 'done', sha256: document.sha256 }
        : { state: 'failed', failure: document.failure.reason },
    );
  }

  #changeFile(kept: Kept, id: number, change: Partial<BatchFile>): void {
    const files = kept.batch.files.map((file) => (file.id === id ? { ...file, ...change } : file));
    this.#change(kept, { files });
  }

  #change(kept: Kept, change: Partial<Batch>): void {
    kept.batch = { ...kept.batch, ...change };
    for (const tell of kept.watchers) tell(kept.batch);
  }

  #own(id: string, by: string): Kept {
    const kept = this.#kept.get(id);
    if (kept === undefined || kept.by !== by) throw new WebError('not-found');
    return kept;
  }

  #forget(): void {
    for (const [id, { batch }] of this.#kept) {
      if (this.#kept.size <= REMEMBERED) return;
      if (batch.state === 'finished' || batch.state === 'failed') this.#kept.delete(id);
    }
  }
}
