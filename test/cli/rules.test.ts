import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadRuleFiles } from '../../src/check/cases/rule-file.js';
import { runCli } from '../../src/cli/main.js';
import { fakeIo } from './fake-io.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rasoat-rules-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  const io = fakeIo(folder, {});
  const status = await runCli(args, io);
  return { status, out: io.out.text(), err: io.err.text() };
}

describe('rasoat rules docs', () => {
  test.each([
    ['vi', '# Sổ tay quy tắc', 'Chưa nhận ra'],
    ['en', '# Rule manual', 'Does not see'],
  ])('writes the manual in %s, a chapter a rule', async (language, title, gaps) => {
    const { status, out } = await run('rules', 'docs', '--lang', language);
    expect(status).toBe(0);
    expect(out.startsWith(`${title}\n`)).toBe(true);
    for (const { id } of loadRuleFiles()) expect(out).toContain(`\n## ${id}\n`);
    expect(out.split(gaps).length - 1).toBe(loadRuleFiles().length);
  });

  test('tells what an office made of its rules', async () => {
    await mkdir(join(folder, 'rules'));
    await writeFile(join(folder, 'rules', 'tuning.yaml'), 'severities: { task/numbering: off }\n');
    expect((await run('rules', 'docs', '--lang', 'en')).out).toContain('(off here)');
  });
});

describe('rasoat registry', () => {
  test('imports a table into rules/, which then holds', async () => {
    await writeFile(join(folder, 'vb.csv'), 'Số;Loại;Ngày ban hành\n37/2021/QĐ-UBND;Quyết định;16/8/2021\n');
    const imported = await run('registry', 'import', 'vb.csv');
    expect(imported.status).toBe(0);
    expect(imported.out).toContain('1 mục mới');
    expect(await readFile(join(folder, 'rules', 'documents.yaml'), 'utf8')).toContain('2021-08-16');
    expect((await run('registry', 'check')).status).toBe(0);
    expect((await run('rules', 'test')).status).toBe(0);
  });

  test('names line and column of a wrong cell and writes nothing', async () => {
    await writeFile(join(folder, 'vb.csv'), 'Số;Loại;Ngày ban hành\n37/2021/QĐ-UBND;Quyết định;31/02/2021\n');
    const { status, err } = await run('registry', 'import', 'vb.csv', '--lang', 'en');
    expect(status).toBe(1);
    expect(err).toContain('vb.csv:2:3: "31/02/2021" is no date');
    await expect(readFile(join(folder, 'rules', 'documents.yaml'))).rejects.toThrow();
  });

  test('says that a table cannot be read', async () => {
    expect((await run('registry', 'import', 'nowhere.csv')).status).toBe(64);
    await writeFile(join(folder, 'bad.csv'), Buffer.from([0x53, 0x91, 0xff, 0x0a]));
    expect((await run('registry', 'import', 'bad.csv')).status).toBe(64);
  });

  test('checks a folder and ends with 1 where an entry is wrong', async () => {
    await mkdir(join(folder, 'rules'));
    await writeFile(
      join(folder, 'rules', 'documents.yaml'),
      'documents:\n  - { number: 5/2024/QĐ-A, type: Quyết định, issuedOn: 2023-01-01, source: [general], confidence: 1 }\n',
    );
    const { status, out } = await run('registry', 'check', '--lang', 'en');
    expect(status).toBe(1);
    expect(out).toMatch(/documents\.yaml:2:\d+: error: .*bears the year 2024/u);
  });
});
