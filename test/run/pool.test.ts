import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/ingest/read-outcome.js';
import { type PoolResult, WorkerPool } from '../../src/run/pool.js';
import type { WorkerLimits } from '../../src/run/worker-limits.js';
import { gone } from './gone.js';

let folder: string;
let pool: WorkerPool;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rasoat-pool-'));
});
afterEach(async () => {
  await pool.abort();
  await rm(folder, { recursive: true });
});

const workerAt = (name: string): string => fileURLToPath(new URL(`./workers/${name}`, import.meta.url));

function start(size: number, limits: Partial<WorkerLimits> = {}, module = 'by-content.mjs'): void {
  pool = new WorkerPool({
    size,
    module: workerAt(module),
    settings: { limits: DEFAULT_LIMITS, ocr: 'off' },
    limits,
  });
}

let count = 0;
async function read(content: string, onProgress?: (page: number) => void): Promise<PoolResult> {
  const file = `${count++}.txt`;
  const path = join(folder, file);
  await writeFile(path, content);
  return pool.read({ path, file }, ({ page }) => onProgress?.(page));
}

const pidOf = (result: PoolResult): string =>
  result.kind === 'extracted' ? (result.record.warnings[0]?.message ?? '') : '';
const reasonOf = (result: PoolResult): string => (result.kind === 'failed' ? result.reason : result.kind);

describe('a file in a process of its own', () => {
  it('comes back as its record, from the same process as the one before', async () => {
    start(1);
    const results = [await read('một'), await read('hai')];
    expect(results.map(reasonOf)).toEqual(['extracted', 'extracted']);
    expect(new Set(results.map(pidOf)).size).toBe(1);
  });

  it('is read beside others, in as many processes as asked for', async () => {
    start(2);
    const results = await Promise.all(Array.from({ length: 6 }, (_, i) => read(`slow\n${i}`)));
    expect(results.map(reasonOf)).toEqual(Array.from({ length: 6 }, () => 'extracted'));
    expect(new Set(results.map(pidOf)).size).toBe(2);
  });

  it('passes on a failure that the reader names', async () => {
    start(1);
    expect(await read('refuse')).toEqual({ kind: 'failed', reason: 'encrypted', detail: 'needs a password' });
  });

  it('is replaced after its share of files', async () => {
    start(1, { recycleAfter: 2 });
    const pids = [pidOf(await read('a')), pidOf(await read('b')), pidOf(await read('c'))];
    expect(pids[0]).toBe(pids[1]);
    expect(pids[2]).not.toBe(pids[0]);
  });
});

describe('a hostile file', () => {
  it('that never ends is a timeout, and the next file is read', async () => {
    start(1, { fileMs: 1_500 });
    expect(reasonOf(await read('hang'))).toBe('timeout');
    expect(reasonOf(await read('một'))).toBe('extracted');
  });

  it('that says nothing for too long is a timeout', async () => {
    start(1, { silenceMs: 500 });
    expect(reasonOf(await read('silence'))).toBe('timeout');
  });

  it('gets more time with every page that is done', async () => {
    start(1, { fileMs: 700, pageMs: 1_000 });
    const pages: number[] = [];
    expect(reasonOf(await read('pages', (page) => pages.push(page)))).toBe('extracted');
    expect(pages.at(-1)).toBe(10);
    start(1, { fileMs: 700, pageMs: 0 });
    expect(reasonOf(await read('pages'))).toBe('timeout');
  });

  it('that eats memory outside the heap is out of memory', async () => {
    start(1, { maxResidentBytes: 300_000_000 });
    expect(reasonOf(await read('memory'))).toBe('out-of-memory');
    expect(reasonOf(await read('một'))).toBe('extracted');
  });

  it('that fills the heap is out of memory', async () => {
    start(1, { maxHeapMegabytes: 64 });
    expect(reasonOf(await read('heap'))).toBe('out-of-memory');
  });

  it('that crashes its process twice is a crash that says why', async () => {
    start(1);
    const result = await read('crash');
    expect(result).toMatchObject({
      reason: 'crashed',
      detail: expect.stringContaining('the file broke the reader'),
    });
    expect(reasonOf(await read('abort'))).toBe('crashed');
    expect(reasonOf(await read('một'))).toBe('extracted');
  });

  it('that crashes once is read in a fresh process', async () => {
    start(1);
    expect(reasonOf(await read('crash once'))).toBe('extracted');
  });

  it('takes the programs that it started with it', async () => {
    start(1, { fileMs: 1_500 });
    const path = join(folder, 'child.txt');
    await writeFile(path, 'child');
    expect(reasonOf(await pool.read({ path, file: 'child.txt' }))).toBe('timeout');
    const pid = Number(await readFile(`${path}.pid`, 'utf8'));
    await gone(pid);
  });
});

describe('a worker that does not work', () => {
  it('that dies at its start fails every file and ends', async () => {
    start(2, {}, 'dies-at-start.mjs');
    const results = await Promise.all(['a', 'b', 'c'].map((text) => read(text)));
    expect(results.map(reasonOf)).toEqual(['crashed', 'crashed', 'crashed']);
    expect(results[0]).toMatchObject({ detail: expect.stringContaining('no engine here') });
  });

  it('that never becomes ready fails the file and ends', async () => {
    start(1, { startMs: 300 }, 'never-ready.mjs');
    expect(await read('a')).toMatchObject({
      reason: 'crashed',
      detail: expect.stringContaining('did not start'),
    });
  });

  it('that is not there fails the file and ends', async () => {
    start(1, {}, 'no-such-worker.mjs');
    expect(reasonOf(await read('a'))).toBe('crashed');
  });
});

describe('an aborted pool', () => {
  it('gives back what was running and waiting as cancelled', async () => {
    start(1);
    const marker = join(folder, 'child.txt');
    await writeFile(marker, 'child');
    const running = pool.read({ path: marker, file: 'child.txt' });
    const waiting = read('một');
    while (!existsSync(`${marker}.pid`)) await new Promise((resolve) => setTimeout(resolve, 20));
    await pool.abort();
    expect(reasonOf(await running)).toBe('cancelled');
    expect(reasonOf(await waiting)).toBe('cancelled');
  });
});
