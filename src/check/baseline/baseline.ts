import type { Finding } from '../../record/finding.js';

/** A document as it was at an earlier time, with the findings that it had. */
export interface BaselineDocument {
  readonly file: string;
  /** As it was written then; null where that is not known. */
  readonly path: string | null;
  readonly sha256: string | null;
  readonly issuingAgency: string | null;
  readonly planYear: number | null;
  readonly findings: readonly Finding[];
}

/** An earlier state of a set of plans. `name`: the file or the run, as people named it. */
export interface Baseline {
  readonly name: string;
  readonly documents: readonly BaselineDocument[];
}
