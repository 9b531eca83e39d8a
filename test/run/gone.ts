import { readFile } from 'node:fs/promises';

/** Waits until a process has ended; one that is dead and not yet reaped by whoever inherits it has. */
export async function gone(pid: number): Promise<void> {
  while (await isRunning(pid)) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function isRunning(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return state === null || !/\) [ZX] /u.test(state);
}
