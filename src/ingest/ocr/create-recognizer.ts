import type { LayoutPage } from '../layout/layout-page.js';
import { createBuiltinEngine } from './builtin-engine.js';
import { READING_DPI } from './clean-page.js';
import { type Engine, EngineFailure } from './engine.js';
import { createNativeEngine, findNativeTesseract } from './native-engine.js';
import { readPage } from './read-page.js';
import type { Raster, RasterPage, Recognizer } from './recognizer.js';

/** How pages are recognized. */
export interface RecognizerOptions {
  /** "auto" takes the installed `tesseract` where it is on the PATH with `vie`, else the one that comes along. */
  readonly engine?: 'auto' | 'builtin' | 'native';
  /** Milliseconds that a page may take before it counts as unreadable; 60,000 by default. */
  readonly pageTimeoutMs?: number;
  /** Pixels that a page is read with at most; larger pictures are made smaller. 40 million by default. */
  readonly maxPixels?: number;
}

const PAGE_TIMEOUT = 60_000;
const MAX_PIXELS = 40_000_000;

async function chooseEngine(wanted: 'auto' | 'builtin' | 'native'): Promise<Engine> {
  if (wanted === 'builtin') return createBuiltinEngine(READING_DPI);
  const program = await findNativeTesseract();
  if (program !== null) return createNativeEngine(program, READING_DPI);
  if (wanted === 'native')
    throw new EngineFailure('no program "tesseract" with the language "vie" was found on the PATH');
  return createBuiltinEngine(READING_DPI);
}

function unreadable(page: RasterPage, reason: string): LayoutPage {
  return { ...page, method: 'unreadable', reason, confidence: 0, words: [], rulings: [] };
}

/**
 * A recognizer for Vietnamese pages that works offline. Pages given at once are read one after the other. A page over
 * the time limit, or at which the engine broke twice, comes back "unreadable" with the reason. Rejects with an
 * EngineFailure when the "native" engine is asked for and is not there.
 */
export async function createRecognizer(options: RecognizerOptions = {}): Promise<Recognizer> {
  const engine = await chooseEngine(options.engine ?? 'auto');
  const timeout = options.pageTimeoutMs ?? PAGE_TIMEOUT;
  const maxPixels = options.maxPixels ?? MAX_PIXELS;
  const closing = new AbortController();
  let last: Promise<unknown> = Promise.resolve();

  const attempt = async (raster: Raster, page: RasterPage, tries: number): Promise<LayoutPage> => {
    const timer = new AbortController();
    const handle = setTimeout(() => timer.abort(), timeout);
    try {
      const signal = AbortSignal.any([timer.signal, closing.signal]);
      return await readPage(raster, page, { engine, maxPixels, signal });
    } catch (error) {
      if (!(error instanceof EngineFailure)) throw error;
      if (closing.signal.aborted) throw new EngineFailure('the recognizer was closed');
      if (timer.signal.aborted) return unreadable(page, `recognition took over ${timeout / 1000} s`);
      if (tries > 1) return await attempt(raster, page, tries - 1);
      return unreadable(page, `the recognizer failed: ${error.message}`);
    } finally {
      clearTimeout(handle);
    }
  };

  return {
    engine: engine.kind,
    recognize(raster, page): Promise<LayoutPage> {
      const turn = last.then(() => {
        if (closing.signal.aborted) throw new EngineFailure('the recognizer was closed');
        return attempt(raster, page, 2);
      });
      last = turn.catch(() => undefined);
      return turn;
    },
    async close(): Promise<void> {
      closing.abort();
      await last;
      await engine.close();
    },
  };
}
