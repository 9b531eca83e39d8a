import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultRulesDir, loadRegisters } from '../../src/check/registers/load-registers.js';
import type { PagePicture } from '../../src/ingest/page-picture/page-picture.js';
import type { PlanRecord } from '../../src/record/plan-record.js';
import { audit } from '../../src/run/audit.js';
import type { PictureSource } from '../../src/run/pictures/picture-cache.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { createApp } from '../../src/web/server/app.js';
import type { AppContext } from '../../src/web/server/app-context.js';
import { accountAuthority, linkAuthority } from '../../src/web/server/authority.js';
import { Batches } from '../../src/web/server/batches.js';
import { Changes } from '../../src/web/server/changes.js';
import { Originals } from '../../src/web/server/originals.js';
import { ReviewDesk } from '../../src/web/server/review-desk.js';

export const LINK_TOKEN = 'a-token-that-was-printed';
export const HOST = '127.0.0.1:4321';

const picture: PagePicture = {
  kind: 'picture',
  mediaType: 'image/webp',
  bytes: new Uint8Array([1, 2, 3]),
  width: 1,
  height: 1,
  page: 1,
  box: [0, 0, 1, 1],
};

/** Pictures are drawn by a process of their own, which has its own tests. */
const pictures: PictureSource = {
  take: async ({ page }) =>
    page === 1 ? picture : { kind: 'failed', reason: 'not-found', detail: `There is no page ${page}.` },
};

/** A person with a session, asking the server. */
export class Asker {
  readonly #app: ReturnType<typeof createApp>;
  cookie = '';
  csrf = '';

  constructor(app: ReturnType<typeof createApp>) {
    this.#app = app;
  }

  /** `headers` null leaves the token out. */
  async ask(path: string, init: RequestInit & { readonly json?: unknown } = {}): Promise<Response> {
    const { json, ...rest } = init;
    const headers = new Headers({ host: HOST, cookie: this.cookie, 'x-csrf-token': this.csrf });
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    if (json !== undefined) headers.set('content-type', 'application/json');
    const body = json === undefined ? init.body : JSON.stringify(json);
    return this.#app.request(`http://${HOST}${path}`, {
      ...rest,
      headers,
      ...(body == null ? {} : { body }),
    });
  }

  post(path: string, json: unknown): Promise<Response> {
    return this.ask(path, { method: 'POST', json });
  }

  /** Takes the cookie of an answer and the token that goes with it. */
  async enter(answer: Response): Promise<this> {
    this.cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const me = (await (await this.ask('/api/me')).json()) as { csrf: string };
    this.csrf = me.csrf;
    return this;
  }
}

export interface TestPages {
  readonly store: Store;
  readonly errors: unknown[];
  /** Where files that are handed in are kept. */
  readonly uploads: string;
  readonly context: AppContext;
  readonly app: ReturnType<typeof createApp>;
  readonly asker: () => Asker;
  /** Somebody who opened the printed link. */
  readonly local: () => Promise<Asker>;
  readonly close: () => Promise<void>;
}

/** The pages on an empty database in memory. */
export async function testPages({ accounts = false, host = '127.0.0.1' } = {}): Promise<TestPages> {
  const store = await openStore(':memory:');
  const registers = loadRegisters();
  const errors: unknown[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'rasoat-web-'));
  const batches = new Batches(
    folder,
    (files, hooks, signal) =>
      audit(
        {
          paths: files.map(({ path }) => path),
          names: new Map(files.map(({ path, name }) => [path, name])),
          db: store,
          signal,
          ocr: 'off',
        },
        hooks,
      ),
    { limits: { files: 3, bytesPerFile: 100_000, bytes: 250_000 } },
  );
  const context: AppContext = {
    version: '0',
    store,
    desk: new ReviewDesk(store, { registers, asOf: null, key: 'test' }),
    pictures,
    originals: new Originals(),
    batches,
    changes: new Changes(),
    authority: accounts ? accountAuthority(store.people) : linkAuthority('lan', LINK_TOKEN),
    registers,
    rules: defaultRulesDir(),
    assets: new Map([
      [
        'index.html',
        {
          body: new TextEncoder().encode('<!doctype html>'),
          mediaType: 'text/html; charset=utf-8',
          etag: '"1"',
        },
      ],
    ]),
    host,
    names: ['rasoat.example'],
    cookie: 'rasoat-test',
    onError: (error) => errors.push(error),
  };
  const app = createApp(context);
  const asker = (): Asker => new Asker(app);
  return {
    store,
    errors,
    uploads: folder,
    context,
    app,
    asker,
    local: async () => {
      const one = asker();
      return await one.enter(await one.ask(`/?token=${LINK_TOKEN}`));
    },
    close: async () => {
      await batches.close();
      await store.close();
    },
  };
}

/** Puts a record into the database under a name. */
export async function keep(
  store: Store,
  record: PlanRecord,
  path = `/plans/${record.source.file}`,
): Promise<void> {
  const runId = await store.startRun({ version: '0', pipelineVersion: '1', asOf: null });
  await store.saveDocument({
    path,
    file: record.source.file,
    record,
    pipelineVersion: '1',
    checkKey: 'test',
    runId,
  });
}
