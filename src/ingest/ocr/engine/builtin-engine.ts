import { fileURLToPath } from 'node:url';
import { Worker as Thread } from 'node:worker_threads';
import type { Worker } from 'tesseract.js';
import {
  type Engine,
  EngineFailure,
  type EngineWord,
  NOT_TRIED,
  PAGE_SEGMENTATION_MODE,
  wordsOfTsv,
} from './engine.js';
import { toTiff } from './tiff.js';

/** Reads after which the worker is replaced: its memory never shrinks. */
const READS_PER_WORKER = 150;

/** The folder of the Vietnamese model that comes with the program, `vie.traineddata.gz`. */
export const modelFolder = (): string => fileURLToPath(new URL('../../../../models', import.meta.url));

/** A running worker and a promise that rejects when its thread dies. */
interface Running {
  readonly worker: Worker;
  readonly died: Promise<never>;
}

/** The thread behind a worker of the library, which has no event for its end. */
function threadOf(worker: Worker): Thread | null {
  const thread: unknown = 'worker' in worker ? worker.worker : null;
  return thread instanceof Thread ? thread : null;
}

async function startWorker(dpi: number): Promise<Running> {
  const { createWorker } = await import('tesseract.js');
  const worker = await createWorker('vie', 1, {
    langPath: modelFolder(),
    gzip: true,
    cacheMethod: 'none',
    // A rejected job rejects its promise too; without a handler the library throws inside its message listener.
    errorHandler: () => undefined,
  });
  const died = new Promise<never>((_, reject) => {
    const thread = threadOf(worker);
    thread?.on('error', (error) =>
      reject(new EngineFailure(`the recognizer's thread died: ${error.message}`)),
    );
    thread?.on('exit', () => reject(new EngineFailure("the recognizer's thread ended")));
  });
  died.catch(() => undefined);
  await worker.setParameters({ user_defined_dpi: String(dpi), ...NOT_TRIED });
  return { worker, died };
}

/** An engine on tesseract.js with the model from the package; nothing is fetched and nothing is written to disk. */
export function createBuiltinEngine(dpi: number): Engine {
  let starting: Promise<Running> | null = null;
  let mode = '';
  let reads = 0;
  const drop = async (): Promise<void> => {
    const old = starting;
    starting = null;
    mode = '';
    reads = 0;
    if (old !== null) await (await old).worker.terminate();
  };
  return {
    kind: 'builtin',
    sharpened: true,
    async read(picture, segmentation, signal, characters = ''): Promise<readonly EngineWord[]> {
      if (signal.aborted) throw new EngineFailure('stopped');
      if (reads >= READS_PER_WORKER) await drop();
      reads++;
      starting ??= startWorker(dpi);
      let stop: (() => void) | undefined;
      const stopped = new Promise<never>((_, reject) => {
        stop = () => reject(new EngineFailure('stopped'));
        signal.addEventListener('abort', stop, { once: true });
      });
      const work = async ({ worker }: Running): Promise<readonly EngineWord[]> => {
        const wanted = `${PAGE_SEGMENTATION_MODE[segmentation]} ${characters}`;
        if (mode !== wanted) {
          await worker.setParameters({
            tessedit_pageseg_mode: PAGE_SEGMENTATION_MODE[segmentation] as never,
            tessedit_char_whitelist: characters,
          });
          mode = wanted;
        }
        const { data } = await worker.recognize(toTiff(picture), {}, { text: false, tsv: true });
        return wordsOfTsv(data.tsv ?? '');
      };
      try {
        return await Promise.race([starting.then(work), starting.then(({ died }) => died), stopped]);
      } catch (error) {
        // The worker may hang in the job or be gone; a job that is cut off never settles.
        await drop().catch(() => undefined);
        if (error instanceof EngineFailure) throw error;
        throw new EngineFailure(error instanceof Error ? error.message : String(error));
      } finally {
        if (stop !== undefined) signal.removeEventListener('abort', stop);
      }
    },
    close: () => drop().catch(() => undefined),
  };
}
