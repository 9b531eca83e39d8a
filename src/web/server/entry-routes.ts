import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { type Entry, LoginRequestSchema, type Me } from '../api/people.js';
import type { AppContext, AppEnv } from './app-context.js';
import { knownPerson } from './guard.js';
import { jsonOf } from './request.js';
import { WebError } from './web-error.js';

const COOKIE = { httpOnly: true, sameSite: 'Strict', path: '/' } as const;

/** Where an attempt comes from; "local" where the server is called without a socket. */
function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'local';
  }
}

/** Coming in and going out, and who one is. */
export function entryRoutes(context: AppContext): Hono<AppEnv> {
  const { authority, cookie, version } = context;
  const routes = new Hono<AppEnv>();

  routes.get('/entry', (c) => c.json({ accounts: authority.accounts } satisfies Entry));

  routes.post('/login', bodyLimit({ maxSize: 10_000 }), async (c) => {
    const { name, password } = await jsonOf(c, LoginRequestSchema);
    const outcome = await authority.login(name.normalize('NFC'), password, addressOf(c));
    if (outcome.kind === 'wrong') throw new WebError('wrong-password');
    if (outcome.kind === 'blocked') throw new WebError('blocked');
    const former = getCookie(c, cookie);
    if (former !== undefined) await authority.logout(former);
    setCookie(c, cookie, outcome.session, COOKIE);
    return c.body(null, 204);
  });

  routes.post('/logout', knownPerson(context), async (c) => {
    await authority.logout(getCookie(c, cookie) ?? '');
    deleteCookie(c, cookie, { path: '/' });
    return c.body(null, 204);
  });

  routes.get('/me', knownPerson(context), (c) =>
    c.json({ ...c.var.person, accounts: authority.accounts, version } satisfies Me),
  );
  return routes;
}

/** Turns the token of the printed link into a session, and leads on to the page without it. */
export function linkEntry({ authority, cookie }: AppContext): (c: Context, token: string) => Response {
  return (c, token) => {
    const session = authority.enter(token);
    if (session === null) throw new WebError('wrong-link');
    setCookie(c, cookie, session, COOKIE);
    return c.redirect('/', 303);
  };
}
