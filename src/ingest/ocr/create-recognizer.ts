import PQueue from 'p-queue';
import type { LayoutPage } from '../layout/layout-page.js';
import { type PreparedPage, preparePage, READING_DPI } from './clean-page.js';
import { createBuiltinEngine } from './engine/builtin-engine.js';
import { type Engine, EngineFailure } from './engine/engine.js';
import { enginePool } from './engine/engine-pool.js';
import { createNativeEngine, findNativeTesseract } from './engine/native-engine.js';
import { ProgramLauncher } from './engine/program-launcher.js';
import { areaOf, readPage } from './read-page.js';
import type { Raster, RasterPage, Recognizer } from './recognizer.js';

/** How pages are recognized. */
export interface RecognizerOptions {
  /** "auto" takes the installed `tesseract` where it is on the PATH with `vie`, else the one that comes along. */
  readonly engine?: 'auto' | 'builtin' | 'native';
  /** Milliseconds that a page may take before it counts as unreadable; 60,000 by default. */
  readonly pageTimeoutMs?: number;
  /** Pixels that a page is read with at most; larger pictures are made smaller. 40 million by default. */
  readonly maxPixels?: number;
  /**
   * Pictures that engines read at the same time; 1 by default. With more than one, another page is prepared meanwhile
   * where memory allows.
   */
  readonly lanes?: number;
}

const PAGE_TIMEOUT = 60_000;
const MAX_PIXELS = 40_000_000;
/** Resident memory up to which a page more than there are engines is taken: its pictures need some 60 MB. */
const ROOMY = 500_000_000;

/** How engines are made, and what ends all that they share. */
interface EngineMaker {
  readonly make: () => Engine;
  readonly end: () => Promise<void>;
}

async function chooseEngine(wanted: 'auto' | 'builtin' | 'native'): Promise<EngineMaker> {
  const builtin: EngineMaker = { make: () => createBuiltinEngine(READING_DPI), end: () => Promise.resolve() };
  if (wanted === 'builtin') return builtin;
  const program = await findNativeTesseract();
  if (program !== null) {
    const launcher = new ProgramLauncher();
    return { make: () => createNativeEngine(program, launcher, READING_DPI), end: () => launcher.close() };
  }
  if (wanted === 'native')
    throw new EngineFailure('no program "tesseract" with the language "vie" was found on the PATH');
  return builtin;
}

function unreadable({ number, width, height }: RasterPage, reason: string): LayoutPage {
  return { number, width, height, method: 'unreadable', reason, confidence: 0, words: [], rulings: [] };
}

/** Prepares a page and lets go of its raster, which is far larger than what is read in the end. */
function prepare(
  given: { raster: Raster | null },
  page: RasterPage,
  maxPixels: number,
): Promise<PreparedPage> {
  const { raster } = given;
  given.raster = null;
  if (raster === null) throw new RangeError('a raster is prepared once');
  const [x0, y0, x1, y1] = areaOf(page);
  return preparePage(raster, x1 - x0, y1 - y0, maxPixels);
}

/**
 * A recognizer for Vietnamese pages that works offline. Pages given at once are read as many at a time as there are
 * lanes, the others after them. A page over the time limit, or at which the engine broke twice, comes back "unreadable"
 * with the reason. Rejects with an EngineFailure when the "native" engine is asked for and is not there.
 */
export async function createRecognizer(options: RecognizerOptions = {}): Promise<Recognizer> {
  const { make, end } = await chooseEngine(options.engine ?? 'auto');
  const lanes = Math.max(1, Math.floor(options.lanes ?? 1));
  const engine = enginePool(make, lanes);
  const pages = lanes === 1 ? 1 : lanes + 1;
  const queue = new PQueue({ concurrency: pages });
  const timeout = options.pageTimeoutMs ?? PAGE_TIMEOUT;
  const maxPixels = options.maxPixels ?? MAX_PIXELS;
  const closing = new AbortController();

  const attempt = async (prepared: PreparedPage, page: RasterPage, tries: number): Promise<LayoutPage> => {
    const timer = new AbortController();
    const handle = setTimeout(() => timer.abort(), timeout);
    try {
      const signal = AbortSignal.any([timer.signal, closing.signal]);
      return await readPage(prepared, page, { engine, signal });
    } catch (error) {
      if (!(error instanceof EngineFailure)) throw error;
      if (closing.signal.aborted) throw new EngineFailure('the recognizer was closed');
      if (timer.signal.aborted) return unreadable(page, `recognition took over ${timeout / 1000} s`);
      if (tries > 1) return await attempt(prepared, page, tries - 1);
      return unreadable(page, `the recognizer failed: ${error.message}`);
    } finally {
      clearTimeout(handle);
    }
  };

  return {
    engine: engine.kind,
    get lanes(): number {
      return process.memoryUsage.rss() < ROOMY ? pages : lanes;
    },
    recognize(raster, page): Promise<LayoutPage> {
      const given: { raster: Raster | null } = { raster };
      return queue.add(async () => {
        if (closing.signal.aborted) throw new EngineFailure('the recognizer was closed');
        const prepared = await prepare(given, page, maxPixels);
        return await attempt(prepared, page, 2);
      });
    },
    async close(): Promise<void> {
      closing.abort();
      await queue.onIdle();
      await engine.close();
      await end();
    },
  };
}
