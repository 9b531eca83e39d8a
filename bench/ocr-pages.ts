import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { degrade, openRaster, pixels, type Raster, WEAR } from '../fixtures/build/degrade.js';
import { type ImagePage, imagePdf } from '../fixtures/build/image-pdf.js';
import { fixture, planNames, readPlan } from '../fixtures/build/paths.js';
import { type Random, seededRandom } from '../fixtures/build/random.js';
import { runProgram } from '../fixtures/build/run-program.js';
import { findName, sealAndSignature } from '../fixtures/build/seal.js';

/** Where the built pages lie; ignored by git. */
const FOLDER = fileURLToPath(new URL('./.pages', import.meta.url));
const RING = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const GRADES = ['good', 'worn', 'poor'] as const;

/**
 * How the scanner was set. In "colour" every page is a picture of three channels with noise of their own, as office
 * scanners hand over a document that has a red seal on it; in "grey" only the pages with a seal have colour.
 */
export type Scanner = 'colour' | 'grey';

/** Deviation of each channel's noise in grey levels, how far the paper is from pure white, and the JPEG's quality. */
const COLOUR = { noise: 5, paper: 249, quality: 75 };

/** The pages of a run: one PDF of pictures, and of each page its true words. */
export interface ScannedPages {
  readonly dpi: number;
  readonly scanner: Scanner;
  readonly path: string;
  readonly pages: readonly ImagePage[];
  readonly truth: readonly (readonly string[])[];
}

interface PlanPage {
  readonly plan: string;
  readonly page: number;
}

/** The pages taken: all of each plan that is in no scan fixture, so that nothing was tuned to them. */
function chosenPages(count: number): readonly PlanPage[] {
  const chosen: PlanPage[] = [];
  for (const plan of planNames()) {
    const pdf = fixture('plans', 'pdf', `${plan}.pdf`);
    if (!existsSync(pdf) || existsSync(fixture('plans', 'scan-300', `${plan}.pdf`))) continue;
    if (existsSync(fixture('plans', 'scan-200', `${plan}.pdf`))) continue;
    const pages = Number(/^Pages:\s+(\d+)/mu.exec(runProgram('pdfinfo', [pdf]))?.[1] ?? 0);
    for (let page = 1; page <= pages && chosen.length < count; page++) chosen.push({ plan, page });
  }
  if (chosen.length < count) throw new Error(`there are only ${chosen.length} pages`);
  return chosen;
}

const wordsOf = (text: string): readonly string[] => text.normalize('NFC').split(/\s+/u).filter(Boolean);

function trueWords({ plan, page }: PlanPage): readonly string[] {
  const only = ['-f', String(page), '-l', String(page)];
  return wordsOf(runProgram('pdftotext', ['-raw', ...only, fixture('plans', 'pdf', `${plan}.pdf`), '-']));
}

function rasterized({ plan, page }: PlanPage, dpi: number): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'rasoat-bench-'));
  try {
    const only = ['-f', String(page), '-l', String(page)];
    const pdf = fixture('plans', 'pdf', `${plan}.pdf`);
    runProgram('pdftoppm', ['-r', String(dpi), ...only, '-png', pdf, join(folder, 'p')]);
    const [name] = readdirSync(folder);
    if (name === undefined) throw new Error(`${plan} has no page ${page}`);
    return readFileSync(join(folder, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The raster in three channels, each with noise of its own, on paper that is not quite white. */
async function inColour(page: Raster, random: Random): Promise<Raster> {
  const { data, width, height } = await pixels(openRaster(page).toColourspace('srgb'));
  const table = Int16Array.from({ length: 65_536 }, () => Math.round(random.normal() * COLOUR.noise));
  const darker = 255 - COLOUR.paper;
  let at = 0;
  for (let i = 0; i < data.length; i++) {
    if (i % 997 === 0) at = Math.floor(random.next() * 64_000);
    const value = (data[i] ?? 0) - darker + (table[at + (i % 997)] ?? 0);
    data[i] = Math.max(0, Math.min(255, value));
  }
  return { data, width, height, channels: 3 };
}

async function scanned(
  from: PlanPage,
  dpi: number,
  scanner: Scanner,
  grade: (typeof GRADES)[number],
): Promise<ImagePage> {
  const random = seededRandom(`bench ${from.plan} ${from.page} ${dpi}`);
  let image = sharp(rasterized(from, dpi));
  const signature = readPlan(from.plan).body.find((block) => block.signature !== undefined)?.signature;
  const place =
    signature === undefined ? null : findName(fixture('plans', 'pdf', `${from.plan}.pdf`), signature.name);
  const sealed = place?.page === from.page;
  if (sealed)
    image = image.composite([
      {
        input: sealAndSignature(RING, dpi, random),
        left: Math.round(((place.x - 95) * dpi) / 72),
        top: Math.round(((place.y - 88) * dpi) / 72),
        blend: 'multiply',
      },
    ]);
  const composed = sharp(await image.png({ compressionLevel: 1 }).toBuffer()).removeAlpha();
  const clean: Raster = await pixels(
    sealed ? composed.toColourspace('srgb') : composed.greyscale().toColourspace('b-w'),
  );
  const worn = await degrade(clean, WEAR[grade], dpi, random);
  const page = scanner === 'colour' ? await inColour(worn, random) : worn;
  const { width, height, channels } = page;
  const quality = scanner === 'colour' ? COLOUR.quality : 60;
  const jpeg = await openRaster(page).jpeg({ quality }).toBuffer();
  const [pageWidth, pageHeight] = width > height ? [841.89, 595.28] : [595.28, 841.89];
  return {
    jpeg,
    pixelWidth: width,
    pixelHeight: height,
    colour: channels === 3,
    width: pageWidth,
    height: pageHeight,
  };
}

/**
 * So many pages scanned at `dpi`: leaning, blurred, with noise and specks in three grades, stamped and signed where
 * the plan is signed. Built once, the same each time, from the digital plans; needs poppler.
 */
export async function scannedPages(count: number, dpi: number, scanner: Scanner): Promise<ScannedPages> {
  mkdirSync(FOLDER, { recursive: true });
  const chosen = chosenPages(count);
  const pages: ImagePage[] = [];
  for (const [i, from] of chosen.entries()) {
    const name = join(FOLDER, `${from.plan}-${from.page}-${dpi}-${scanner}`);
    if (!existsSync(`${name}.json`)) {
      const { jpeg, ...shape } = await scanned(from, dpi, scanner, GRADES[i % GRADES.length] ?? 'worn');
      writeFileSync(`${name}.jpg`, jpeg);
      writeFileSync(`${name}.json`, JSON.stringify(shape));
    }
    const shape = JSON.parse(readFileSync(`${name}.json`, 'utf8')) as Omit<ImagePage, 'jpeg'>;
    pages.push({ ...shape, jpeg: readFileSync(`${name}.jpg`) });
  }
  const path = join(FOLDER, `pages-${count}-${dpi}-${scanner}.pdf`);
  writeFileSync(path, imagePdf(pages));
  return { dpi, scanner, path, pages, truth: chosen.map(trueWords) };
}

/** A PDF of `count` pages, made of these over and over. */
export function repeated({ pages, dpi, scanner }: ScannedPages, count: number): string {
  const path = join(FOLDER, `repeated-${count}-${dpi}-${scanner}.pdf`);
  const all = Array.from({ length: count }, (_, i) => pages[i % pages.length]).filter((p) => p !== undefined);
  writeFileSync(path, imagePdf(all));
  return path;
}
