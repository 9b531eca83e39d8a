import type { FailureReason } from '../read-outcome.js';

/** Thrown inside this folder where a file can't be read on; `readDocx` turns it into a ReadFailure. */
export class DocxProblem extends Error {
  override readonly name = 'DocxProblem';
  readonly reason: FailureReason;

  /** `detail`: one English sentence that names the part of the file. */
  constructor(reason: FailureReason, detail: string) {
    super(detail);
    this.reason = reason;
  }
}
