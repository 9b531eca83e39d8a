import type { ReadableStream } from 'node:stream/web';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { AppContext, AppEnv } from './app-context.js';
import { atLeast } from './guard.js';
import { displayName, isKnownType } from './upload.js';
import { WebError } from './web-error.js';

const AT_MOST_EVERY_MS = 150;
/** Said again so often, so that nothing between takes the line for a dead one. */
const STILL_THERE_MS = 25_000;

/** Handing files in. A file is the whole body of its request; its name stands in a header. */
export function batchRoutes({ batches, store }: AppContext): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.use(atLeast('reviewer'));

  routes.get('/limits', (c) => c.json(batches.limits));
  routes.get('/', (c) => c.json([...batches.of(c.var.person.name)]));
  routes.post('/', async (c) => c.json(await batches.begin(c.var.person.name), 201));

  routes.post('/:id/files', async (c) => {
    const length = Number(c.req.header('content-length') ?? 0);
    if (length > batches.limits.bytesPerFile) throw new WebError('too-large');
    const name = displayName(c.req.header('x-file-name'));
    if (!isKnownType(name)) throw new WebError('unsupported', name);
    const body = c.req.raw.body as ReadableStream<Uint8Array> | null;
    return c.json(await batches.add(c.req.param('id'), c.var.person.name, name, body), 201);
  });

  routes.post('/:id/start', async (c) => {
    const { name } = c.var.person;
    const batch = await batches.start(c.req.param('id'), name);
    await store.people.log({ by: name, what: 'upload', subject: batch.id, detail: `${batch.files.length}` });
    return c.json(batch, 202);
  });

  routes.get('/:id', (c) => c.json(batches.get(c.req.param('id'), c.var.person.name)));

  routes.get('/:id/events', (c) => {
    const [id, by] = [c.req.param('id'), c.var.person.name];
    batches.get(id, by);
    return streamSSE(c, async (stream) => {
      let changed: () => void = () => undefined;
      const stop = batches.watch(id, by, () => changed());
      stream.onAbort(() => {
        stop();
        changed();
      });
      while (!stream.aborted && !stream.closed) {
        const next = new Promise<void>((resolve) => {
          changed = resolve;
        });
        const batch = batches.get(id, by);
        await stream.writeSSE({ event: 'batch', data: JSON.stringify(batch) });
        if (batch.state === 'finished' || batch.state === 'failed') break;
        await Promise.all([
          Promise.race([next, stream.sleep(STILL_THERE_MS)]),
          stream.sleep(AT_MOST_EVERY_MS),
        ]);
      }
      stop();
    });
  });
  return routes;
}
