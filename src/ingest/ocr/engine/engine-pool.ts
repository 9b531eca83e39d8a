import PQueue from 'p-queue';
import type { Engine } from './engine.js';

/** The least index at which no engine works; there is always one, as no more pictures are read than there are. */
const freeOf = (busy: readonly boolean[]): number => Math.max(0, busy.indexOf(false));

/**
 * `size` engines (at least one) as one that reads so many pictures at a time and the others after them. Who works on more pages than
 * that has the next pages' pictures ready when an engine becomes free.
 */
export function enginePool(newEngine: () => Engine, size: number): Engine {
  const engines = [newEngine(), ...Array.from({ length: Math.max(0, size - 1) }, newEngine)] as const;
  const busy = engines.map(() => false);
  const queue = new PQueue({ concurrency: engines.length });
  const [{ kind, sharpened }] = engines;
  return {
    kind,
    sharpened,
    read: (...what) =>
      queue.add(async () => {
        const free = freeOf(busy);
        busy[free] = true;
        try {
          return await (engines[free] ?? engines[0]).read(...what);
        } finally {
          busy[free] = false;
        }
      }),
    async close(): Promise<void> {
      await Promise.all(engines.map((engine) => engine.close()));
    },
  };
}
