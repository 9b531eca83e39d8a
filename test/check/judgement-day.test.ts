import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRecord } from '../../src/check/cases/build-record.js';
import {
  beginsAfter,
  daysOf,
  endedBefore,
  heldThroughout,
  judgementDay,
} from '../../src/check/judgement-day.js';

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the day of judgement', () => {
  it('is the plan’s date, all days of a half blank one, or those on which a plan of its year is made', () => {
    const of = (issuedOn: string | null, planYear: number | null) =>
      judgementDay(buildRecord({ header: { issuedOn, planYear } }), null);
    expect(of('2026-01-15', 2026)).toMatchObject({ earliest: '2026-01-15', latest: '2026-01-15' });
    expect(of('2024-02', 2024)).toMatchObject({ earliest: '2024-02-01', latest: '2024-02-29' });
    expect(of(null, 2026)).toMatchObject({
      earliest: '2025-10-01',
      latest: '2026-12-31',
      basis: 'plan-year',
    });
    expect(of(null, null)).toBeNull();
  });

  it('lies, cut or whole, in what is left of it', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(4, 7, 10), (full, length) => {
        const { first, last } = daysOf(full.slice(0, length));
        expect(first <= full && full <= last).toBe(true);
      }),
    );
  });

  it('never finds a thing both over and yet to come, nor held throughout when over', () => {
    fc.assert(
      fc.property(day, day, day, day, (a, b, from, to) => {
        const [earliest, latest] = a <= b ? [a, b] : [b, a];
        const range = { earliest, latest, basis: 'issued' as const };
        fc.pre(from <= to);
        expect(endedBefore(to, range) && beginsAfter(from, range)).toBe(false);
        if (endedBefore(to, range)) expect(heldThroughout({ from, to }, range)).toBe(false);
      }),
    );
  });
});
