import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentsOf } from '../../../src/ingest/ocr/components.js';

/** Components by flood filling: slow and plain. */
function floodCount(width: number, height: number, ink: readonly number[]): number {
  const seen = new Set<number>();
  let count = 0;
  for (let start = 0; start < ink.length; start++) {
    if (ink[start] !== 1 || seen.has(start)) continue;
    count++;
    const open = [start];
    seen.add(start);
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)];
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) {
          const [nx, ny] = [x + dx, y + dy];
          const next = ny * width + nx;
          if (nx < 0 || ny < 0 || nx >= width || ny >= height || ink[next] !== 1 || seen.has(next)) continue;
          seen.add(next);
          open.push(next);
        }
    }
  }
  return count;
}

describe('components', () => {
  it('are those that flood filling finds, and hold all ink once', () => {
    const bitmaps = fc
      .record({ width: fc.integer({ min: 1, max: 14 }), height: fc.integer({ min: 1, max: 14 }) })
      .chain(({ width, height }) =>
        fc.record({
          width: fc.constant(width),
          height: fc.constant(height),
          ink: fc.array(fc.constantFrom(0, 0, 1), { minLength: width * height, maxLength: width * height }),
        }),
      );
    fc.assert(
      fc.property(bitmaps, ({ width, height, ink }) => {
        const { components, runs } = componentsOf({ width, height, data: Uint8Array.from(ink) });
        expect(components).toHaveLength(floodCount(width, height, ink));
        const all = components.flatMap((c) => c.runs);
        expect(new Set(all).size).toBe(all.length);
        expect(all).toHaveLength(runs.y.length);
        const area = components.reduce((sum, c) => sum + c.area, 0);
        expect(area).toBe(ink.filter((v) => v === 1).length);
      }),
    );
  });
});
