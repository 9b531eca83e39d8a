import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from '../dist/check/check.js';
import { loadRegisters } from '../dist/check/registers/load-registers.js';
import type { SourceDocument } from '../dist/document/source-document.js';
import { extractPlan } from '../dist/extract/extract-plan.js';
import { createRecognizer } from '../dist/ingest/ocr/create-recognizer.js';
import type { Recognizer } from '../dist/ingest/ocr/recognizer.js';
import { readDocument } from '../dist/ingest/read-document.js';
import {
  filesOf,
  line,
  medianOf,
  type PlanFile,
  perSecond,
  processorSeconds,
  run,
  seconds,
  title,
} from './measure.js';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
/** How often each document is extracted and checked in a round. */
const TIMES = 5;
/** Rounds before those that are measured: for about so many V8 is still compiling, on threads that count as well. */
const WARM_UP = 8;

async function readAll(
  files: readonly PlanFile[],
  recognizer: Recognizer | null = null,
): Promise<readonly SourceDocument[]> {
  const documents: SourceDocument[] = [];
  for (const { file, bytes } of files) {
    // a copy: pdf.js takes over the bytes that it is given
    const input = { file, bytes: bytes.slice() };
    const outcome = await readDocument(
      input,
      recognizer === null ? {} : { recognizer: () => Promise.resolve(recognizer) },
    );
    if (outcome.kind === 'failed') throw new Error(`${file}: ${outcome.detail}`);
    documents.push(outcome.document);
  }
  return documents;
}

const pagesOf = (documents: readonly SourceDocument[]): number =>
  documents.reduce((n, d) => n + d.pages.length, 0);

async function digital(): Promise<void> {
  const docx = filesOf('docx');
  const pdf = filesOf('pdf');
  title(`Digital documents (${docx.length} DOCX, ${pdf.length} PDF, each ${ROUNDS} times, one process)`);
  await readAll(docx);
  const warm = await readAll(pdf);
  const docxTime = await medianOf(ROUNDS, () => seconds(() => readAll(docx)));
  line('DOCX', perSecond(docx.length, docxTime, 'documents'));
  const pdfTime = await medianOf(ROUNDS, () => seconds(() => readAll(pdf)));
  const theirs = await medianOf(ROUNDS, () =>
    pdf.reduce((sum, { path }) => sum + run('pdftotext', ['-layout', path, '-']), 0),
  );
  line(
    'PDF',
    `${perSecond(pdf.length, pdfTime, 'documents')}, ${perSecond(pagesOf(warm), pdfTime, 'pages')}`,
  );
  line(
    'pdftotext -layout on the same files',
    `${perSecond(pdf.length, theirs, 'documents')}, ${perSecond(pagesOf(warm), theirs, 'pages')}`,
  );
  line('PDF, times the time of pdftotext', (pdfTime / theirs).toFixed(2));
}

async function scans(): Promise<void> {
  const files = filesOf('scan-300').slice(0, 3);
  const folder = mkdtempSync(join(tmpdir(), 'rasoat-bench-'));
  try {
    for (const [i, { path }] of files.entries())
      run('pdftoppm', ['-r', '300', '-gray', '-png', path, join(folder, `s${i}`)]);
    const pictures = readdirSync(folder).map((name) => join(folder, name));
    title(`Scans at 300 dpi (${pictures.length} pages, one page at a time)`);
    const plain = pictures.reduce((sum, path) => sum + run('tesseract', [path, 'stdout', '-l', 'vie']), 0);
    line('tesseract -l vie, plain text', perSecond(pictures.length, plain, 'pages'));
    for (const engine of ['builtin', 'native'] as const) {
      const recognizer = await createRecognizer({ engine });
      const time = await seconds(() => readAll(files, recognizer));
      await recognizer.close();
      line(
        `Rasoat, ${engine} engine`,
        `${perSecond(pictures.length, time, 'pages')}, ${(time / plain).toFixed(2)} times the time of tesseract`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Seconds of processor time that `work` takes on all items. */
interface Pace {
  /** The first time in the process, compiling with it. */
  readonly first: number;
  readonly warm: number;
}

async function paceOf<T>(items: readonly T[], work: (item: T) => unknown): Promise<Pace> {
  // each time on a copy: what is kept of a document that was seen before would make the second time cheaper
  const once = (): number => {
    let sum = 0;
    for (const item of items) {
      const copy = structuredClone(item);
      sum += processorSeconds(() => work(copy));
    }
    return sum;
  };
  const round = (): number => {
    let sum = 0;
    for (let i = 0; i < TIMES; i++) sum += once();
    return sum / TIMES;
  };
  const first = once();
  for (let i = 0; i < WARM_UP; i++) round();
  return { first, warm: await medianOf(ROUNDS, round) };
}

async function extracting(): Promise<void> {
  const documents = await readAll([...filesOf('txt'), ...filesOf('docx'), ...filesOf('pdf')]);
  const registers = loadRegisters();
  const megabytes = documents.reduce((sum, d) => sum + Buffer.byteLength(d.text), 0) / 1e6;
  const extract = await paceOf(documents, extractPlan);
  const records = documents.map((d) => extractPlan(d));
  const checking = await paceOf(records, (record) => check(record, registers));
  title(
    `Extracting and checking alone (${documents.length} documents, ${megabytes.toFixed(2)} MB of text, processor time)`,
  );
  line('extracting', perSecond(megabytes, extract.warm, 'MB'));
  line('checking', perSecond(megabytes, checking.warm, 'MB'));
  line('both', perSecond(megabytes, extract.warm + checking.warm, 'MB'));
  line('both, the first time in a process', perSecond(megabytes, extract.first + checking.first, 'MB'));
}

async function startUp(): Promise<void> {
  const program = fileURLToPath(new URL('../bin/rasoat.js', import.meta.url));
  const once = (args: readonly string[]): number => {
    const start = performance.now();
    spawnSync(process.execPath, args);
    return performance.now() - start;
  };
  title('Start-up (median of 15)');
  line('rasoat --version', `${(await medianOf(15, () => once([program, '--version']))).toFixed(0)} ms`);
  line('node -e 0', `${(await medianOf(15, () => once(['-e', '0']))).toFixed(0)} ms`);
}

await startUp();
await extracting();
await digital();
await scans();
title('Memory');
line('peak of this process', `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
