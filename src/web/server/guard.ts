import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { secureHeaders } from 'hono/secure-headers';
import type { UserRole } from '../../store/people-store.js';
import { isOwnHost, isOwnOrigin } from './allowed-hosts.js';
import type { AppContext, AppEnv } from './app-context.js';
import { WebError } from './web-error.js';

const RANK: Readonly<Record<UserRole, number>> = { reader: 0, reviewer: 1, administrator: 2 };

/** Only our own files may be loaded, run and styled with; no page may frame these. */
export const headers: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
  crossOriginResourcePolicy: 'same-origin',
  crossOriginOpenerPolicy: 'same-origin',
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
});

/** Refuses what was not sent to this server by name, or was sent by the page of another one. */
export const ownRequests =
  ({ host, names }: AppContext): MiddlewareHandler =>
  async (c, next) => {
    const to = c.req.header('host');
    if (to === undefined || !isOwnHost(to, host, names)) throw new WebError('foreign-request', 'host');
    const origin = c.req.header('origin');
    if (origin !== undefined && !isOwnOrigin(origin, to)) throw new WebError('foreign-request', 'origin');
    const site = c.req.header('sec-fetch-site');
    // "same-site" is another port of this machine: another program's page.
    if ((site === 'cross-site' || site === 'same-site') && c.req.path.startsWith('/api/'))
      throw new WebError('foreign-request', 'site');
    await next();
  };

const changesSomething = (c: Context): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method);

/** Lets through whose session it is; a request that changes something must carry the session's token too. */
export const knownPerson =
  ({ authority, cookie }: AppContext): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const session = getCookie(c, cookie);
    const person = session === undefined ? null : await authority.personOf(session);
    if (person === null) throw new WebError('not-logged-in');
    if (changesSomething(c) && c.req.header('x-csrf-token') !== person.csrf)
      throw new WebError('foreign-request', 'token');
    c.set('person', person);
    await next();
  };

/** Lets through who has at least this role. */
export const atLeast =
  (role: UserRole): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    if (RANK[c.var.person.role] < RANK[role]) throw new WebError('forbidden');
    await next();
  };
