import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { zipSync } from 'fflate';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Language } from '../../report/language.js';
import { writeReports } from '../../report/write-reports.js';
import { storedResult } from '../../run/stored-result.js';
import { type OutRequest, OutRequestSchema } from '../api/out.js';
import type { AppContext, AppEnv } from './app-context.js';
import { jsonOf, languageOf } from './request.js';
import { WebError } from './web-error.js';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.pdf': 'application/pdf',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json',
  '.jsonl': 'application/jsonl',
  '.sarif': 'application/sarif+json',
  '.zip': 'application/zip',
};

/** Reports and annotated originals for a selection, as files to be saved: never as a page to be opened. */
export function outRoutes(context: AppContext): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.post('/', bodyLimit({ maxSize: 500_000 }), async (c) => {
    const request = await jsonOf(c, OutRequestSchema);
    const folder = await mkdtemp(join(tmpdir(), 'rasoat-out-'));
    try {
      const path = await written(context, request, { folder, language: languageOf(c) });
      const { people } = context.store;
      const detail = `${request.format} ${request.documents.length}`;
      await people.log({ by: c.var.person.name, what: 'export', subject: null, detail });
      const stream = createReadStream(path);
      stream.once('close', () => void rm(folder, { recursive: true, force: true }));
      return c.body(Readable.toWeb(stream) as ReadableStream, 200, {
        'content-type': MEDIA_TYPES[extname(path)] ?? 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(basename(path))}`,
      });
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  });
  return routes;
}

/** Writes what is asked for into the folder; several files are packed into one. Throws WebError "not-found". */
async function written(
  { store, rules }: AppContext,
  { format, documents }: OutRequest,
  { folder, language }: { readonly folder: string; readonly language: Language },
): Promise<string> {
  const result = await storedResult(store, documents);
  if (result.documents.length === 0) throw new WebError('not-found');
  await writeReports(result, { out: folder, formats: [format], lang: language, rules });
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const [only] = files;
  if (only === undefined) throw new WebError('not-found', 'nothing to write');
  if (files.length === 1) return only;
  const packed: Record<string, Uint8Array> = {};
  for (const file of files) packed[relative(folder, file)] = new Uint8Array(await readFile(file));
  const path = join(folder, `rasoat-${format}.zip`);
  await writeFile(path, zipSync(packed, { level: 1 }));
  return path;
}
