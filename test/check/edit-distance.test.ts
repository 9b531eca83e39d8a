import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithinEdits } from '../../src/check/edit-distance.js';

/** Restricted Damerau-Levenshtein, straight from its definition. */
function distance(a: string, b: string): number {
  const table: number[][] = [];
  for (let i = 0; i <= a.length; i++) {
    const row: number[] = [];
    table.push(row);
    for (let j = 0; j <= b.length; j++) {
      const at = (down: number, right: number): number => table[i - down]?.[j - right] ?? 0;
      if (i === 0 || j === 0) row.push(i + j);
      else {
        const change = a[i - 1] === b[j - 1] ? 0 : 1;
        const options = [at(1, 0) + 1, at(0, 1) + 1, at(1, 1) + change];
        const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
        row.push(Math.min(...options, ...(swapped ? [at(2, 2) + 1] : [])));
      }
    }
  }
  return table[a.length]?.[b.length] ?? 0;
}

describe('the distance of two strings', () => {
  it('is within a bound just where the whole table says so', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 10 });
    fc.assert(
      fc.property(letters, letters, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
        expect(isWithinEdits(a, b, most)).toBe(distance(a, b) <= most);
      }),
      { numRuns: 3000 },
    );
  });

  it('counts a letter too many, too few, other, and two swapped as one', () => {
    for (const b of ['BKHNC', 'BKHCNN', 'BKHC', 'BKHCM']) expect(isWithinEdits('BKHCN', b, 1)).toBe(true);
    expect(isWithinEdits('BKHCN', 'KBHNC', 1)).toBe(false);
  });
});
