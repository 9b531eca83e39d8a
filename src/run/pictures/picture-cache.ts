import type { PagePicture } from '../../ingest/page-picture/page-picture.js';
import type { PictureJob, PictureResult } from './picture-protocol.js';

const MOST_BYTES = 150_000_000;

/** Where pictures are taken. */
export interface PictureSource {
  take(job: PictureJob): Promise<PictureResult>;
}

/** Keeps the pictures that were asked for last; the same picture asked for twice at once is taken once. */
export class PictureCache implements PictureSource {
  readonly #source: PictureSource;
  readonly #kept = new Map<string, PagePicture>();
  readonly #underway = new Map<string, Promise<PictureResult>>();
  #bytes = 0;

  constructor(source: PictureSource) {
    this.#source = source;
  }

  async take(job: PictureJob): Promise<PictureResult> {
    const key = JSON.stringify([job.sha256, job.page, job.box, job.dpi]);
    const kept = this.#kept.get(key);
    if (kept !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return kept;
    }
    const underway = this.#underway.get(key) ?? this.#take(key, job);
    this.#underway.set(key, underway);
    return await underway;
  }

  async #take(key: string, job: PictureJob): Promise<PictureResult> {
    try {
      const result = await this.#source.take(job);
      if (result.kind === 'picture') this.#keep(key, result);
      return result;
    } finally {
      this.#underway.delete(key);
    }
  }

  #keep(key: string, picture: PagePicture): void {
    this.#kept.set(key, picture);
    this.#bytes += picture.bytes.byteLength;
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#bytes <= MOST_BYTES) break;
      this.#kept.delete(oldest);
      this.#bytes -= bytes.byteLength;
    }
  }
}
