/** A register or rule file that breaks its form: where, and what should have stood there. */
export class RegisterError extends Error {
  override readonly name = 'RegisterError';

  /** `line` and `column` are 1-based. `expected` is one phrase in English. */
  constructor(
    readonly file: string,
    readonly line: number,
    readonly column: number,
    readonly expected: string,
  ) {
    super(`${file}:${line}:${column}: ${expected}`);
  }
}
