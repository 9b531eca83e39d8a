import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { AuditedDocument } from '../../src/record/audit-result.js';
import { audit } from '../../src/run/audit.js';
import { residentMemory } from '../../src/run/resident-memory.js';
import { buildOnce } from '../build-once.js';

const hostile = fileURLToPath(new URL('../../fixtures/hostile/', import.meta.url));
const oneOrMore = <T extends z.ZodType>(one: T) => z.union([one.transform((value) => [value]), z.array(one)]);
const ExpectedSchema = z.record(
  z.string(),
  z.object({
    outcome: oneOrMore(z.enum(['failed', 'notice', 'read'])),
    reason: oneOrMore(z.string()).default([]),
  }),
);
const expected = ExpectedSchema.parse(JSON.parse(readFileSync(join(hostile, 'expected.json'), 'utf8')));

let folder: string;
let documents: readonly AuditedDocument[];
let peak = 0;

/** The most memory that one of this process's own children has held so far. */
async function look(): Promise<void> {
  const children = await readFile(`/proc/self/task/${process.pid}/children`, 'utf8').catch(() => '');
  for (const child of children.split(' ').filter(Boolean))
    peak = Math.max(peak, residentMemory(Number(child)) ?? 0);
}

beforeAll(async () => {
  await buildOnce();
  folder = await mkdtemp(join(tmpdir(), 'rasoat-hostile-'));
  const watch = setInterval(() => void look(), 50);
  try {
    const paths = Object.keys(expected).map((file) => join(hostile, file));
    ({ documents } = await audit({ paths, db: join(folder, 'rasoat.db'), jobs: 1 }));
  } finally {
    clearInterval(watch);
  }
}, 600_000);
afterAll(() => rm(folder, { recursive: true }));

describe('a folder of hostile files', () => {
  it('is audited to its end, with an outcome for every file', () => {
    expect(documents.map(({ file }) => file)).toEqual(Object.keys(expected).sort());
  });

  it.each(Object.entries(expected))('%s ends as its description says', (file, { outcome, reason }) => {
    const document = documents.find((candidate) => candidate.file === file);
    const kinds = outcome.map((one) => (one === 'failed' ? 'failed' : 'checked'));
    expect(kinds).toContain(document?.kind);
    if (document?.kind === 'failed') expect(reason).toContain(document.failure.reason);
  });

  it('takes no process over 1 GB', () => {
    expect(peak).toBeLessThan(1_000_000_000);
  });
});
