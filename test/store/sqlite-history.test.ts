import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { bareRecord, finding, sha256Of } from './plan.js';

let store: Store;

beforeEach(async () => {
  store = await openStore(':memory:');
});
afterEach(() => store.close());

const run = () => store.startRun({ version: '0', pipelineVersion: 'p1', asOf: null });
const end = (runId: string) =>
  store.finishRun(runId, { state: 'finished', checked: 0, unchanged: 0, failed: 0 });

async function save(file: string, text: string, runId: string, quote?: string): Promise<void> {
  const findings = quote === undefined ? [] : [finding(text, quote)];
  const record = { ...bareRecord(file, text), findings };
  await store.saveDocument({
    path: `/in/${file}`,
    file,
    record,
    pipelineVersion: 'p1',
    checkKey: 'k',
    runId,
  });
}

/** Instants are kept in milliseconds: two runs must not fall into one. */
const tick = () => new Promise((resolve) => setTimeout(resolve, 5));

async function filesOf(idPrefix: string): Promise<readonly string[] | string> {
  const found = await store.history.recordsOfRun(idPrefix);
  if (found.kind !== 'found') return found.kind;
  const files: string[] = [];
  for await (const { file, version, record } of found.records)
    files.push(`${file} ${version} ${record.findings.length}`);
  return files;
}

describe('older versions', () => {
  it('are the one before the current, none for a new file or one that failed at last', async () => {
    const first = await run();
    await save('a.txt', 'một theo theo', first, 'theo theo');
    expect(await store.history.formerVersion('/in/a.txt')).toBeNull();
    await save('a.txt', 'hai', first);
    await save('a.txt', 'ba', first);
    expect(await store.history.formerVersion('/in/a.txt')).toMatchObject({
      version: 2,
      record: { text: 'hai' },
    });
    await store.saveFailure({
      path: '/in/a.txt',
      file: 'a.txt',
      sha256: sha256Of('x'),
      failure: { kind: 'failed', reason: 'broken', detail: '' },
      pipelineVersion: 'p1',
      runId: first,
    });
    expect(await store.history.formerVersion('/in/a.txt')).toBeNull();
  });

  it('are found as a run left them', async () => {
    const first = await run();
    await save('a.txt', 'một theo theo', first, 'theo theo');
    await save('b.txt', 'một', first);
    await end(first);
    await tick();
    const second = await run();
    await save('a.txt', 'hai', second);
    await save('c.txt', 'ba', second);
    await end(second);
    expect(await filesOf(first)).toEqual(['a.txt 1 1', 'b.txt 1 0']);
    expect(await filesOf(second.slice(0, 13))).toEqual(['a.txt 2 0', 'b.txt 1 0', 'c.txt 1 0']);
    expect(await filesOf('zzzz')).toBe('none');
    expect(await filesOf('abc')).toBe('none');
    expect(await filesOf(first.slice(0, 8) === '00000000' ? 'ffffffff' : '00000000')).toBe('none');
  });
});

it('findings are found by the beginning of their fingerprint, in current documents only', async () => {
  const runId = await run();
  await save('a.txt', 'một theo theo', runId, 'theo theo');
  await save('b.txt', 'một theo theo', runId, 'theo theo');
  await save('a.txt', 'mới theo theo', runId, 'theo theo');
  const { fingerprint } = finding('theo theo', 'theo theo');
  const found = await store.history.findingsLike(fingerprint.slice(0, 10), 10);
  expect(found.map(({ file }) => file)).toEqual(['a.txt', 'b.txt']);
  expect(found[0]?.finding).toMatchObject({ raw: 'theo theo', fingerprint });
  expect(await store.history.findingsLike(fingerprint, 1)).toHaveLength(1);
  expect(await store.history.findingsLike(`${fingerprint.slice(0, 10)}z`, 10)).toEqual([]);
});
