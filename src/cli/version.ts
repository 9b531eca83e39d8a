import { readFileSync } from 'node:fs';

/** The program's version, from its package.json; by itself, so that `--version` loads nothing else. */
export function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return /"version"\s*:\s*"([^"]+)"/u.exec(text)?.[1] ?? '?';
}
