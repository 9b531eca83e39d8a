import { copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/record/audit-result.js';
import { checkedDocuments } from '../../src/report/document-state.js';
import { audit } from '../../src/run/audit.js';
import { EarlyProcess } from '../../src/run/cut-outs/early-process.js';
import { makeCutOuts } from '../../src/run/cut-outs/make-cut-outs.js';
import { wantedCutOuts } from '../../src/run/cut-outs/want-regions.js';
import { buildOnce } from '../build-once.js';

const plans = fileURLToPath(new URL('../../fixtures/plans/', import.meta.url));

describe('pieces of pages at findings', () => {
  let folder: string;
  let result: AuditResult;

  beforeAll(async () => {
    await buildOnce();
    folder = await mkdtemp(join(tmpdir(), 'rasoat-cut-'));
    await copyFile(join(plans, 'pdf/dong-nai-2026.pdf'), join(folder, 'a.pdf'));
    await copyFile(join(plans, 'docx/dong-nai-2026.docx'), join(folder, 'b.docx'));
    result = await audit({ paths: ['a.pdf', 'b.docx'], cwd: folder, db: ':memory:', jobs: 1 });
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const options = (more: object = {}) => ({ cwd: folder, cache: join(folder, 'cache'), jobs: 1, ...more });

  it('are made for what has a place on a page, and marked where the words are', async () => {
    const made = await makeCutOuts(result, options());
    const [pdf, docx] = checkedDocuments(result);
    if (pdf === undefined || docx === undefined) throw new Error('both were read');
    const placed = pdf.record.findings.filter(({ location }) => location.length > 0);
    expect(made).toMatchObject({ shown: placed.length, left: 0, failed: [] });
    expect(docx.record.findings.map((finding) => made.of(docx.path, finding))).not.toContainEqual(
      expect.anything(),
    );
    for (const finding of placed) {
      const cutOut = made.of(pdf.path, finding);
      if (cutOut === null) throw new Error('it was drawn');
      expect(cutOut.mediaType).toBe('image/webp');
      expect(cutOut.base64.length).toBeLessThan(60_000);
      expect(cutOut.page).toBe(finding.location[0]?.page);
      expect(cutOut.marks.length).toBeGreaterThan(0);
      for (const { x, y } of cutOut.marks) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThan(cutOut.width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThan(cutOut.height);
      }
    }
  });

  it('are kept, so that a second report draws nothing', async () => {
    const first = await makeCutOuts(result, options());
    expect(await readdir(join(folder, 'cache'))).toHaveLength(1);
    const away = await mkdtemp(join(tmpdir(), 'rasoat-away-'));
    try {
      const again = await makeCutOuts(result, { ...options(), cwd: away });
      expect([again.shown, again.failed]).toEqual([first.shown, []]);
    } finally {
      await rm(away, { recursive: true, force: true });
    }
  });

  it('stop where there is no more room, those least surely read first', async () => {
    const [pdf] = checkedDocuments(result);
    const findings = pdf?.record.findings.filter(({ location }) => location.length > 0) ?? [];
    const last = findings.at(-1);
    if (pdf === undefined || last === undefined) throw new Error('there are findings');
    const unsure = {
      ...result,
      documents: [
        {
          ...pdf,
          record: {
            ...pdf.record,
            findings: pdf.record.findings.map((one) => (one === last ? { ...one, confidence: 0.3 } : one)),
          },
        },
      ],
    };
    expect(wantedCutOuts(unsure)[0]?.finding.fingerprint).toBe(last.fingerprint);
    const made = await makeCutOuts(unsure, options({ limits: { count: 1 } }));
    expect([made.shown, made.left]).toEqual([1, findings.length - 1]);
    expect(made.of(pdf.path, last)).not.toBeNull();
    const none = await makeCutOuts(unsure, options({ limits: { totalBytes: 10 } }));
    expect([none.shown, none.left]).toEqual([0, findings.length]);
  });

  it('name a file that is gone or is another now, and go on', async () => {
    await writeFile(join(folder, 'a2.pdf'), 'something else');
    const moved = {
      ...result,
      documents: result.documents.map((one) => ({ ...one, path: one.path.replace('a.pdf', 'a2.pdf') })),
    };
    const made = await makeCutOuts(moved, { ...options(), cache: join(folder, 'other') });
    expect(made).toMatchObject({ shown: 0, failed: ['a.pdf'] });
  });

  it('are drawn by the process that was started while the last PDF was extracted', async () => {
    const early = new EarlyProcess();
    const extracting = { kind: 'stage', stage: 'extracting', file: '' } as const;
    const done = { kind: 'file-done', outcome: 'new', read: true, path: '', file: '', total: 2 } as const;
    early.onEvent({ kind: 'collected', files: 2 });
    early.onEvent({ ...extracting, path: 'a.pdf' });
    expect(early.take()).toBeNull();
    early.onEvent({ ...done, done: 1 });
    early.onEvent({ ...extracting, path: 'b.docx' });
    expect(early.take()).toBeNull();
    early.onEvent({ ...extracting, path: 'b.pdf' });
    const process = early.take();
    expect(process).not.toBeNull();
    const made = await makeCutOuts(result, { ...options(), cache: join(folder, 'early'), process });
    expect(made).toMatchObject({ left: 0, failed: [] });
    expect(made.shown).toBeGreaterThan(0);
    await early.close();
  });
});
