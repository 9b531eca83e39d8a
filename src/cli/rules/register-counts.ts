import type { Registers } from '../../check/registers/load-registers.js';

/** How many entries a register file has. */
export interface RegisterCount {
  readonly file: string;
  readonly entries: number;
}

/** The size of every register, in the order of their files. */
export function registerCounts(registers: Registers): readonly RegisterCount[] {
  const size = (value: unknown): number => {
    if (Array.isArray(value)) return value.length;
    if (value === null || typeof value !== 'object') return 0;
    return Object.values(value).reduce(
      (sum: number, part: unknown) =>
        sum +
        (Array.isArray(part)
          ? part.length
          : part !== null && typeof part === 'object'
            ? Object.keys(part).length
            : 0),
      0,
    );
  };
  return [
    { file: 'documents.yaml', entries: registers.documents.length },
    { file: 'standards.yaml', entries: size(registers.standards) },
    { file: 'units.yaml', entries: size(registers.units) },
    { file: 'number-grammar.yaml', entries: size(registers.grammar) },
    { file: 'phrases.yaml', entries: size(registers.phrases) },
    { file: 'form.yaml', entries: size(registers.form) },
    { file: 'ceilings.yaml', entries: size(registers.ceilings) },
    { file: 'sources.yaml', entries: Object.keys(registers.sources).length },
  ];
}
