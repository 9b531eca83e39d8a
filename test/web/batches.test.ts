import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Batch, BatchSchema } from '../../src/web/api/batches.js';
import { Batches } from '../../src/web/server/batches.js';
import { type Asker, type TestPages, testPages } from './pages.js';

const PLAN = new URL('../../fixtures/plans/txt/so-gtvt-quang-binh-2022.txt', import.meta.url);

describe('files that are handed in', () => {
  let pages: TestPages;
  let one: Asker;
  beforeEach(async () => {
    pages = await testPages();
    one = await pages.local();
  });
  afterEach(() => pages.close());

  const begin = async (): Promise<string> =>
    ((await (await one.post('/api/batches', undefined)).json()) as Batch).id;
  const send = (batch: string, name: string, body: Uint8Array | string) =>
    one.ask(`/api/batches/${batch}/files`, {
      method: 'POST',
      body: typeof body === 'string' ? body : new Uint8Array(body),
      headers: { 'x-file-name': encodeURIComponent(name), 'content-type': 'application/octet-stream' },
    });
  const ended = async (batch: string): Promise<Batch> => {
    const answer = await one.ask(`/api/batches/${batch}/events`);
    const said = (await answer.text()).matchAll(/^data: (.+)$/gmu);
    const [last] = [...said].map(([, data = '']) => BatchSchema.parse(JSON.parse(data))).slice(-1);
    if (last === undefined) throw new Error('the batch said nothing');
    return last;
  };

  it('are audited together under their own names; a broken one is named with its reason', async () => {
    const batch = await begin();
    expect((await send(batch, 'kế hoạch.txt', await readFile(PLAN))).status).toBe(201);
    expect((await send(batch, 'hỏng.pdf', '%PDF-1.7 nothing')).status).toBe(201);
    expect((await one.post(`/api/batches/${batch}/start`, undefined)).status).toBe(202);
    const { state, files, run } = await ended(batch);
    expect(state).toBe('finished');
    expect(files.map(({ name, state: of, failure }) => ({ name, of, failure }))).toEqual([
      { name: 'kế hoạch.txt', of: 'done', failure: null },
      { name: 'hỏng.pdf', of: 'failed', failure: 'broken' },
    ]);
    const { rows } = (await (await one.ask(`/api/documents?run=${run}`)).json()) as {
      rows: { file: string }[];
    };
    expect(rows.map(({ file }) => file).sort()).toEqual(['hỏng.pdf', 'kế hoạch.txt']);
  });

  it('may not be too large, too many, or nameless', async () => {
    const batch = await begin();
    expect((await send(batch, 'a.txt', new Uint8Array(100_001))).status).toBe(413);
    expect((await send(batch, '../..', 'x')).status).toBe(400);
    expect((await send(batch, '', 'x')).status).toBe(400);
    for (const name of ['1.txt', '2.txt', '3.txt']) expect((await send(batch, name, 'x')).status).toBe(201);
    expect((await send(batch, '4.txt', 'x')).status).toBe(413);
  });

  it('are of a kind that can be read, and leave nothing when they break off', async () => {
    const batch = await begin();
    const answer = await send(batch, 'phim.mp4', 'x');
    expect([answer.status, await answer.json()]).toMatchObject([415, { error: 'unsupported' }]);
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array([1, 2, 3]));
        controller.error(new Error('the browser went away'));
      },
    });
    await expect(pages.context.batches.add(batch, 'lan', 'a.txt', broken as never)).rejects.toThrow();
    expect(await readdir(join(pages.uploads, batch))).toEqual(['open']);
    await pages.context.batches.close();
    expect(await readdir(pages.uploads)).toEqual([]);
  });

  it('go on with the next server where this one ended before their audit', async () => {
    const batch = await begin();
    await send(batch, 'kế hoạch.txt', await readFile(PLAN));
    await one.post(`/api/batches/${batch}/start`, undefined);
    await pages.context.batches.close();
    // As a server of another process leaves it.
    const note = join(pages.uploads, batch, 'batch.json');
    await writeFile(note, JSON.stringify({ ...JSON.parse(await readFile(note, 'utf8')), pid: 2 ** 30 }));
    const heard: string[] = [];
    const next = new Batches(pages.uploads, async (files) => {
      heard.push(...files.map(({ path, name }) => `${path.slice(pages.uploads.length + 1)} ${name}`));
      return { runId: 'r', version: '0', startedAt: '', finishedAt: '', asOf: null, documents: [] };
    });
    await next.resume();
    await expect.poll(() => next.get(batch, 'lan').state).toBe('finished');
    expect(heard).toEqual([`${batch}/1 kế hoạch.txt`]);
    expect(next.of('lan').map(({ id }) => id)).toEqual([batch]);
    expect(next.of('minh')).toEqual([]);
    expect(await readdir(join(pages.uploads, batch))).toEqual(['1']);
    await next.close();
  });

  it('keep only the last part of a name that looks like a path', async () => {
    const batch = await begin();
    const answer = await send(batch, '..\\..\\etc/kế hoạch.docx', 'x');
    expect(await answer.json()).toMatchObject({ name: 'kế hoạch.docx', bytes: 1 });
  });

  it('are their own batch: another person’s is not found, an empty one does not start, none starts twice', async () => {
    const batch = await begin();
    expect((await one.post(`/api/batches/${batch}/start`, undefined)).status).toBe(400);
    expect((await one.post('/api/batches/unknown/start', undefined)).status).toBe(404);
    expect(() => pages.context.batches.get(batch, 'minh')).toThrow();
    await send(batch, 'a.txt', 'x');
    expect((await one.post(`/api/batches/${batch}/start`, undefined)).status).toBe(202);
    expect((await one.post(`/api/batches/${batch}/start`, undefined)).status).toBe(400);
    expect((await send(batch, 'b.txt', 'x')).status).toBe(400);
    await ended(batch);
  });
});
