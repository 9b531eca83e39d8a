import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkAuthority } from '../../src/web/server/authority.js';
import { hashPassword } from '../../src/web/server/passwords.js';
import { fullRecord } from '../store/plan.js';
import { HOST, keep, LINK_TOKEN, type TestPages, testPages } from './pages.js';

const codeOf = async (answer: Response): Promise<unknown> =>
  ((await answer.json()) as { error: string }).error;

describe('a server for one person', () => {
  let pages: TestPages;
  beforeEach(async () => {
    pages = await testPages();
  });
  afterEach(() => pages.close());

  it('gives nothing but its own files to who has no session', async () => {
    const stranger = pages.asker();
    expect((await stranger.ask('/')).status).toBe(200);
    for (const path of [
      '/api/me',
      '/api/documents',
      '/api/overview',
      '/api/people/log',
      '/api/batches/limits',
    ]) {
      const answer = await stranger.ask(path);
      expect([path, answer.status, await codeOf(answer)]).toEqual([path, 401, 'not-logged-in']);
    }
  });

  it('takes the token of the printed link once into a cookie that no script reads', async () => {
    const answer = await pages.asker().ask(`/?token=${LINK_TOKEN}`);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/');
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/u);
    expect((await pages.asker().ask('/?token=another')).status).toBe(401);
  });

  it('lets in with the printed link again, but once only with the token that a started browser shows', async () => {
    const authority = linkAuthority('lan', LINK_TOKEN, 'once');
    expect(authority.enter('once')).not.toBeNull();
    expect(authority.enter('once')).toBeNull();
    expect(authority.enter(LINK_TOKEN)).not.toBe(authority.enter(LINK_TOKEN));
    expect(authority.enter('')).toBeNull();
  });

  it('tells everybody how people come in, and nobody more', async () => {
    expect(await (await pages.asker().ask('/api/entry')).json()).toEqual({ accounts: false });
    const one = await pages.local();
    const sha256 = 'a'.repeat(64);
    for (const path of [`/api/documents/${sha256}/events`, '/api/batches/x/events', '/api/batches'])
      expect([path, (await pages.asker().ask(path)).status]).toEqual([path, 401]);
    for (const method of ['OPTIONS', 'PUT', 'DELETE'])
      expect([method, (await one.ask('/api/documents', { method })).status]).toEqual([method, 404]);
    expect(await (await one.ask('/api/documents', { method: 'HEAD' })).text()).toBe('');
  });

  it('knows its own host however it is written', async () => {
    const one = await pages.local();
    const status = async (host: string) => (await one.ask('/api/me', { headers: { host } })).status;
    for (const host of ['LOCALHOST:4321', '[::1]:4321', '127.0.0.1'])
      expect([host, await status(host)]).toEqual([host, 200]);
    for (const host of ['localhost.:4321', '[::ffff:127.0.0.1]:4321', '127.0.0.1.evil.example', '[::2]'])
      expect([host, await status(host)]).toEqual([host, 403]);
  });

  it('refuses requests that name another host, or come from the page of another one', async () => {
    const one = await pages.local();
    expect((await one.ask('/api/me')).status).toBe(200);
    for (const host of ['evil.example', 'evil.example:4321', '192.168.1.5', '']) {
      const answer = await one.ask('/api/me', { headers: { host } });
      expect([host, answer.status]).toEqual([host, 403]);
    }
    for (const origin of ['http://evil.example', 'http://127.0.0.1:9', 'null'])
      expect((await one.ask('/api/me', { headers: { origin } })).status).toBe(403);
    expect((await one.ask('/api/me', { headers: { origin: `http://${HOST}` } })).status).toBe(200);
    // Another port of this machine is the same site, and another program.
    for (const site of ['cross-site', 'same-site'])
      expect((await one.ask('/api/me', { headers: { 'sec-fetch-site': site } })).status).toBe(403);
  });

  it('changes nothing without the session’s token', async () => {
    const one = await pages.local();
    const answer = await one.ask('/api/batches', { method: 'POST', headers: { 'x-csrf-token': 'wrong' } });
    expect([answer.status, await codeOf(answer)]).toEqual([403, 'foreign-request']);
    expect((await one.post('/api/batches', undefined)).status).toBe(201);
  });

  it('lets no page run, load or frame anything but its own files', async () => {
    const { headers } = await pages.asker().ask('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('knows documents by their hash only: no path of a request reaches the disk', async () => {
    const one = await pages.local();
    await keep(pages.store, fullRecord('ke-hoach.docx'));
    for (const id of ['ke-hoach.docx', '%2Fplans%2Fke-hoach.docx', '..%2F..%2Fetc%2Fpasswd', 'abcd'])
      expect([id, (await one.ask(`/api/documents/${id}`)).status]).toEqual([id, 404]);
    for (const path of ['/..%2f..%2fpackage.json', '/app.js%00', '/.env'])
      expect([path, (await one.ask(path)).status]).toEqual([path, 404]);
  });

  it('answers errors in the language asked for, and keeps its own to itself', async () => {
    const one = await pages.local();
    const message = async (lang: string) =>
      (
        (await (await one.ask('/api/nothing', { headers: { 'x-rasoat-lang': lang } })).json()) as {
          message: string;
        }
      ).message;
    expect(await message('vi')).toBe('Không tìm thấy.');
    expect(await message('en')).toBe('Not found.');
    await pages.store.close();
    const answer = await one.ask('/api/overview');
    expect([answer.status, await answer.json()]).toEqual([
      500,
      { error: 'failed', message: 'Máy chủ gặp lỗi. Lỗi đã được ghi lại.' },
    ]);
    expect(pages.errors).toHaveLength(1);
  });
});

