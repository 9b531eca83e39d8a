import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { itemIds } from '../../src/review/item-id.js';
import { ListResponseSchema, OverviewSchema } from '../../src/web/api/documents.js';
import { type DocumentView, DocumentViewSchema } from '../../src/web/api/review.js';
import { ReviewDesk } from '../../src/web/server/review-desk.js';
import { fullRecord, mention, sha256Of } from '../store/plan.js';
import { type Asker, keep, type TestPages, testPages } from './pages.js';

describe('documents on the pages', () => {
  let pages: TestPages;
  let one: Asker;
  const record = fullRecord();
  const { sha256 } = record.source;
  const [task = ''] = itemIds('tasks', record.tasks);
  const content = { part: 'tasks', item: task, field: 'content' };

  beforeEach(async () => {
    pages = await testPages();
    one = await pages.local();
    await keep(pages.store, record);
  });
  afterEach(() => pages.close());

  const view = async (who = one): Promise<DocumentView> =>
    DocumentViewSchema.parse(await (await who.ask(`/api/documents/${sha256}`)).json());
  const decide = (actions: readonly object[], seen = 0, who = one) =>
    who.post(`/api/documents/${sha256}/decisions`, { seen, actions });

  it('are listed, sorted, filtered, and searched without diacritics', async () => {
    const other = fullRecord(
      'khac.docx',
      'Kế hoạch khác\nCông bố lại hệ thống\nPhòng Hành chính Tháng 3 TCVN ISO 9001:2008 2.000.000 đồng 15.500.000 đồng/năm 02/02/2027 Quyết định số 19/2014/QĐ-TTg',
    );
    await keep(pages.store, {
      ...other,
      header: { ...other.header, issuingAgency: 'SỞ Y TẾ', planYear: 2026 },
    });
    await pages.store.saveFailure({
      path: '/plans/hong.pdf',
      file: 'hong.pdf',
      sha256: sha256Of('broken'),
      failure: { kind: 'failed', reason: 'broken', detail: '' },
      pipelineVersion: '1',
      runId: await pages.store.startRun({ version: '0', pipelineVersion: '1', asOf: null }),
    });
    const files = async (query: string) => {
      const { rows, total } = ListResponseSchema.parse(
        await (await one.ask(`/api/documents?${query}`)).json(),
      );
      expect(rows.length).toBeLessThanOrEqual(total);
      return rows.map(({ file }) => file);
    };
    expect(await files('sort=file&order=asc')).toEqual(['hong.pdf', 'ke-hoach.docx', 'khac.docx']);
    expect(await files('sort=planYear&order=desc')).toEqual(['ke-hoach.docx', 'khac.docx', 'hong.pdf']);
    expect(await files('sort=file&order=asc&limit=1&offset=1')).toEqual(['ke-hoach.docx']);
    expect(await files('text=ke+hoach+khac')).toEqual(['khac.docx']);
    expect(await files('unit=S%E1%BB%9E+Y+T%E1%BA%BE')).toEqual(['khac.docx']);
    expect(await files('state=failed')).toEqual(['hong.pdf']);
    expect(await files('severity=error')).toEqual([]);
    expect(await files('rule=standard/outdated-version&planYear=2027')).toEqual(['ke-hoach.docx']);
    expect((await one.ask('/api/documents?sort=drop')).status).toBe(400);
    const overview = OverviewSchema.parse(await (await one.ask('/api/overview')).json());
    expect(overview.states).toEqual({ 'to-review': 2, 'in-review': 0, done: 0, failed: 1 });
    expect(overview.units).toEqual(['SỞ TÀI CHÍNH', 'SỞ Y TẾ']);
    expect(overview.deadlines).toEqual([{ month: '2027-03', tasks: 2, documents: 2 }]);
  });

  it('count ways to write one unit as one, and lead from a month to the documents due in it', async () => {
    const units = ['Sở Hoà giải', 'SỞ HÒA GIẢI', 'SỞ HÒA GIẢI', 'Sở Hoa giải'];
    for (const [i, issuingAgency] of units.entries()) {
      const other = fullRecord(`${i}.docx`, `${record.text} ${i}`);
      await keep(pages.store, { ...other, header: { ...other.header, issuingAgency } });
    }
    const overview = OverviewSchema.parse(await (await one.ask('/api/overview')).json());
    expect(overview.units).toEqual(['Sở Hoa giải', 'SỞ HÒA GIẢI', 'SỞ TÀI CHÍNH']);
    expect(overview.byUnit.map(({ name, findings: { warning } }) => [name, warning])).toEqual([
      ['SỞ HÒA GIẢI', 3],
      ['SỞ TÀI CHÍNH', 1],
      ['Sở Hoa giải', 1],
    ]);
    const total = async (query: Record<string, string>) =>
      ListResponseSchema.parse(await (await one.ask(`/api/documents?${new URLSearchParams(query)}`)).json())
        .total;
    for (const unit of units.slice(0, 3)) expect(await total({ unit })).toBe(3);
    expect(await total({ unit: 'Sở Hoa giải' })).toBe(1);
    const [due] = overview.deadlines;
    expect(await total({ deadline: due?.month ?? '' })).toBe(due?.documents);
    expect(await total({ deadline: '1990-01' })).toBe(0);
    expect((await one.ask('/api/documents?deadline=2026')).status).toBe(400);
  });

  it('show file names as they are, not as marks of direction make them look', async () => {
    const turned = fullRecord('hop-dong-\u202efdp.docx', `${record.text} khác`);
    await keep(pages.store, turned);
    const shown = await (await one.ask(`/api/documents/${turned.source.sha256}`)).json();
    expect(shown).toMatchObject({ file: 'hop-dong-\ufffdfdp.docx' });
    expect(await (await one.ask('/api/documents')).text()).not.toContain('\u202e');
  });

  it('show fields, rows, findings and what the register knows', async () => {
    const { fields, findings, known, tasks, text } = await view();
    expect(text).toBe(record.text);
    expect(fields.find(({ key }) => key === 'header/number')?.value).toBe('12/KH-STC');
    expect(tasks.map(({ id }) => id)).toEqual([task]);
    expect(findings.map(({ review }) => review.state)).toEqual(['open']);
    expect(known.map(({ number }) => number)).toEqual(['19/2014/QĐ-TTg']);
  });

  it('keep a correction with what stood there, and are checked again', async () => {
    const before = await view();
    const answer = await decide([
      { kind: 'correct', address: { part: 'header', field: 'number' }, value: null },
    ]);
    expect(answer.status).toBe(200);
    const after = DocumentViewSchema.parse(await answer.json());
    expect(after.fields.find(({ key }) => key === 'header/number')).toMatchObject({
      value: null,
      review: { state: 'corrected', by: 'lan', machine: '12/KH-STC' },
    });
    expect(after.history[0]).toMatchObject({
      holds: true,
      evidence: { before: '12/KH-STC', pipelineVersion: '1' },
    });
    expect(before.findings.map(({ ruleId }) => ruleId)).not.toContain('format/missing-number');
    expect(after.findings.map(({ ruleId }) => ruleId)).toContain('format/missing-number');
    const undone = DocumentViewSchema.parse(
      await (await decide([{ kind: 'undo', decision: after.seen }], after.seen)).json(),
    );
    expect(undone.fields.find(({ key }) => key === 'header/number')?.value).toBe('12/KH-STC');
    expect(undone.findings.map(({ ruleId }) => ruleId)).not.toContain('format/missing-number');
  });

  it('take many decisions at once, each of which can be taken back', async () => {
    const addresses = (await view()).fields.slice(0, 6).map(({ part, field }) => ({ part, field }));
    const all = DocumentViewSchema.parse(
      await (await decide(addresses.map((address) => ({ kind: 'confirm', address })))).json(),
    );
    expect(all.history.map(({ batch }) => batch !== null && batch === all.history[0]?.batch)).toEqual(
      Array(6).fill(true),
    );
    const [third] = all.history.slice(2);
    const one = DocumentViewSchema.parse(
      await (await decide([{ kind: 'undo', decision: third?.id }], all.seen)).json(),
    );
    expect(one.fields.filter(({ review }) => review !== null)).toHaveLength(5);
    const listed = await pages.store.listDocuments({ sort: 'file', descending: false, offset: 0, limit: 9 });
    expect(listed.rows[0]).toMatchObject({ state: 'in-review', confirmed: 5, lastBy: 'lan' });
  });

  it('refuse decisions about what they do not have, and values that no such field holds', async () => {
    for (const action of [
      { kind: 'confirm', address: { part: 'header', field: 'colour' } },
      { kind: 'correct', address: { part: 'header', field: 'issuedOn' }, value: '31/02' },
      { kind: 'correct', address: { ...content, item: 'unknown' }, value: 'x' },
      { kind: 'correct', address: content, value: '' },
      { kind: 'correct', address: { ...content, field: 'timings' }, value: [{ start: 'x' }] },
      { kind: 'dismiss-finding', fingerprint: record.findings[0]?.fingerprint, reason: '  ' },
      { kind: 'accept-finding', fingerprint: 'unknown' },
      { kind: 'undo', decision: 999 },
      {
        kind: 'join-tasks',
        item: task,
        other: task,
        task: { number: null, content: 'x', assignments: [], timings: [], outputs: [] },
      },
    ])
      expect([action, (await decide([action])).status]).toEqual([action, 400]);
    expect((await view()).history).toEqual([]);
  });

  it('tell the second of two people, and overwrite nothing', async () => {
    const correct = (value: string) => [{ kind: 'correct', address: content, value }];
    await pages.store.reviews.addDecisions({
      sha256,
      by: 'minh',
      batch: null,
      decisions: [
        {
          action: {
            kind: 'correct',
            address: { part: 'tasks', item: task, field: 'content' },
            value: 'Của Minh',
          },
          evidence: null,
        },
      ],
      conflict: () => null,
      summary: () => ({ state: 'in-review', confirmed: 0, corrected: 1, dismissed: 0 }),
    });
    const answer = await decide(correct('Của Lan'));
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ error: 'conflict', with: { by: 'minh' } });
    const { fields, seen } = await view();
    expect(fields.find(({ key }) => key === `tasks/${task}/content`)?.value).toBe('Của Minh');
    expect((await decide(correct('Của Lan'), seen)).status).toBe(200);
  });

  it('say who removed the row that a decision is about', async () => {
    const minh = new ReviewDesk(pages.store, { registers: pages.context.registers, asOf: null, key: 'x' });
    await minh.decide(sha256, 'minh', { seen: 0, actions: [{ kind: 'remove-task', item: task }] });
    const answer = await decide([{ kind: 'correct', address: content, value: 'Của Lan' }]);
    expect([answer.status, await answer.json()]).toMatchObject([409, { with: { by: 'minh' } }]);
  });

  it('show decisions that lost their place, and let a person put them onto another one', async () => {
    await decide([{ kind: 'correct', address: content, value: 'Của Lan' }]);
    // Read again, the same file has another row in its place.
    const [old] = record.tasks;
    const words = mention(record.text, 'Phòng Hành chính');
    const tasks = old === undefined ? [] : [{ ...old, ...words, content: 'Khác hẳn' }];
    await keep(pages.store, { ...record, tasks });
    const lost = await view();
    expect(lost.history.map(({ orphan, holds }) => ({ orphan, holds }))).toEqual([
      { orphan: true, holds: true },
    ]);
    expect(lost.fields.some(({ value }) => value === 'Của Lan')).toBe(false);
    const [now = ''] = itemIds('tasks', tasks);
    const answer = await decide(
      [
        { kind: 'undo', decision: lost.history[0]?.id },
        { kind: 'correct', address: { ...content, item: now }, value: 'Của Lan' },
      ],
      lost.seen,
    );
    const found = DocumentViewSchema.parse(await answer.json());
    expect(found.history.some(({ orphan }) => orphan)).toBe(false);
    expect(found.fields.find(({ key }) => key === `tasks/${now}/content`)).toMatchObject({
      value: 'Của Lan',
      review: { state: 'corrected', machine: 'Khác hẳn' },
    });
  });

  it('refuse values without end', async () => {
    const value = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const body = `{"seen":0,"actions":[{"kind":"correct","address":{"part":"header","field":"number"},"value":${value}}]}`;
    const headers = { 'content-type': 'application/json' };
    const ask = (sent: string) =>
      one.ask(`/api/documents/${sha256}/decisions`, { method: 'POST', body: sent, headers });
    expect((await ask(body)).status).toBe(400);
    expect((await ask(body.repeat(20))).status).toBe(413);
    expect((await view()).history).toEqual([]);
  });

  it('read times that a person types with the grammar of the plans', async () => {
    const read = async (line: string) =>
      (await one.post('/api/read/timings', { lines: [line], planYear: 2026 })).json();
    expect(await read('Quý I')).toMatchObject({ timings: [{ start: '2026-01-01', end: '2026-03-31' }] });
    expect(await read('31/02/2026')).toEqual({ timings: null, unreadable: '31/02/2026' });
  });

  it('give the picture of a page, never as a page of their own', async () => {
    const answer = await one.ask(`/api/documents/${sha256}/pages/1?box=10,10,50,20&zoom=2`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect((await one.ask(`/api/documents/${sha256}/pages/2`)).status).toBe(404);
    expect((await one.ask(`/api/documents/${sha256}/pages/0`)).status).toBe(404);
    expect((await one.ask(`/api/documents/${sha256}/pages/1?box=a`)).status).toBe(400);
  });
});
