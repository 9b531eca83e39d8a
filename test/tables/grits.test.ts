import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut, type ScoredCell } from './grid.js';
import { commonLength, gritsOf } from './grits.js';

/** Cells of rows of texts, one place each. */
const plain = (rows: readonly (readonly string[])[]): ScoredCell[] =>
  rows.flatMap((texts, row) => texts.map((text, column) => ({ row, column, rowSpan: 1, colSpan: 1, text })));

const score = (truth: readonly ScoredCell[], found: readonly ScoredCell[]) =>
  gritsOf(layOut(truth), layOut(found));

const TWO_BY_TWO = plain([
  ['TT', 'Nội dung'],
  ['1', 'Rà soát'],
]);

const cells = fc
  .array(
    fc.array(fc.constantFrom('', '1', '2', 'Tháng 5', 'Sở Y tế', 'Báo cáo'), { minLength: 3, maxLength: 3 }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map(plain);

describe('the grid score', () => {
  it('is 1 for the same table', () => {
    expect(score(TWO_BY_TWO, TWO_BY_TWO)).toEqual({ topology: 1, content: 1 });
  });

  it('is 0 where nothing was found', () => {
    expect(score(TWO_BY_TWO, [])).toEqual({ topology: 0, content: 0 });
  });

  it('counts a lost row as the places that it had', () => {
    const found = score(
      plain([
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ]),
      plain([
        ['a', 'b'],
        ['e', 'f'],
      ]),
    );
    expect(found.content).toBeCloseTo((2 * 4) / (6 + 4));
    expect(found.topology).toBeCloseTo((2 * 4) / (6 + 4));
  });

  it('counts a column too many as the places that it has', () => {
    const found = score(
      plain([
        ['a', 'b'],
        ['c', 'd'],
      ]),
      plain([
        ['a', '', 'b'],
        ['c', '', 'd'],
      ]),
    );
    expect(found.content).toBeCloseTo((2 * 4) / (4 + 6));
  });

  it('gives two cells for one that spans half the topology, and their common text', () => {
    const spanning = [{ row: 0, column: 0, rowSpan: 1, colSpan: 2, text: 'ab' }];
    const found = score(spanning, plain([['ab', '']]));
    expect(found.topology).toBeCloseTo((2 * (0.5 + 0.5)) / 4);
    expect(found.content).toBeCloseTo((2 * 1) / 4);
  });

  it('takes text by what it shares in order', () => {
    expect(commonLength('Tháng 5', 'Tháng 6')).toBe(6);
    const found = score(plain([['Tháng 5']]), plain([['Tháng 6']]));
    expect(found).toEqual({ topology: 1, content: (2 * 6) / 14 });
  });

  it('does not mind composed or decomposed letters and runs of blanks', () => {
    expect(score(plain([['Rà  soát']]), plain([['Rà soát'.normalize('NFD')]])).content).toBe(1);
  });

  it('is between 0 and what the places of the smaller table allow', () => {
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        const most = (2 * Math.min(a.length, b.length)) / (a.length + b.length);
        for (const value of Object.values(score(a, b))) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(most + 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is 1 of any table with itself', () => {
    fc.assert(
      fc.property(cells, (a) => {
        expect(score(a, a)).toEqual({ topology: 1, content: 1 });
      }),
      { numRuns: 40 },
    );
  });
});
