import { readFileSync, readlinkSync } from 'node:fs';

const RESIDENT = /^VmRSS:\s+(\d+) kB$/mu;

/**
 * Bytes of memory that a process and its direct children hold (resident set), from Linux's /proc; null elsewhere
 * and where the process is gone. A child that has not become another program yet shares all its memory with the
 * process and is not counted.
 */
export function residentMemory(pid: number): number | null {
  const own = residentOf(pid);
  if (own === null) return null;
  const children = readOr(`/proc/${pid}/task/${pid}/children`, '').split(' ').filter(Boolean);
  const program = programOf(pid);
  return children
    .filter((child) => programOf(Number(child)) !== program)
    .reduce((sum, child) => sum + (residentOf(Number(child)) ?? 0), own);
}

function residentOf(pid: number): number | null {
  const kilobytes = RESIDENT.exec(readOr(`/proc/${pid}/status`, ''))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}

function programOf(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/exe`);
  } catch {
    return null;
  }
}

/** A process may end between any two looks at it: what can't be read is as good as empty. */
function readOr(path: string, fallback: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return fallback;
  }
}
