import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CollectOptions, collectFiles } from '../../src/run/collect-files.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rasoat-collect-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(...paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), path);
  }
}
const collect = (paths: readonly string[], options: CollectOptions = {}) =>
  collectFiles(paths, { cwd: folder, ...options });
const pathsOf = async (paths: readonly string[], options?: CollectOptions) =>
  (await collect(paths, options)).files.map(({ path }) => path);

describe('collecting files', () => {
  it('takes files, folders with all below them and patterns, each once, in order', async () => {
    await put('z.txt', 'plans/b.pdf', 'plans/a.docx', 'plans/deep/er/c.png', 'other/d.txt', 'other/e.pdf');
    expect(await pathsOf(['z.txt', 'plans', 'plans/a.docx', './plans/b.pdf', 'other/*.txt'])).toEqual([
      'other/d.txt',
      'plans/a.docx',
      'plans/b.pdf',
      'plans/deep/er/c.png',
      'z.txt',
    ]);
  });

  it('leaves out hidden files, locks, databases and what it is told to', async () => {
    await put(
      'a.docx',
      '~$a.docx',
      '.hidden.txt',
      '.git/x.txt',
      '.~lock.a.docx#',
      'Thumbs.db',
      'desktop.ini',
    );
    await put('plans.db', 'plans.db-wal', 'rasoat-out/report.html', 'results/records/a.json');
    expect(await pathsOf(['.'], { exclude: ['results'] })).toEqual(['a.docx']);
    expect(await pathsOf(['**/*'], { exclude: ['results'] })).toEqual(['a.docx']);
  });

  it('takes what is named itself, whatever its name', async () => {
    await put('.hidden.txt', 'plan[1].txt', 'a*b.txt');
    expect(await pathsOf(['.hidden.txt', 'plan[1].txt', 'a*b.txt'])).toEqual([
      '.hidden.txt',
      'a*b.txt',
      'plan[1].txt',
    ]);
  });

  it('names what is not there', async () => {
    const { files, missing } = await collect(['none.pdf', 'no/*.pdf']);
    expect(files).toEqual([]);
    expect(missing).toMatchObject([
      { path: 'no/*.pdf', failure: { reason: 'not-found' } },
      { path: 'none.pdf', file: 'none.pdf', failure: { reason: 'not-found' } },
    ]);
  });

  it('names what is no regular file', async () => {
    const { missing } = await collect(['/dev/null']);
    expect(missing).toMatchObject([{ failure: { reason: 'not-readable' } }]);
  });

  it('follows links without going round in circles, and names broken ones', async () => {
    await put('plans/a.txt', 'elsewhere/b.txt');
    await symlink('..', join(folder, 'plans', 'up'));
    await symlink(join(folder, 'elsewhere', 'b.txt'), join(folder, 'plans', 'link.txt'));
    await symlink('gone', join(folder, 'plans', 'broken'));
    const { files, missing } = await collect(['plans']);
    expect(files.map(({ path }) => path)).toEqual([
      'plans/a.txt',
      'plans/link.txt',
      'plans/up/elsewhere/b.txt',
    ]);
    expect(missing.map(({ path }) => path)).toEqual(['plans/broken']);
  });

  it('gives names in NFC and opens them as they are', async () => {
    const decomposed = 'Kế hoạch.txt'.normalize('NFD');
    await put(decomposed);
    const { files } = await collect(['.']);
    expect(files).toMatchObject([
      { file: 'Kế hoạch.txt'.normalize('NFC'), absolute: join(folder, decomposed) },
    ]);
  });
});
