/** What is wrong in a list of units. */
export type UnitsCsvProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-utf8' }
  | { readonly kind: 'open-quote' }
  | { readonly kind: 'behind-quote' }
  | { readonly kind: 'no-unit-column'; readonly heads: readonly string[] }
  | { readonly kind: 'columns'; readonly found: number; readonly expected: number }
  | { readonly kind: 'no-name' }
  | { readonly kind: 'twice'; readonly name: string; readonly before: number };

/** A list of units that cannot be used; `line` is 1-based. */
export class UnitsCsvError extends Error {
  override readonly name = 'UnitsCsvError';

  constructor(
    readonly file: string,
    readonly line: number,
    readonly problem: UnitsCsvProblem,
  ) {
    super(`${file}:${line}: ${JSON.stringify(problem)}`);
  }
}
