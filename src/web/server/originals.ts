import { stat } from 'node:fs/promises';
import { hashFile } from '../../run/hash-file.js';

/** Whether the files that were read are still what they were. */
export class Originals {
  /** By path: what was found, for the file as it was then. */
  readonly #found = new Map<string, { readonly stamp: string; readonly sha256: string }>();

  /** Whether the file at `path` holds these bytes. A file that can't be read holds none. */
  async holds(path: string, sha256: string): Promise<boolean> {
    try {
      const { size, mtimeMs } = await stat(path);
      const stamp = `${size} ${mtimeMs}`;
      const known = this.#found.get(path);
      if (known?.stamp === stamp) return known.sha256 === sha256;
      const found = await hashFile(path);
      this.#found.set(path, { stamp, sha256: found });
      return found === sha256;
    } catch (error) {
      if (error instanceof Error && 'code' in error) return false;
      throw error;
    }
  }
}
