import type { Bilingual } from '../../rule.js';

/** Something in a register that cannot be right, or that nothing shows to be. */
export interface RegistryProblem {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  /** "error": the registers cannot be used so, or an entry is wrong; "warning": it should be looked at. */
  readonly severity: 'error' | 'warning';
  readonly what: Bilingual;
}

/** A problem of one entry, before its place is looked up. */
export interface EntryProblem {
  /** Where in the file: the list, the entry's index in it, the field. */
  readonly path: readonly PropertyKey[];
  readonly severity: RegistryProblem['severity'];
  readonly what: Bilingual;
}
