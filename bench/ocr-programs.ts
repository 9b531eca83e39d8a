import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import PQueue from 'p-queue';
import sharp from 'sharp';
import { createRecognizer } from '../dist/ingest/ocr/create-recognizer.js';
import type { Recognizer } from '../dist/ingest/ocr/recognizer.js';
import { readDocument } from '../dist/ingest/read-document.js';
import type { ScannedPages } from './ocr-pages.js';
import { type Measured, measured } from './tree-memory.js';
import { wordsOf } from './word-score.js';

/** What a program made of the pages. */
export interface Reading {
  readonly took: Measured;
  readonly words: readonly (readonly string[])[];
}

const RASOAT = fileURLToPath(new URL('../bin/rasoat.js', import.meta.url));

/** Whether a program answers. */
export const isThere = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

/** The words that Rasoat's recognizer finds on each page, before the layout leaves out repeated heads of tables. */
async function recognizedWords(
  pdf: string,
  pages: number,
  engine: 'builtin' | 'native',
): Promise<readonly (readonly string[])[]> {
  const recognizer = await createRecognizer({ engine, lanes: 2 });
  const words: string[][] = Array.from({ length: pages }, () => []);
  const listening: Recognizer = {
    ...recognizer,
    async recognize(raster, page) {
      const read = await recognizer.recognize(raster, page);
      words[page.number - 1] = read.words.flatMap(({ text }) => [...wordsOf(text)]);
      return read;
    },
  };
  try {
    const bytes = new Uint8Array(readFileSync(pdf));
    await readDocument({ file: pdf, bytes }, { recognizer: () => Promise.resolve(listening) });
  } finally {
    await recognizer.close();
  }
  return words;
}

/** `rasoat audit` on the PDF of all pages, from its start to the reports on disk. */
export async function runRasoat(
  pdf: string,
  engine: 'builtin' | 'native',
  folder: string,
): Promise<Measured> {
  const out = join(folder, `rasoat-${engine}`);
  const args = [RASOAT, 'audit', pdf, '--ocr', engine, '--out', out, '--db', join(folder, `${engine}.db`)];
  return await measured(process.execPath, [...args, '--no-progress', '--fail-on', 'never']);
}

/** A run of the program for its time and memory, and another reading for its words. */
export async function byRasoat(
  pdf: string,
  pages: number,
  engine: 'builtin' | 'native',
  folder: string,
): Promise<Reading> {
  const took = await runRasoat(pdf, engine, folder);
  return { took, words: await recognizedWords(pdf, pages, engine) };
}

/** `ocrmypdf -l vie --deskew` on the same PDF, with as many workers as it takes by itself. */
export async function byOcrmypdf(scans: ScannedPages, folder: string): Promise<Reading> {
  const out = join(folder, 'ocrmypdf.pdf');
  const took = await measured('ocrmypdf', ['-l', 'vie', '--deskew', '--quiet', scans.path, out]);
  const words = scans.pages.map((_, i) => {
    const only = ['-f', String(i + 1), '-l', String(i + 1)];
    const text = spawnSync('pdftotext', ['-raw', ...only, out, '-'], { maxBuffer: 1 << 26 });
    return wordsOf(text.stdout.toString('utf8'));
  });
  return { took, words };
}

/** Plain `tesseract`, a process a page, two at once, on the pages' pixels without compression. */
export async function byTesseract(scans: ScannedPages, folder: string): Promise<Reading> {
  const own = join(folder, 'tesseract');
  mkdirSync(own, { recursive: true });
  const paths: string[] = [];
  for (const [i, page] of scans.pages.entries()) {
    const path = join(own, `${i}.ppm`);
    const { data, info } = await sharp(page.jpeg)
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    writeFileSync(path, Buffer.concat([Buffer.from(`P6\n${info.width} ${info.height}\n255\n`), data]));
    paths.push(path);
  }
  const queue = new PQueue({ concurrency: 2 });
  const start = performance.now();
  const read = await Promise.all(
    paths.map((path) =>
      queue.add(() =>
        measured('tesseract', [path, 'stdout', '-l', 'vie', '--dpi', String(scans.dpi)], {
          OMP_THREAD_LIMIT: '1',
        }),
      ),
    ),
  );
  const seconds = (performance.now() - start) / 1000;
  const peaks = read.map((one) => one.peakMegabytes).sort((a, b) => b - a);
  const took: Measured = {
    seconds,
    cpuSeconds: read.reduce((sum, one) => sum + one.cpuSeconds, 0),
    peakMegabytes: (peaks[0] ?? 0) + (peaks[1] ?? 0),
    course: [],
    stdout: '',
  };
  return { took, words: read.map((one) => wordsOf(one.stdout)) };
}
