import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const OPEN = 'open';
const WAITING = 'batch.json';

const OpenSchema = z.strictObject({ pid: z.int() });
const WaitingSchema = z.strictObject({
  pid: z.int(),
  by: z.string(),
  files: z.array(z.strictObject({ id: z.int(), name: z.string(), bytes: z.int() })),
});

/** A batch that was handed in whole and whose audit did not end. */
export interface UnfinishedBatch extends Pick<z.infer<typeof WaitingSchema>, 'by' | 'files'> {
  readonly id: string;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * The folders of batches on the disk. A note in each says how far it is, so that nothing of a batch that was never
 * sent off stays, and one whose audit was cut off goes on with the next start. Methods throw what the disk throws.
 */
export class BatchFolders {
  readonly #root: string;

  /** `root` is made when the first batch begins. */
  constructor(root: string) {
    this.#root = root;
  }

  /** The file of a batch with this number. */
  path(id: string, number: number): string {
    return join(this.#root, id, String(number));
  }

  async begin(id: string): Promise<void> {
    await mkdir(join(this.#root, id), { recursive: true, mode: 0o700 });
    await writeFile(join(this.#root, id, OPEN), JSON.stringify({ pid: process.pid }), { mode: 0o600 });
  }

  /** Notes that the batch is complete and waits for its audit. */
  async sendOff({ id, by, files }: UnfinishedBatch): Promise<void> {
    const note = join(this.#root, id, WAITING);
    await writeFile(`${note}.new`, JSON.stringify({ pid: process.pid, by, files }), { mode: 0o600 });
    await rename(`${note}.new`, note);
    await rm(join(this.#root, id, OPEN), { force: true });
  }

  /** Notes that the audit ended: the files stay, they are what the database speaks of. */
  async finish(id: string): Promise<void> {
    await rm(join(this.#root, id, WAITING), { force: true });
  }

  async discard(id: string): Promise<void> {
    await rm(join(this.#root, id), { recursive: true, force: true });
  }

  /**
   * Removes what programs that ended left open, and returns the batches whose audits they did not finish. Batches of a
   * program that still runs are left to it.
   */
  async takeOver(): Promise<readonly UnfinishedBatch[]> {
    const unfinished: UnfinishedBatch[] = [];
    for (const id of await this.#ids()) {
      const waiting = WaitingSchema.safeParse(await this.#note(id, WAITING)).data;
      if (waiting !== undefined) {
        if (isAlive(waiting.pid)) continue;
        const { by, files } = waiting;
        unfinished.push({ id, by, files });
        await this.sendOff({ id, by, files });
        continue;
      }
      const open = OpenSchema.safeParse(await this.#note(id, OPEN)).data;
      if (open !== undefined && !isAlive(open.pid)) await this.discard(id);
    }
    return unfinished;
  }

  async #ids(): Promise<readonly string[]> {
    try {
      const entries = await readdir(this.#root, { withFileTypes: true });
      return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw error;
    }
  }

  /** What a note holds; null where there is none that can be read. */
  async #note(id: string, name: string): Promise<unknown> {
    try {
      return JSON.parse(await readFile(join(this.#root, id, name), 'utf8'));
    } catch (error) {
      if (error instanceof SyntaxError) return null;
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  }
}
