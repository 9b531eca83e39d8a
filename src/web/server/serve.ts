import { createHash, randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { serve as listen, type ServerType } from '@hono/node-server';
import { defaultRulesDir, loadRegisters } from '../../check/registers/load-registers.js';
import { audit } from '../../run/audit.js';
import { checkKey } from '../../run/check-key.js';
import type { Judgement } from '../../run/judge.js';
import { PictureCache } from '../../run/pictures/picture-cache.js';
import { PictureProcess } from '../../run/pictures/picture-process.js';
import { programVersion } from '../../run/program-version.js';
import type { OcrChoice } from '../../run/protocol.js';
import { openStore } from '../../store/open-store.js';
import { isLoopback } from './allowed-hosts.js';
import { createApp } from './app.js';
import type { AppContext } from './app-context.js';
import { loadAssets } from './assets.js';
import { accountAuthority, linkAuthority } from './authority.js';
import { Batches, type RunAudit } from './batches.js';
import { Changes } from './changes.js';
import { Originals } from './originals.js';
import { ReviewDesk } from './review-desk.js';

/** What to serve and where. */
export interface ServeOptions {
  /** The database's file; made where there is none. */
  readonly db: string;
  /** Address to listen on. Default 127.0.0.1, where one person works without a password. */
  readonly host?: string;
  /** Default 0: a free one. */
  readonly port?: number;
  /** Further names under which people reach the server; for other addresses than loopback. */
  readonly names?: readonly string[];
  /** Folder of the registers. Default: the program's own. */
  readonly rules?: string;
  /** Where files that are handed in are kept. Default: beside the database, its name with ".files". */
  readonly files?: string;
  readonly jobs?: number;
  readonly ocr?: OcrChoice;
  readonly onError?: (error: unknown) => void;
}

/** A server that listens. */
export interface Served {
  /** What to open in a browser; carries the token where one person works without a password. */
  readonly url: string;
  /** The same for a browser that is started with it; its token is good once, as other programs see it pass. */
  readonly openUrl: string;
  readonly port: number;
  close(): Promise<void>;
}

/** No account may log in yet. */
export class NoAccountsError extends Error {
  override readonly name = 'NoAccountsError';
}

/**
 * Opens the database and serves the review pages. Throws StoreError and RegisterError where those can't be used,
 * NoAccountsError where the address is not loopback and the database holds no account, and what listening throws.
 */
export async function serveReview(options: ServeOptions): Promise<Served> {
  const { host = '127.0.0.1', rules = defaultRulesDir() } = options;
  const version = programVersion();
  const registers = loadRegisters(rules);
  const judgement: Judgement = { registers, asOf: null, key: await checkKey(rules, null, version) };
  const [assets, store] = [await loadAssets(), await openStore(options.db)];
  const local = isLoopback(host);
  if (!local && (await store.people.users()).every(({ disabled }) => disabled)) {
    await store.close();
    throw new NoAccountsError('no account');
  }
  const runAudit: RunAudit = (files, hooks, signal) =>
    audit(
      {
        paths: files.map(({ path }) => path),
        names: new Map(files.map(({ path, name }) => [resolve(path), name])),
        db: store,
        rules,
        signal,
        ...(options.jobs === undefined ? {} : { jobs: options.jobs }),
        ...(options.ocr === undefined ? {} : { ocr: options.ocr }),
      },
      hooks,
    );
  const token = randomBytes(24).toString('base64url');
  const openToken = randomBytes(24).toString('base64url');
  const drawing = new PictureProcess();
  const onError = options.onError ?? (() => undefined);
  const batches = new Batches(options.files ?? `${options.db}.files`, runAudit, { onError });
  const context: AppContext = {
    version,
    store,
    desk: new ReviewDesk(store, judgement),
    pictures: new PictureCache(drawing),
    originals: new Originals(),
    batches,
    changes: new Changes(),
    authority: local ? linkAuthority(userInfo().username, token, openToken) : accountAuthority(store.people),
    registers,
    rules,
    assets,
    host,
    names: (options.names ?? []).map((name) => name.toLowerCase()),
    cookie: `rasoat-${createHash('sha256').update(resolve(options.db)).digest('hex').slice(0, 8)}`,
    onError,
  };
  const free = async (): Promise<void> => {
    await batches.close();
    await drawing.close();
    await store.close();
  };
  try {
    await batches.resume();
    const { server, port } = await listening(createApp(context).fetch, host, options.port ?? 0);
    const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
    return {
      url: local ? `${address}?token=${token}` : address,
      openUrl: local ? `${address}?token=${openToken}` : address,
      port,
      async close() {
        await closed(server);
        await free();
      },
    };
  } catch (error) {
    await free();
    throw error;
  }
}

/** For the largest file over a slow line; headers have a minute. */
const LONGEST_REQUEST_MS = 20 * 60_000;

type Fetch = ReturnType<typeof createApp>['fetch'];

function listening(
  fetch: Fetch,
  hostname: string,
  port: number,
): Promise<{ readonly server: ServerType; readonly port: number }> {
  return new Promise((done, failed) => {
    const server = listen(
      { fetch, hostname, port, serverOptions: { requestTimeout: LONGEST_REQUEST_MS } },
      (info) => done({ server, port: info.port }),
    );
    server.once('error', failed);
  });
}

const closed = (server: ServerType): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
