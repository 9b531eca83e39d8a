import type { PhrasesFile } from '../texts-schema.js';
import type { UnitsFile } from '../units-schema.js';
import type { EntryProblem } from './problem.js';

/** Units that begin where they have ended, successors that had ended before, short forms with two readings. */
export function* unitProblems({ agencies, provinces, shortForms }: UnitsFile): Generator<EntryProblem> {
  const units = [...agencies, ...provinces];
  for (const [list, entries] of [
    ['agencies', agencies],
    ['provinces', provinces],
  ] as const)
    for (const [i, unit] of entries.entries()) {
      const next = units.find(({ name }) => name === unit.successor);
      if (unit.to !== null && next?.to != null && next.to <= unit.to)
        yield {
          path: [list, i, 'successor'],
          severity: 'error',
          what: {
            vi: `${unit.name} kết thúc ${unit.to}, nhưng đơn vị kế thừa ${next.name} đã kết thúc ${next.to}`,
            en: `${unit.name} ended on ${unit.to}, its successor ${next.name} on ${next.to}`,
          },
        };
      if (unit.to === null && unit.successor !== null)
        yield {
          path: [list, i, 'successor'],
          severity: 'warning',
          what: {
            vi: `${unit.name} có đơn vị kế thừa nhưng không ghi ngày kết thúc (to)`,
            en: `${unit.name} has a successor and no day on which it ended (to)`,
          },
        };
    }
  const readings = new Map<string, string>();
  for (const [i, { short, long }] of shortForms.entries()) {
    const before = readings.get(short);
    if (before !== undefined && before !== long)
      yield {
        path: ['shortForms', i],
        severity: 'error',
        what: {
          vi: `"${short}" có hai cách đọc: ${before}; ${long}`,
          en: `"${short}" has two readings: ${before}; ${long}`,
        },
      };
    readings.set(short, long);
  }
}

/** Misspelled phrases whose right text is one as well, and such as stand in a right name or word. */
export function* phraseProblems(
  { misspellings, commonWords }: PhrasesFile,
  { commonNames }: Pick<UnitsFile, 'commonNames'>,
): Generator<EntryProblem> {
  const right = [...commonNames, ...commonWords].map((text) => ` ${text.toLowerCase()} `);
  for (const [wrong, meant] of Object.entries(misspellings)) {
    if (meant.toLowerCase() in misspellings)
      yield {
        path: ['misspellings', wrong],
        severity: 'error',
        what: {
          vi: `"${meant}" là chữ đúng của "${wrong}" nhưng chính nó cũng bị ghi là viết sai`,
          en: `"${meant}" is given for "${wrong}" and is itself listed as misspelled`,
        },
      };
    const name = right.find((text) => text.includes(` ${wrong} `));
    if (name !== undefined)
      yield {
        path: ['misspellings', wrong],
        severity: 'error',
        what: {
          vi: `"${wrong}" bị ghi là viết sai nhưng đứng trong "${name.trim()}"`,
          en: `"${wrong}" is listed as misspelled and stands in "${name.trim()}"`,
        },
      };
  }
}
