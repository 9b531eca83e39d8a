import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file as a whole or not at all: into a file beside it, which then takes its name. Folders are made. Throws
 * what the file system throws (a NodeJS.ErrnoException); nothing half-written stays behind.
 */
export async function writeAtomically(path: string, parts: Iterable<string | Uint8Array>): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `.${basename(path).slice(0, 80)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    const handle = await open(draft, 'wx');
    try {
      for (const part of parts) await handle.writeFile(part);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
