import { expect, it } from 'vitest';
import type { Engine } from '../../../src/ingest/ocr/engine/engine.js';
import { EngineFailure } from '../../../src/ingest/ocr/engine/engine.js';
import { enginePool } from '../../../src/ingest/ocr/engine/engine-pool.js';
import { paper } from './draw.js';

/** Engines that never read two pictures at once, nor more than `most` together. */
function counting(): {
  readonly newEngine: () => Engine;
  readonly most: () => number;
  readonly closed: () => number;
} {
  let [together, most, closed] = [0, 0, 0];
  const newEngine = (): Engine => {
    let reading = false;
    return {
      kind: 'builtin',
      sharpened: true,
      async read({ width }) {
        if (reading) throw new Error('an engine was given a second picture');
        reading = true;
        most = Math.max(most, ++together);
        await new Promise((resolve) => setTimeout(resolve, 2));
        reading = false;
        together--;
        if (width === 13) throw new EngineFailure('broke');
        return [{ text: String(width), x0: 0, y0: 0, x1: 1, y1: 1, confidence: 1 }];
      },
      close: () => Promise.resolve(void closed++),
    };
  };
  return { newEngine, most: () => most, closed: () => closed };
}

it('a pool of engines reads as many pictures at once as it has engines, and goes on after one broke', async () => {
  const { newEngine, most, closed } = counting();
  const pool = enginePool(newEngine, 2);
  const { signal } = new AbortController();
  const read = await Promise.allSettled(
    [10, 11, 12, 13, 14, 15].map((width) => pool.read(paper(width, 4), 'block', signal)),
  );
  expect(read.map((one) => (one.status === 'fulfilled' ? one.value[0]?.text : one.reason.message))).toEqual([
    '10',
    '11',
    '12',
    'broke',
    '14',
    '15',
  ]);
  expect(most()).toBe(2);
  await pool.close();
  expect(closed()).toBe(2);
});
