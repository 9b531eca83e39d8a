import type { z } from 'zod';
import type { Action } from '../../review/decision.js';
import { type Batch, BatchFileSchema, BatchSchema, UploadLimitsSchema } from '../api/batches.js';
import { type ListRequest, ListResponseSchema, OverviewSchema } from '../api/documents.js';
import type { OutRequest } from '../api/out.js';
import { EntrySchema, ErrorResponseSchema, LogEntrySchema, MeSchema, UserViewSchema } from '../api/people.js';
import { ReadTimingsResponseSchema } from '../api/reading.js';
import { type Conflict, ConflictSchema, DocumentViewSchema } from '../api/review.js';
import { type LanguageCode, messagesIn } from './language/language.js';

/** An answer of the server that isn't what was asked for. `message` is for people. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly conflict: Conflict | null = null,
  ) {
    super(message);
  }
}

interface Ask {
  readonly method?: string;
  readonly json?: unknown;
  readonly body?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Talks to the server. Every answer is checked against the schema that the server was built with. */
export class Api {
  csrf = '';
  language: LanguageCode = 'vi';
  /** Called where the session has ended. */
  onLost: () => void = () => undefined;

  async #ask(
    path: string,
    { method = 'GET', json, body, headers = {}, signal }: Ask = {},
  ): Promise<Response> {
    const all: Record<string, string> = { 'x-rasoat-lang': this.language, ...headers };
    if (method !== 'GET') all['x-csrf-token'] = this.csrf;
    if (json !== undefined) all['content-type'] = 'application/json';
    let response: Response;
    try {
      response = await fetch(`/api${path}`, {
        method,
        headers: all,
        body: json === undefined ? (body ?? null) : JSON.stringify(json),
        ...(signal === undefined ? {} : { signal }),
      });
    } catch {
      throw new ApiError(0, 'offline', messagesIn(this.language).offline);
    }
    if (response.ok) return response;
    if (response.status === 401 && path !== '/login') this.onLost();
    const answer: unknown = await response.json().catch(() => null);
    const conflict = ConflictSchema.safeParse(answer);
    const known = ErrorResponseSchema.safeParse(answer);
    throw new ApiError(
      response.status,
      known.data?.error ?? 'failed',
      known.data?.message ?? response.statusText,
      conflict.data ?? null,
    );
  }

  async #get<Schema extends z.ZodType>(schema: Schema, path: string, ask?: Ask): Promise<z.output<Schema>> {
    return schema.parse(await (await this.#ask(path, ask)).json());
  }

  entry() {
    return this.#get(EntrySchema, '/entry');
  }
  async me() {
    const me = await this.#get(MeSchema, '/me');
    this.csrf = me.csrf;
    return me;
  }
  async login(name: string, password: string): Promise<void> {
    await this.#ask('/login', { method: 'POST', json: { name, password } });
  }
  async logout(): Promise<void> {
    await this.#ask('/logout', { method: 'POST' });
  }
  list(query: Partial<ListRequest>, signal?: AbortSignal) {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query))
      if (value !== undefined && value !== '') parameters.set(name, String(value));
    return this.#get(ListResponseSchema, `/documents?${parameters}`, signal === undefined ? {} : { signal });
  }
  overview() {
    return this.#get(OverviewSchema, '/overview');
  }
  document(sha256: string) {
    return this.#get(DocumentViewSchema, `/documents/${sha256}`);
  }
  decide(sha256: string, seen: number, actions: readonly Action[]) {
    const ask = { method: 'POST', json: { seen, actions } };
    return this.#get(DocumentViewSchema, `/documents/${sha256}/decisions`, ask);
  }
  readTimings(lines: readonly string[], planYear: number | null) {
    return this.#get(ReadTimingsResponseSchema, '/read/timings', {
      method: 'POST',
      json: { lines, planYear },
    });
  }
  uploadLimits() {
    return this.#get(UploadLimitsSchema, '/batches/limits');
  }
  /** This person's batches, the newest first. */
  batches() {
    return this.#get(BatchSchema.array(), '/batches');
  }
  beginBatch() {
    return this.#get(BatchSchema, '/batches', { method: 'POST' });
  }
  addFile(batch: string, name: string, file: File) {
    return this.#get(BatchFileSchema, `/batches/${batch}/files`, {
      method: 'POST',
      body: file,
      headers: { 'x-file-name': encodeURIComponent(name), 'content-type': 'application/octet-stream' },
    });
  }
  startBatch(batch: string) {
    return this.#get(BatchSchema, `/batches/${batch}/start`, { method: 'POST' });
  }
  /** The file, and the name to save it under. */
  async out(request: OutRequest): Promise<{ readonly name: string; readonly file: Blob }> {
    const answer = await this.#ask('/out', { method: 'POST', json: request });
    const named = /filename\*=UTF-8''([^;]+)/u.exec(answer.headers.get('content-disposition') ?? '')?.[1];
    return { name: decodeURIComponent(named ?? request.format), file: await answer.blob() };
  }
  users() {
    return this.#get(UserViewSchema.array(), '/people/users');
  }
  async addUser(user: {
    readonly name: string;
    readonly role: string;
    readonly password: string;
  }): Promise<void> {
    await this.#ask('/people/users', { method: 'POST', json: user });
  }
  async changeUser(name: string, change: object): Promise<void> {
    await this.#ask(`/people/users/${encodeURIComponent(name)}`, { method: 'PATCH', json: change });
  }
  log() {
    return this.#get(LogEntrySchema.array(), '/people/log');
  }

  /** Calls `onBatch` at every change of the batch until it ends; the returned function stops that. */
  watchBatch(id: string, onBatch: (batch: Batch) => void): () => void {
    const source = new EventSource(`/api/batches/${id}/events`);
    source.addEventListener('batch', (event) => {
      const batch = BatchSchema.parse(JSON.parse(event.data));
      if (batch.state === 'finished' || batch.state === 'failed') source.close();
      onBatch(batch);
    });
    return () => source.close();
  }
  /**
   * Calls `onDecided` with the number of the last decision about the document, now and at each new one. A page out of
   * sight doesn't listen: a browser holds but six lines to one server, for all its pages together.
   */
  watchDocument(sha256: string, onDecided: (last: number) => void): () => void {
    let source: EventSource | null = null;
    const listen = (): void => {
      source?.close();
      source = null;
      if (document.hidden) return;
      source = new EventSource(`/api/documents/${sha256}/events`);
      source.addEventListener('decided', (event) => onDecided(Number(event.data)));
    };
    listen();
    document.addEventListener('visibilitychange', listen);
    return () => {
      document.removeEventListener('visibilitychange', listen);
      source?.close();
    };
  }
}

/** The address of a page's picture, or of the region `box` of it. */
export function pictureUrl(sha256: string, page: number, box?: readonly number[], zoom: 1 | 2 = 1): string {
  const region = box === undefined ? '' : `&box=${box.map((n) => n.toFixed(1)).join(',')}`;
  return `/api/documents/${sha256}/pages/${page}?zoom=${zoom}${region}`;
}
