import { componentsOf } from './components.js';
import { whitenEdges } from './edges.js';
import { type Bitmap, type Grey, soften, toGrey } from './grey.js';
import { isColoured, withoutColour } from './marks/colour.js';
import { withoutResidue } from './marks/colour-residue.js';
import { takeGreySeals } from './marks/grey-seals.js';
import { withoutPenStrokes } from './marks/pen-strokes.js';
import { findSeals, type PixelBox } from './marks/seals.js';
import { runsDown } from './orientation.js';
import { inkThreshold, toBitmap, whitenPaper } from './paper.js';
import { findDesk, sheetShare, whitenDesk } from './photo/desk.js';
import { estimateWarp } from './photo/estimate-warp.js';
import { isUnevenlyLit } from './photo/light.js';
import { withoutShadows } from './photo/shadows.js';
import { flattened, type Warp } from './photo/warp.js';
import { letterHeight, piecesOf } from './piece.js';
import type { CleanPage } from './read-sheet.js';
import type { Raster } from './recognizer.js';
import { type RasterRuling, takeRulings } from './rulings/raster-rulings.js';
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
/** Share by which a raster's size may differ from the wanted one and be read as it is. */
const SAME_SIZE = 0.05;

/** A page in grey at the reading resolution, white where the paper is, with the angle at which its lines fall. */
export interface PreparedPage {
  readonly grey: Grey;
  readonly threshold: number;
  /** Degrees by which lines fall, in the picture as it is turned when it likely lies on its side. */
  readonly lean: number;
  /** How the sheet is warped in a photograph, in the picture turned in the same way; null where it lies flat. */
  readonly warp: Warp | null;
  readonly sideways: boolean;
  /** Red seals and blue signatures, which are not in `grey`; pixels of the page as it was given. */
  readonly seals: readonly PixelBox[];
  readonly signatures: readonly PixelBox[];
}

/** A page set upright, its rulings found and taken out, its ink in pieces of lines. */
export interface UprightPage extends CleanPage {
  readonly turn: Turn;
  readonly rulings: readonly RasterRuling[];
  /** Seals without colour, which are not in `grey`; pixels of the upright page. */
  readonly seals: readonly PixelBox[];
  /** Share of the page that is inked, rulings and specks left out. */
  readonly inkShare: number;
}

function lettersRunDown(ink: Bitmap): boolean {
  const { components } = componentsOf(ink);
  return runsDown(components, letterHeight(components, READING_DPI));
}

/** A raster `across` x `down` points large at the reading resolution, or below it where `maxPixels` asks for that. */
async function toReadingSize(
  raster: Raster,
  across: number,
  down: number,
  maxPixels: number,
): Promise<Raster> {
  const { default: sharp } = await import('sharp');
  const { width, height, channels } = raster;
  const pixels = (READING_DPI / 72) ** 2 * across * down;
  const scale = (READING_DPI / 72) * Math.min(1, Math.sqrt(maxPixels / pixels));
  const wide = Math.max(1, Math.round(across * scale));
  const high = Math.max(1, Math.round(down * scale));
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= SAME_SIZE * b;
  if (near(wide, width) && near(high, height)) return raster;
  const { data, info } = await sharp(raster.data, {
    raw: { width, height, channels },
    limitInputPixels: false,
  })
    .resize(wide, high, { fit: 'fill', kernel: wide < width ? 'cubic' : 'lanczos3' })
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels, data };
}

/** Brings a raster `across` x `down` points large to the reading resolution, in grey on white paper. */
export async function preparePage(
  raster: Raster,
  across: number,
  down: number,
  maxPixels: number,
): Promise<PreparedPage> {
  const coloured = isColoured(raster);
  const source: Raster = coloured ? raster : { ...withoutColour(raster), channels: 1 };
  const small = await toReadingSize(source, across, down, maxPixels);
  const dpi = (small.width * 72) / across;
  const seals = findSeals(small, dpi);
  const { grey: print, signatures } = withoutPenStrokes(toGrey(small), small, dpi);
  const plain = withoutResidue(print, small, [...seals, ...signatures], dpi);
  const photographed = isUnevenlyLit(plain);
  const soft = soften(photographed ? withoutShadows(plain) : whitenPaper(plain));
  const desk = photographed ? findDesk(plain) : null;
  if (desk !== null) whitenDesk(soft, desk);
  let threshold = inkThreshold(soft);
  // A scan's dark edges weigh on the threshold: faint print would fall on the paper's side.
  if (whitenEdges(soft, threshold) && !photographed) threshold = inkThreshold(soft);
  const ink = toBitmap(soft, threshold);
  const { degrees, lineToColumn } = estimateLean(ink);
  // From an angle, lines of a photograph are no sharper than columns.
  const sideways = (photographed || lineToColumn < UNSURE) && lettersRunDown(ink);
  const turned = sideways ? quarterTurn(ink, 1) : ink;
  const flat = { degrees: sideways ? estimateLean(turned).degrees : degrees, warp: null };
  const { degrees: lean, warp } = photographed
    ? estimateWarp(turned, flat.degrees, dpi, desk === null ? 1 : sheetShare(desk))
    : flat;
  return { grey: soft, threshold, lean, warp, sideways, seals, signatures };
}

/** Turns a prepared page upright and takes it apart; `dpi` is the prepared page's resolution. */
export function takeApart(page: PreparedPage, turn: Turn, dpi: number): UprightPage {
  const set = quarterTurn(page.grey, turn.quarters);
  const turned = turn.warp === null ? level(set, turn.degrees) : flattened(set, turn.degrees, turn.warp);
  const grey: Grey = turned === page.grey ? { ...turned, data: Uint8Array.from(turned.data) } : turned;
  const bitmap = toBitmap(grey, page.threshold);
  const seals = page.seals.length > 0 ? [] : takeGreySeals(grey, bitmap, dpi);
  const faint = toBitmap(grey, Math.min(225, page.threshold + FAINT));
  const rulings = takeRulings(grey, bitmap, faint, dpi);
  const { components, runs } = componentsOf(bitmap);
  const size = letterHeight(components, dpi);
  const pieces = size === 0 ? [] : piecesOf(components, rulings, size);
  let ink = 0;
  for (const { area } of components) if (area >= SPECK) ink += area;
  return { grey, runs, pieces, size, rulings, seals, turn, inkShare: ink / (grey.width * grey.height) };
}
