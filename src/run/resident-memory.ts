import { readFileSync } from 'node:fs';

const RESIDENT = /^VmRSS:\s+(\d+) kB$/mu;

/**
 * Bytes of memory that a process and all that it has started hold (resident set), from Linux's /proc; null elsewhere
 * and where the process is gone. A child that has not become another program yet shares all its memory with its parent
 * and is not counted.
 */
export function residentMemory(pid: number): number | null {
  const own = residentOf(pid);
  if (own === null) return null;
  const command = commandOf(pid);
  return readOr(`/proc/${pid}/task/${pid}/children`, '')
    .split(' ')
    .filter(Boolean)
    .map(Number)
    .filter((child) => commandOf(child) !== command)
    .reduce((sum, child) => sum + (residentMemory(child) ?? 0), own);
}

const commandOf = (pid: number): string => readOr(`/proc/${pid}/cmdline`, '');

function residentOf(pid: number): number | null {
  const kilobytes = RESIDENT.exec(readOr(`/proc/${pid}/status`, ''))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}

/** A process may end between any two looks at it: what can't be read is as good as empty. */
function readOr(path: string, fallback: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return fallback;
  }
}
