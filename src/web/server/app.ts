import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import { StoreError } from '../../store/store-error.js';
import type { ErrorResponse } from '../api/people.js';
import type { AppContext, AppEnv } from './app-context.js';
import { batchRoutes } from './batch-routes.js';
import { documentRoutes } from './document-routes.js';
import { entryRoutes, linkEntry } from './entry-routes.js';
import { headers, knownPerson, ownRequests } from './guard.js';
import { errorMessage } from './messages.js';
import { outRoutes } from './out-routes.js';
import { peopleRoutes } from './people-routes.js';
import { readingRoutes } from './reading-routes.js';
import { languageOf } from './request.js';
import { WebError } from './web-error.js';

const asWebError = (error: unknown): WebError => {
  if (error instanceof WebError) return error;
  if (error instanceof HTTPException)
    return new WebError(error.status === 413 ? 'too-large' : 'bad-request', error.message);
  return new WebError('failed');
};

/**
 * The review pages and what stands behind them: every answer, without a socket. Only the files of the pages and the
 * log-in are open to who has no session.
 */
export function createApp(context: AppContext): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(headers);
  app.use(ownRequests(context));
  app.onError((error, c) => {
    const known = asWebError(error);
    if (known.code === 'failed') context.onError(error);
    const detail = known.code === 'bad-request' || error instanceof StoreError ? known.message : '';
    const message = [errorMessage(known.code, languageOf(c)), detail].filter(Boolean).join(' ');
    return c.json({ error: known.code, message } satisfies ErrorResponse, known.status);
  });
  app.notFound((c) => {
    throw new WebError('not-found', c.req.path);
  });

  app.use('/api/*', async (c, next) => {
    await next();
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
  });
  app.route('/api', entryRoutes(context));
  app.use('/api/*', knownPerson(context));
  app.use('/api/documents/:sha256', compress());
  app.route('/api', documentRoutes(context));
  app.route('/api/batches', batchRoutes(context));
  app.route('/api/people', peopleRoutes(context));
  app.route('/api/read', readingRoutes());
  app.route('/api/out', outRoutes(context));

  const asset = (name: string, known?: string): Response => {
    const found = context.assets.get(name);
    if (found === undefined) throw new WebError('not-found');
    const fields = { 'content-type': found.mediaType, etag: found.etag, 'cache-control': 'no-cache' };
    return known === found.etag
      ? new Response(null, { status: 304, headers: fields })
      : new Response(found.body, { headers: fields });
  };
  const enter = linkEntry(context);
  app.get('/', (c) => {
    const token = c.req.query('token');
    return token === undefined ? asset('index.html') : enter(c, token);
  });
  app.get('/:name', compress(), (c) => asset(c.req.param('name'), c.req.header('if-none-match')));

  return app;
}
