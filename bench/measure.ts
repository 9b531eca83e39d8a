import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PLANS = fileURLToPath(new URL('../fixtures/plans', import.meta.url));

export interface PlanFile {
  readonly path: string;
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** The fixtures of one form, read into memory. */
export const filesOf = (form: string): readonly PlanFile[] =>
  readdirSync(join(PLANS, form))
    .sort()
    .map((name) => join(PLANS, form, name))
    .map((path) => ({ path, file: basename(path), bytes: new Uint8Array(readFileSync(path)) }));

/** Seconds that `work` takes. */
export async function seconds(work: () => Promise<unknown> | unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Seconds of processor time, all threads of the process together, that `work` takes: no other program makes it more. */
export function processorSeconds(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** The middle of several measurements. */
export async function medianOf(times: number, measure: () => Promise<number> | number): Promise<number> {
  const all: number[] = [];
  for (let i = 0; i < times; i++) all.push(await measure());
  return all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;
}

/** Runs a program and returns its seconds; throws where it is missing or fails. */
export function run(program: string, args: readonly string[]): number {
  const start = performance.now();
  const result = spawnSync(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
  });
  if (result.error !== undefined) throw result.error;
  if (result.status !== 0)
    throw new Error(`${program} ended with ${result.status}: ${result.stderr.toString().slice(0, 400)}`);
  return (performance.now() - start) / 1000;
}

const WIDTH = 46;
export const line = (label: string, value: string): void => console.log(`  ${label.padEnd(WIDTH)} ${value}`);
export const title = (text: string): void => console.log(`\n${text}`);
export const perSecond = (count: number, time: number, what: string): string =>
  `${(count / time).toFixed(2)} ${what}/s`;
