import type { Change } from '../store/store.js';
import type { Stage } from './protocol.js';

interface OfFile {
  readonly path: string;
  readonly file: string;
}

/** What an audit tells while it runs, for a progress bar or a log. */
export type AuditEvent =
  /** How many files the paths lead to; comes first. */
  | { readonly kind: 'collected'; readonly files: number }
  | ({ readonly kind: 'file-started' } & OfFile)
  | ({ readonly kind: 'stage'; readonly stage: Stage } & OfFile)
  /** `page` counts pages done of `pages`. */
  | ({ readonly kind: 'page'; readonly stage: Stage; readonly page: number; readonly pages: number } & OfFile)
  /** `read` is false where the database held it already. `done` counts files of `total`. */
  | ({
      readonly kind: 'file-done';
      readonly outcome: Change | 'failed';
      readonly read: boolean;
      readonly done: number;
      readonly total: number;
    } & OfFile)
  /** All files are done; documents are now compared with each other. */
  | { readonly kind: 'checking-set'; readonly documents: number }
  /** The run was asked to stop; `left` files are not done. */
  | { readonly kind: 'interrupted'; readonly left: number };

export interface AuditHooks {
  readonly onEvent?: (event: AuditEvent) => void;
}
