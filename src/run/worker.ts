import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { extractPlan } from '../extract/extract-plan.js';
import type { Recognizer } from '../ingest/ocr/recognizer.js';
import { readDocument } from '../ingest/read-document.js';
import type {
  FromWorker,
  OcrChoice,
  Progress,
  ReadJob,
  ReadSettings,
  Stage,
  ToWorker,
  WorkerResult,
} from './protocol.js';
import { DEFAULT_WORKER_LIMITS } from './worker-limits.js';

/*
 * The process in which files are parsed, one at a time: whatever a file does to it, the run goes on. Started by
 * WorkerProcess; talks over its channel and ends when that closes.
 */

/** Well below the time for a silent file: a page that takes too long is unreadable, the rest of the file is not. */
const PAGE_TIMEOUT_MS = 25_000;

let recognizer: Promise<Recognizer> | null = null;

/** The same recognizer for every file of this process; one that failed to start is started again next time. */
function startRecognizer(engine: Exclude<OcrChoice, 'off'>, lanes: number): Promise<Recognizer> {
  recognizer ??= import('../ingest/ocr/create-recognizer.js')
    .then(({ createRecognizer }) => createRecognizer({ engine, lanes, pageTimeoutMs: PAGE_TIMEOUT_MS }))
    .catch((error: unknown) => {
      recognizer = null;
      throw error;
    });
  return recognizer;
}

const say = (message: FromWorker): void => {
  process.send?.(message);
};

async function read(
  job: ReadJob,
  settings: ReadSettings,
  onProgress: (progress: Progress) => void,
): Promise<WorkerResult> {
  let progress: Progress = { stage: 'reading', page: 0, pages: 0 };
  const tell = (next: Partial<Progress>): void => {
    progress = { ...progress, ...next };
    onProgress(progress);
  };
  const enter = (stage: Stage): void => {
    if (progress.stage !== stage) tell({ stage });
  };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await readFile(job.path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'ENOENT') return { kind: 'failed', reason: 'not-found', detail: 'the file is gone' };
    return { kind: 'failed', reason: 'not-readable', detail: `cannot be read (${code})` };
  }
  const { ocr } = settings;
  const outcome = await readDocument(
    { file: job.file, bytes },
    {
      limits: settings.limits,
      recognize: settings.recognize ?? 'auto',
      onPage: (page, pages) => tell({ page, pages }),
      recognizer:
        ocr === 'off'
          ? null
          : () => {
              enter('recognizing');
              return startRecognizer(ocr, settings.lanes ?? 1);
            },
    },
  );
  if (outcome.kind === 'failed') return outcome;
  enter('extracting');
  return { kind: 'extracted', record: extractPlan(outcome.document) };
}

async function stop(): Promise<void> {
  const started = await recognizer?.catch(() => null);
  await started?.close();
  process.exit(0);
}

const maxResidentBytes = Number(process.argv[2] ?? DEFAULT_WORKER_LIMITS.maxResidentBytes);
new Worker(new URL('./worker-guard.js', import.meta.url), {
  workerData: { parent: process.ppid, maxResidentBytes },
}).unref();

process.on('disconnect', () => process.exit(0));
process.on('message', (message: ToWorker) => {
  if (message.kind === 'stop') {
    void stop();
    return;
  }
  const { id, job, settings } = message;
  void read(job, settings, (progress) => say({ kind: 'progress', id, progress })).then((result) =>
    say({ kind: 'done', id, result }),
  );
});
say({ kind: 'ready' });
