import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { openPagePictures } from '../../ingest/page-picture/open-page-pictures.js';
import type { PagePictures } from '../../ingest/page-picture/page-picture.js';
import { prepareForPdf } from '../../ingest/page-picture/prepare-for-pdf.js';
import type { ReadFailure } from '../../ingest/read-outcome.js';
import { DEFAULT_WORKER_LIMITS } from '../worker-limits.js';
import {
  type FromPictureWorker,
  type PictureJob,
  type PictureResult,
  READY_FOR_PDF,
  type ToPictureWorker,
} from './picture-protocol.js';

/*
 * The process in which pages are drawn: whatever a file does to it, the program goes on. Started by PictureProcess;
 * ends when its channel closes.
 */

/** Files that stay open: people go to and fro between a few documents. */
const KEPT_OPEN = 3;
const PAGE_TIMEOUT_MS = 15_000;

const open = new Map<string, PagePictures>();

async function opened({ path, sha256, dpi }: PictureJob): Promise<PagePictures | ReadFailure> {
  const key = `${sha256} ${dpi}`;
  const known = open.get(key);
  if (known !== undefined) {
    open.delete(key);
    open.set(key, known);
    return known;
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await readFile(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { kind: 'failed', reason: code === 'ENOENT' ? 'not-found' : 'not-readable', detail: code };
  }
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    return { kind: 'failed', reason: 'not-found', detail: 'the file was changed since it was read' };
  const pictures = await openPagePictures(bytes, { dpi, timeoutMs: PAGE_TIMEOUT_MS, margin: 0 });
  if (pictures.kind === 'failed') return pictures;
  open.set(key, pictures);
  const [oldest] = open.keys();
  if (open.size > KEPT_OPEN && oldest !== undefined) {
    await open.get(oldest)?.close();
    open.delete(oldest);
  }
  return pictures;
}

async function take(job: PictureJob): Promise<PictureResult> {
  const pictures = await opened(job);
  return pictures.kind === 'failed' ? pictures : await pictures.picture(job.page, job.box);
}

const say = (message: FromPictureWorker): void => {
  process.send?.(message);
};

new Worker(new URL('../worker-guard.js', import.meta.url), {
  workerData: { parent: process.ppid, maxResidentBytes: DEFAULT_WORKER_LIMITS.maxResidentBytes },
}).unref();

process.on('disconnect', () => process.exit(0));
process.on('message', ({ id, job }: ToPictureWorker) => {
  void take(job).then(
    (result) => say({ kind: 'done', id, result }),
    (error: unknown) =>
      say({ kind: 'done', id, result: { kind: 'failed', reason: 'broken', detail: String(error) } }),
  );
});
say({ kind: 'ready' });
if (process.argv.includes(READY_FOR_PDF)) await prepareForPdf();
