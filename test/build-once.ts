import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiled = join(root, 'dist', 'index.js');
const lock = join(root, 'node_modules', '.build-once');

/** Compiles src/ to dist/ where dist/ is older, once however many test files ask for it at the same time. */
export async function buildOnce(): Promise<void> {
  while (!(await takeLock())) await new Promise((resolve) => setTimeout(resolve, 100));
  try {
    if (await isUpToDate()) return;
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    await promisify(execFile)(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], {
      cwd: root,
    });
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

/** A lock older than a build takes was left by a process that died. */
async function takeLock(): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch {
    const made = await stat(lock).catch(() => null);
    if (made !== null && Date.now() - made.mtimeMs > 90_000) await rm(lock, { recursive: true, force: true });
    return false;
  }
}

async function isUpToDate(): Promise<boolean> {
  if (!existsSync(compiled)) return false;
  const built = (await stat(compiled)).mtimeMs;
  const entries = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    if ((await stat(join(entry.parentPath, entry.name))).mtimeMs > built) return false;
  }
  return true;
}
