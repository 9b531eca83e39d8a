import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomically } from '../../report/write-atomically.js';

const PictureSchema = z.object({
  mediaType: z.string(),
  base64: z.string(),
  width: z.int().positive(),
  height: z.int().positive(),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});
/** A piece of a page as a picture; `box` is what it shows. Null: it could not be drawn. */
export type DrawnRegion = z.infer<typeof PictureSchema> | null;

const FileSchema = z.object({ dpi: z.number(), regions: z.record(z.string(), PictureSchema) });

/**
 * Pieces that were drawn before, a file a document, under the document's hash: a second report of the same plans draws
 * nothing. A file that is broken counts as none.
 */
export class CutOutCache {
  readonly #folder: string;
  readonly #dpi: number;

  constructor(folder: string, dpi: number) {
    this.#folder = folder;
    this.#dpi = dpi;
  }

  /** The pieces of a document that are there, by their keys. */
  async read(sha256: string): Promise<ReadonlyMap<string, DrawnRegion>> {
    try {
      const read = FileSchema.safeParse(JSON.parse(await readFile(this.#pathOf(sha256), 'utf8')));
      if (read.success && read.data.dpi === this.#dpi) return new Map(Object.entries(read.data.regions));
    } catch {
      // Not there, or not whole: drawn anew.
    }
    return new Map();
  }

  /** Keeps the pieces of a document that could be drawn; where that can't be, the next report draws them again. */
  async write(sha256: string, regions: ReadonlyMap<string, DrawnRegion>): Promise<void> {
    const drawn = Object.fromEntries([...regions].filter(([, region]) => region !== null));
    const text = JSON.stringify({ dpi: this.#dpi, regions: drawn });
    await writeAtomically(this.#pathOf(sha256), [text]).catch(() => undefined);
  }

  /** Removes the pieces of documents that are not among `hashes`. */
  async keepOnly(hashes: ReadonlySet<string>): Promise<void> {
    const names = await readdir(this.#folder).catch(() => []);
    for (const name of names)
      if (/^[0-9a-f]{64}\.json$/u.test(name) && !hashes.has(name.slice(0, 64)))
        await rm(join(this.#folder, name), { force: true }).catch(() => undefined);
  }

  #pathOf(sha256: string): string {
    return join(this.#folder, `${sha256}.json`);
  }
}