describe('a server with accounts', () => {
  let pages: TestPages;
  /** Made once: it is meant to take long. */
  let passwordHash: string | undefined;
  beforeEach(async () => {
    pages = await testPages({ accounts: true, host: '0.0.0.0' });
    passwordHash ??= await hashPassword('một mật khẩu dài');
    for (const role of ['reader', 'reviewer', 'administrator'] as const)
      await pages.store.people.addUser({ name: role, role, passwordHash });
  });
  afterEach(() => pages.close());

  const login = (name: string, password = 'một mật khẩu dài') =>
    pages.asker().post('/api/login', { name, password });

  it('lets in who knows the password, however its letters are composed, and no link', async () => {
    expect((await login('reader')).status).toBe(204);
    expect((await login('reader', 'một mật khẩu dài'.normalize('NFD'))).status).toBe(204);
    expect((await login('reader', 'một mật khẩu khác')).status).toBe(401);
    expect((await login('nobody')).status).toBe(401);
    expect((await pages.asker().ask(`/?token=${LINK_TOKEN}`)).status).toBe(401);
  });

  it('counts guesses that come all at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => login('reader', `wrong ${i}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
  });

  it('ends the session that a browser had when somebody logs in anew with it', async () => {
    const one = await pages.asker().enter(await login('reader'));
    const former = one.cookie;
    await one.enter(await one.post('/api/login', { name: 'reviewer', password: 'một mật khẩu dài' }));
    expect(one.cookie).not.toBe(former);
    one.cookie = former;
    expect((await one.ask('/api/me')).status).toBe(401);
  });

  it('stops guessing after five wrong passwords, for the right one too', async () => {
    for (let i = 0; i < 5; i++) expect((await login('reader', `wrong ${i}`)).status).toBe(401);
    expect((await login('reader')).status).toBe(429);
    expect((await login('reviewer')).status).toBe(204);
  });

  it('lets readers read, reviewers decide, and administrators manage', async () => {
    const record = fullRecord();
    await keep(pages.store, record);
    const { sha256 } = record.source;
    const seen: Record<string, readonly number[]> = {};
    for (const role of ['reader', 'reviewer', 'administrator']) {
      const one = await pages.asker().enter(await login(role));
      const actions = [{ kind: 'finish' }];
      seen[role] = [
        (await one.ask(`/api/documents/${sha256}`)).status,
        (await one.post(`/api/documents/${sha256}/decisions`, { seen: 99, actions })).status,
        (await one.post('/api/batches', undefined)).status,
        (await one.ask('/api/people/log')).status,
      ];
    }
    expect(seen).toEqual({
      reader: [200, 403, 403, 403],
      reviewer: [200, 200, 201, 403],
      administrator: [200, 200, 201, 200],
    });
  });

  it('ends the sessions of an account that is locked, and of one that leaves', async () => {
    const reader = await pages.asker().enter(await login('reader'));
    const administrator = await pages.asker().enter(await login('administrator'));
    const lock = { method: 'PATCH', json: { disabled: true } };
    expect((await administrator.ask('/api/people/users/reader', lock)).status).toBe(204);
    expect((await reader.ask('/api/me')).status).toBe(401);
    expect((await login('reader')).status).toBe(401);
    expect((await administrator.ask('/api/people/users/administrator', lock)).status).toBe(400);
    expect((await administrator.post('/api/logout', undefined)).status).toBe(204);
    expect((await administrator.ask('/api/me')).status).toBe(401);
  });

  it('lets administrators set a new password for others, which ends their sessions and what blocks them', async () => {
    const reader = await pages.asker().enter(await login('reader'));
    const reviewer = await pages.asker().enter(await login('reviewer'));
    const administrator = await pages.asker().enter(await login('administrator'));
    for (let i = 0; i < 5; i++) await login('reader', `wrong ${i}`);
    expect((await login('reader')).status).toBe(429);
    const reset = (who: typeof reader, password: string, headers = {}) =>
      who.ask('/api/people/users/reader', { method: 'PATCH', json: { password }, headers });
    expect((await reset(reviewer, 'một mật khẩu mới')).status).toBe(403);
    expect((await reset(administrator, 'một mật khẩu mới', { 'x-csrf-token': 'other' })).status).toBe(403);
    expect((await reset(administrator, 'ngắn')).status).toBe(400);
    expect((await reader.ask('/api/me')).status).toBe(200);

    expect((await reset(administrator, 'một mật khẩu mới')).status).toBe(204);
    expect((await reader.ask('/api/me')).status).toBe(401);
    expect((await login('reader')).status).toBe(401);
    expect((await login('reader', 'một mật khẩu mới')).status).toBe(204);
    const log = (await (await administrator.ask('/api/people/log')).json()) as Record<string, unknown>[];
    expect(log.find(({ what }) => what === 'user-password')).toMatchObject({
      by: 'administrator',
      subject: 'reader',
      detail: null,
    });
    expect(JSON.stringify(log)).not.toContain('mật khẩu mới');
    const unknown = await administrator.ask('/api/people/users/nobody', {
      method: 'PATCH',
      json: { password: 'một mật khẩu mới' },
    });
    expect(unknown.status).toBe(404);
  });

  it('says in words that a name is taken, and that nobody locks themselves out', async () => {
    const administrator = await pages.asker().enter(await login('administrator'));
    const user = { name: 'reader', role: 'reader', password: 'đủ mười ký tự' };
    const taken = await administrator.post('/api/people/users', user);
    expect([taken.status, await taken.json()]).toEqual([
      409,
      { error: 'name-taken', message: 'Đã có tài khoản tên này.' },
    ]);
    const self = await administrator.ask('/api/people/users/administrator', {
      method: 'PATCH',
      json: { role: 'reader' },
    });
    expect([self.status, (await self.json()) as object]).toMatchObject([400, { error: 'own-account' }]);
  });

  it('writes down who did what, in a log that only grows', async () => {
    await login('reader', 'wrong');
    const administrator = await pages.asker().enter(await login('administrator'));
    const user = { name: 'hoa', role: 'reviewer', password: 'đủ mười ký tự' };
    expect((await administrator.post('/api/people/users', user)).status).toBe(201);
    expect((await administrator.post('/api/people/users', { ...user, password: 'ngắn' })).status).toBe(400);
    const log = (await (await administrator.ask('/api/people/log')).json()) as { by: string; what: string }[];
    expect(log.map(({ by, what }) => `${by} ${what}`)).toEqual([
      'administrator user-add',
      'administrator login',
      'reader login-failed-from',
      'reader login-failed',
    ]);
    expect(JSON.stringify(await (await administrator.ask('/api/people/users')).json())).not.toContain(
      'scrypt',
    );
  });

  it('is reached under its own names and addresses only', async () => {
    const one = await pages.asker().enter(await login('reader'));
    const status = async (host: string) => (await one.ask('/api/me', { headers: { host } })).status;
    expect(await status('rasoat.example')).toBe(200);
    expect(await status('192.168.1.5:8080')).toBe(200);
    expect(await status('evil.example')).toBe(403);
  });
});
