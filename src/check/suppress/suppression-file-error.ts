/** What is wrong in a file of suppressions. `key` is empty where the file as a whole has the wrong form. */
export type SuppressionProblem =
  | { readonly kind: 'yaml'; readonly detail: string }
  | { readonly kind: 'unknown-key'; readonly key: string }
  | { readonly kind: 'value'; readonly key: string }
  | { readonly kind: 'missing'; readonly key: string };

/** A file of suppressions that breaks its form. `line` and `column` are 1-based. */
export class SuppressionFileError extends Error {
  override readonly name = 'SuppressionFileError';

  constructor(
    readonly file: string,
    /** The whole text, to show the line. */
    readonly source: string,
    readonly line: number,
    readonly column: number,
    readonly problem: SuppressionProblem,
  ) {
    super(`${file}:${line}:${column}: ${JSON.stringify(problem)}`);
  }
}
