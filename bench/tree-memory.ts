import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What running a program to its end took. */
export interface Measured {
  readonly seconds: number;
  /** Processor time of the program and all that it started, NaN where it is not known (it takes bash). */
  readonly cpuSeconds: number;
  /** Most memory that the program and all that it started held at once, in MB. */
  readonly peakMegabytes: number;
  /** The same, looked at over the time: one figure a second. */
  readonly course: readonly number[];
  readonly stdout: string;
}

const EVERY_MS = 100;
/** Runs what it is given and then says on its last line how much time its children took. */
const TIMED = '"$0" "$@"; status=$?; times >&2; exit $status';
const TIMES = /(\d+)m([\d.]+)s (\d+)m([\d.]+)s\s*$/u;

function numberIn(path: string, label: string): number | null {
  try {
    const found = new RegExp(`^${label}:\\s+(\\d+) kB$`, 'mu').exec(readFileSync(path, 'utf8'))?.[1];
    return found === undefined ? null : Number(found);
  } catch {
    return null;
  }
}

/** Processes by their parent, from /proc. */
function children(): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      found.set(parent, [...(found.get(parent) ?? []), Number(name)]);
    } catch {
      // It ended between the two looks.
    }
  }
  return found;
}

function treeMegabytes(root: number): number {
  const byParent = children();
  let sum = 0;
  const open = [root];
  for (let pid = open.pop(); pid !== undefined; pid = open.pop()) {
    sum += numberIn(`/proc/${pid}/status`, 'VmRSS') ?? 0;
    open.push(...(byParent.get(pid) ?? []));
  }
  return sum / 1024;
}

/** Runs a program and measures it with all its children (resident set, Linux). Rejects where it fails. */
export function measured(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  accepted: readonly number[] = [0],
): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child: ChildProcess = spawn('bash', ['-c', TIMED, program, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout?.on('data', (chunk: Buffer) => {
      stdout += chunk.toString('utf8');
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      stderr = `${stderr}${chunk.toString('utf8')}`.slice(-2_000);
    });
    let peak = 0;
    const course: number[] = [];
    const look = setInterval(() => {
      const now = child.pid === undefined ? 0 : treeMegabytes(child.pid);
      peak = Math.max(peak, now);
      if ((performance.now() - start) / 1000 > course.length) course.push(now);
    }, EVERY_MS);
    child.once('error', (error) => {
      clearInterval(look);
      reject(error);
    });
    child.once('close', (status) => {
      clearInterval(look);
      const seconds = (performance.now() - start) / 1000;
      const [, userMinutes, user, systemMinutes, system] = (TIMES.exec(stderr) ?? []).map(Number);
      const cpuSeconds =
        (userMinutes ?? Number.NaN) * 60 + (user ?? 0) + (systemMinutes ?? 0) * 60 + (system ?? 0);
      if (status === null || !accepted.includes(status))
        reject(new Error(`${program} ended with ${status}: ${stderr}`));
      else resolve({ seconds, cpuSeconds, peakMegabytes: peak, course, stdout });
    });
  });
}
