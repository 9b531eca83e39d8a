/** Why a file was not given back with notes. */
export type AnnotateRefusal =
  /** The file is not the one that was checked. */
  | 'changed'
  /** Protected: it can't be written to without its password. */
  | 'encrypted'
  /** Its structure is damaged or of a kind that can't be added to. */
  | 'broken'
  /** The file can't be read any more. */
  | 'not-readable';

/** A file given back with notes, or the reason why not. `detail` is one English sentence for the log. */
export type AnnotateOutcome =
  | {
      readonly kind: 'annotated';
      readonly bytes: Uint8Array;
      /** The ending of its form where that is another than the original's: ".docx" for a text; null: the same. */
      readonly extension: '.docx' | '.pdf' | null;
      /** Findings that are noted in it. */
      readonly notes: number;
      /** Places with a tracked change. */
      readonly changes: number;
      /** Whether the original bears a digital signature, which does not hold for this copy. */
      readonly signed: boolean;
    }
  | { readonly kind: 'refused'; readonly reason: AnnotateRefusal; readonly detail: string };

export const refused = (reason: AnnotateRefusal, detail: string): AnnotateOutcome => ({
  kind: 'refused',
  reason,
  detail,
});
