import type { Grey } from '../grey.js';

/** A word as the engine found it; box in pixels of the picture it was given, confidence 0..1. */
export interface EngineWord {
  readonly text: string;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly confidence: number;
}

/** How Tesseract takes the picture: a block of lines, one line, one word, scattered text. */
export type Segmentation = 'block' | 'line' | 'word' | 'sparse';

export const PAGE_SEGMENTATION_MODE: Readonly<Record<Segmentation, string>> = {
  block: '6',
  line: '7',
  word: '8',
  sparse: '11',
};

/**
 * What Tesseract need not try: reading unsure lines as white on black, which no sheet has, and finding out whether
 * letters stand at even distances, as those of typewriters do. Together a seventh of its time.
 */
export const NOT_TRIED: Readonly<Record<string, string>> = { tessedit_do_invert: '0', textord_all_prop: '1' };

/** A recognition engine: pictures in, words out. */
export interface Engine {
  readonly kind: 'builtin' | 'native';
  /** Whether it reads sharpened pictures better: marks, yes with the fast model; codes, no with the large one. */
  readonly sharpened: boolean;
  /**
   * Reads one picture. Rejects with an EngineFailure when the engine broke, or when `signal` was aborted: the work
   * is stopped then, not only abandoned, and the engine can be used again. `characters`: the only ones that words may
   * be read with.
   */
  read(
    picture: Grey,
    segmentation: Segmentation,
    signal: AbortSignal,
    characters?: string,
  ): Promise<readonly EngineWord[]>;
  /** Ends every process and thread of the engine. */
  close(): Promise<void>;
}

/** The engine broke or was stopped; the picture may be tried again. */
export class EngineFailure extends Error {
  override readonly name = 'EngineFailure';
}

/** Words of Tesseract's TSV output (level 5 rows); rows that are not whole are passed over. */
export function wordsOfTsv(tsv: string): readonly EngineWord[] {
  const words: EngineWord[] = [];
  for (const line of tsv.split('\n')) {
    const fields = line.split('\t');
    if (fields[0] !== '5' || fields.length < 12) continue;
    const [left, top, width, height, confidence] = fields.slice(6, 11).map(Number);
    const text = fields.slice(11).join('\t').trim();
    if (text === '' || left === undefined || top === undefined) continue;
    if (width === undefined || height === undefined || confidence === undefined) continue;
    if (![left, top, width, height, confidence].every(Number.isFinite)) continue;
    words.push({
      text: text
        .normalize('NFC')
        .replace(/ÐĐ|ĐÐ|Ð/gu, 'Đ')
        .replace(/[⁄∕]/gu, '/'),
      x0: left,
      y0: top,
      x1: left + width,
      y1: top + height,
      confidence: Math.min(1, Math.max(0, confidence / 100)),
    });
  }
  return words;
}
