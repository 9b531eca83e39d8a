import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the pages, held in memory. */
export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  readonly etag: string;
}

/** By name; "index.html" is the page itself. */
export type Assets = ReadonlyMap<string, Asset>;

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Where a build leaves the pages. */
export const builtPages = (): string =>
  fileURLToPath(
    new URL(import.meta.url.endsWith('.ts') ? '../../../dist/web/static/' : '../static/', import.meta.url),
  );

/** Reads the files of the pages. Throws where the folder isn't there: the program was not built. */
export async function loadAssets(folder: string = builtPages()): Promise<Assets> {
  const assets = new Map<string, Asset>();
  for (const name of await readdir(folder)) {
    const mediaType = MEDIA_TYPES[extname(name)];
    if (mediaType === undefined) continue;
    const body = new Uint8Array(await readFile(join(folder, name)));
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    assets.set(name, { body, mediaType, etag });
  }
  return assets;
}
