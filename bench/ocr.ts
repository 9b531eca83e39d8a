import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { confidenceCurve } from './confidence.js';
import { line, title } from './measure.js';
import { repeated, type ScannedPages, type Scanner, scannedPages } from './ocr-pages.js';
import { byOcrmypdf, byRasoat, byTesseract, isThere, type Reading, runRasoat } from './ocr-programs.js';
import { scoreWords } from './word-score.js';

/*
 * npm run bench:ocr                     all programs on the same twenty pages, in colour and in grey, at 300 and 200 dpi
 * npm run bench:ocr -- --only rasoat    this program alone
 * npm run bench:ocr -- --dpi 300        one resolution
 * npm run bench:ocr -- --scanner grey   one setting of the scanner
 * npm run bench:ocr -- --engine native  with one engine
 * npm run bench:ocr -- --memory 500     memory over 500 pages instead
 * npm run bench:ocr -- --confidence     what the confidence of fields is worth, instead
 */

const PAGES = 20;

const option = (name: string): string | null => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? null : (process.argv[at + 1] ?? '');
};

type EngineName = 'builtin' | 'native';

/** The engines asked for, of those that are there. */
const engines = (): readonly EngineName[] =>
  (['builtin', 'native'] as const).filter((engine) => {
    if ((option('engine') ?? engine) !== engine) return false;
    if (engine === 'builtin' || isThere('tesseract')) return true;
    line('native engine', 'NOT MEASURED: tesseract is not installed');
    return false;
  });

/** The settings of the scanner that were asked for. */
const scanners = (): readonly Scanner[] =>
  (['colour', 'grey'] as const).filter((one) => (option('scanner') ?? one) === one);

/** Seconds a page: as they passed, and of the processors' time. */
interface Pace {
  readonly perPage: number;
  readonly processor: number;
}

function show(name: string, scans: ScannedPages, { took, words }: Reading): Pace {
  const { recall, precision } = scoreWords(scans.truth, words);
  const perPage = took.seconds / scans.pages.length;
  line(
    name,
    `${perPage.toFixed(2)} s/page (processor ${(took.cpuSeconds / scans.pages.length).toFixed(2)} s)   recall ${recall.toFixed(4)}   precision ${precision.toFixed(4)}   ` +
      `peak ${took.peakMegabytes.toFixed(0)} MB`,
  );
  return { perPage, processor: took.cpuSeconds / scans.pages.length };
}

async function compare(dpi: number, scanner: Scanner, only: string | null, folder: string): Promise<void> {
  const scans = await scannedPages(PAGES, dpi, scanner);
  title(`${PAGES} pages scanned in ${scanner} at ${dpi} dpi, one file, ${process.version}`);
  const own: [string, Pace][] = [];
  for (const engine of engines()) {
    const reading = await byRasoat(scans.path, PAGES, engine, folder);
    own.push([engine, show(`rasoat audit --ocr ${engine}`, scans, reading)]);
  }
  if (only === 'rasoat') return;
  if (isThere('tesseract')) show('tesseract -l vie, two at once', scans, await byTesseract(scans, folder));
  else line('tesseract', 'NOT MEASURED: it is not installed');
  if (!isThere('ocrmypdf')) {
    line('ocrmypdf', 'NOT MEASURED: it is not installed (apt install ocrmypdf)');
    return;
  }
  const theirs = show('ocrmypdf -l vie --deskew', scans, await byOcrmypdf(scans, folder));
  for (const [engine, time] of own)
    line(
      `rasoat ${engine}, share of ocrmypdf's time`,
      `1/${(theirs.perPage / time.perPage).toFixed(1)}, of its processor time 1/${(theirs.processor / time.processor).toFixed(1)}`,
    );
}

async function memory(count: number, folder: string): Promise<void> {
  const scans = await scannedPages(PAGES, 300, 'grey');
  const pdf = repeated(scans, count);
  for (const engine of engines()) {
    const took = await runRasoat(pdf, engine, folder);
    title(`Memory over ${count} pages in one file, ${engine} engine (${took.seconds.toFixed(0)} s)`);
    const tenth = Math.max(1, Math.floor(took.course.length / 10));
    for (let part = 0; part < 10; part++) {
      const most = Math.max(...took.course.slice(part * tenth, (part + 1) * tenth));
      line(`${part * 10} to ${part * 10 + 10} % of the time`, `${most.toFixed(0)} MB`);
    }
    line('peak', `${took.peakMegabytes.toFixed(0)} MB`);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'rasoat-bench-'));
try {
  const long = option('memory');
  const dpi = option('dpi');
  if (process.argv.includes('--confidence')) {
    for (const engine of engines()) await confidenceCurve(engine);
  } else if (long !== null) await memory(Number(long), folder);
  else
    for (const scanner of scanners())
      for (const one of dpi === null ? [300, 200] : [Number(dpi)])
        await compare(one, scanner, option('only'), folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
