import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOnce } from '../build-once.js';

const PROGRAM = fileURLToPath(new URL('../../bin/rasoat.js', import.meta.url));

let folder: string;
beforeAll(async () => {
  await buildOnce();
  folder = await mkdtemp(join(tmpdir(), 'rasoat-serve-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program; `onOut` may end it. */
function run(
  args: readonly string[],
  { input = '', onOut }: { input?: string; onOut?: (out: string, end: () => void) => void } = {},
): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: folder });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      onOut?.(out, () => child.kill('SIGINT'));
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('close', (status) => done({ status, out, err }));
    child.stdin.end(input);
  });
}

describe('rasoat user', () => {
  it('makes, lists, locks and unlocks accounts', async () => {
    const long = { input: 'một mật khẩu dài\n' };
    expect(await run(['user', 'add', 'lan', '--role', 'administrator'], long)).toMatchObject({
      status: 0,
      out: 'Đã tạo tài khoản lan.\n',
    });
    expect((await run(['user', 'add', 'lan'], long)).status).toBe(64);
    expect(await run(['user', 'add', 'hoa'], { input: 'ngắn\n' })).toMatchObject({
      status: 64,
      err: expect.stringContaining('ít nhất 10 ký tự'),
    });
    expect((await run(['user', 'add', 'hoa', '--role', 'boss'], long)).err).toContain('“boss”');
    expect((await run(['user', 'lock', 'nobody', '--lang', 'en'])).err).toContain('no account “nobody”');
    expect((await run(['user', 'lock', 'lan'])).status).toBe(0);
    expect((await run(['user', 'list'])).out).toBe('lan\tadministrator\tkhóa\n');
    expect((await run(['user', 'unlock', 'lan'])).status).toBe(0);
    expect(await run(['user', 'password', 'lan'], { input: 'ngắn\n' })).toMatchObject({ status: 64 });
    expect(await run(['user', 'password', 'lan'], { input: 'một mật khẩu mới\n' })).toMatchObject({
      status: 0,
      out: expect.stringContaining('lan'),
    });
  });
});

describe('rasoat serve', () => {
  it('prints a link with its token, answers there, and ends with Ctrl-C', async () => {
    let answered: Promise<number> | null = null;
    const ended = await run(['serve', '--db', 'local.db', '--no-open'], {
      onOut: (out, end) => {
        const url = /http:\S+/u.exec(out)?.[0];
        if (url === undefined || answered !== null) return;
        answered = fetch(url, { redirect: 'manual' }).then(({ status }) => {
          end();
          return status;
        });
      },
    });
    expect(await answered).toBe(303);
    expect(ended).toMatchObject({ status: 0, err: '' });
  });

  it('says what is wrong with a port, a host without accounts, and an address that is taken', async () => {
    expect(await run(['serve', '--port', '99999'])).toMatchObject({
      status: 64,
      err: expect.stringContaining('từ 0 đến 65535'),
    });
    expect(await run(['serve', '--db', 'nobody.db', '--host', '0.0.0.0', '--no-open'])).toMatchObject({
      status: 64,
      err: expect.stringContaining('rasoat user add'),
    });
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((ready) => other.once('listening', ready));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await run(['serve', '--port', String(port), '--no-open'])).toMatchObject({
      status: 74,
      err: expect.stringContaining(`127.0.0.1:${port}`),
    });
    other.close();
  });
});
