import { componentsOf } from './components.js';
import { type Bitmap, type Grey, soften, toGrey } from './grey.js';
import { runsDown } from './orientation.js';
import { inkThreshold, toBitmap, whitenPaper } from './paper.js';
import { withoutPenStrokes } from './pen-strokes.js';
import { letterHeight, piecesOf } from './piece.js';
import { type RasterRuling, takeRulings } from './raster-rulings.js';
import type { CleanPage } from './read-sheet.js';
import type { Raster } from './recognizer.js';
import { estimateLean, level, quarterTurn, type Turn } from './upright.js';

/**
 * The resolution that pages are read at, in dots an inch. Letters of 13 to 14 points come out 18 to 26 pixels high,
 * where Tesseract's line reader makes the fewest mistakes; more pixels cost time and gain nothing.
 */
export const READING_DPI = 250;

/** Below this share of lines against columns a page may lie on its side: its letters tell. */
const UNSURE = 1.45;
/** Pixels at the reading resolution that dirt may have: a full stop has more. */
const SPECK = 12;
/** How much lighter than ink a rule may be printed. */
const FAINT = 50;

/** A page in grey at the reading resolution, white where the paper is, with the angle at which its lines fall. */
export interface PreparedPage {
  readonly grey: Grey;
  readonly threshold: number;
  /** Degrees by which lines fall, in the picture as it is turned when it likely lies on its side. */
  readonly lean: number;
  readonly sideways: boolean;
}

/** A page set upright, its rulings found and taken out, its ink in pieces of lines. */
export interface UprightPage extends CleanPage {
  readonly turn: Turn;
  readonly rulings: readonly RasterRuling[];
  /** Share of the page that is inked, rulings and specks left out. */
  readonly inkShare: number;
}

function lettersRunDown(ink: Bitmap): boolean {
  const { components } = componentsOf(ink);
  return runsDown(components, letterHeight(components, READING_DPI));
}

/** Brings a raster of a page `pageWidth` points wide to the reading resolution, in grey on white paper. */
export async function preparePage(
  raster: Raster,
  pageWidth: number,
  maxPixels: number,
): Promise<PreparedPage> {
  const { default: sharp } = await import('sharp');
  const { width, height, channels } = raster;
  const fit = Math.sqrt(maxPixels / ((width * height * (READING_DPI * pageWidth) ** 2) / (72 * width) ** 2));
  const target = Math.max(1, Math.round(((READING_DPI * pageWidth) / 72) * Math.min(1, fit)));
  let small: Raster = raster;
  if (Math.abs(target - width) > width * 0.05) {
    const { data, info } = await sharp(raster.data, {
      raw: { width, height, channels },
      limitInputPixels: false,
    })
      .resize(target, Math.max(1, Math.round((height * target) / width)), { fit: 'fill', kernel: 'lanczos3' })
      .toColourspace(channels === 1 ? 'b-w' : 'srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    small = { width: info.width, height: info.height, channels, data };
  }
  const grey = whitenPaper(withoutPenStrokes(toGrey(small), small, READING_DPI));
  const soft = soften(grey);
  const threshold = inkThreshold(soft);
  const ink = toBitmap(soft, threshold);
  const { degrees, lineToColumn } = estimateLean(ink);
  const sideways = lineToColumn < UNSURE && lettersRunDown(ink);
  const lean = sideways ? estimateLean(quarterTurn(ink, 1)).degrees : degrees;
  return { grey: soft, threshold, lean, sideways };
}

/** Turns a prepared page upright and takes it apart; `dpi` is the prepared page's resolution. */
export function takeApart(page: PreparedPage, turn: Turn, dpi: number): UprightPage {
  const turned = level(quarterTurn(page.grey, turn.quarters), turn.degrees);
  const grey: Grey = turned === page.grey ? { ...turned, data: Uint8Array.from(turned.data) } : turned;
  const bitmap = toBitmap(grey, page.threshold);
  const faint = toBitmap(grey, Math.min(225, page.threshold + FAINT));
  const rulings = takeRulings(grey, bitmap, faint, dpi);
  const { components, runs } = componentsOf(bitmap);
  const size = letterHeight(components, dpi);
  const pieces = size === 0 ? [] : piecesOf(components, rulings, size);
  let ink = 0;
  for (const { area } of components) if (area >= SPECK) ink += area;
  return { grey, runs, pieces, size, rulings, turn, inkShare: ink / (grey.width * grey.height) };
}
