import type { Box } from '../../document/box.js';
import type { PagePicture } from '../../ingest/page-picture/page-picture.js';
import type { ReadFailure } from '../../ingest/read-outcome.js';

/** A picture to take: page `page` (from 1) of a file, or the region `box` of it in points of the page as displayed. */
export interface PictureJob {
  readonly path: string;
  /** What the file held when it was read; other bytes under the path give no picture. */
  readonly sha256: string;
  readonly page: number;
  readonly box: Box | null;
  readonly dpi: number;
}

export type PictureResult = PagePicture | ReadFailure;

/** Argument with which the worker loads at its start what PDFs need. */
export const READY_FOR_PDF = 'ready-for-pdf';

export type ToPictureWorker = { readonly id: number; readonly job: PictureJob };
export type FromPictureWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly id: number; readonly result: PictureResult };
