import type { Finding } from '../record/finding.js';

/** A piece of a page as an encoded picture. */
export interface CutOut {
  readonly mediaType: string;
  readonly base64: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** CSS pixels that it is shown at, so that print has its own size. */
  readonly shownWidth: number;
  readonly page: number;
  /** Where the finding's words are in it, in its pixels. */
  readonly marks: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
}

/** The pieces of pages at findings, made before the report is written. */
export interface CutOuts {
  /** The picture of a finding of a document, by the document's path; null where there is none. */
  readonly of: (path: string, finding: Pick<Finding, 'fingerprint'>) => CutOut | null;
  readonly shown: number;
  /** Findings with a place on a page for which there was no more room. */
  readonly left: number;
  /** Files of which no page could be drawn. */
  readonly failed: readonly string[];
}
