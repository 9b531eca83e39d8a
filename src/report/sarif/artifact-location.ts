import { isAbsolute, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** SARIF's way to name a file: an absolute URI, or a relative one and what it is relative to. */
export interface ArtifactLocation {
  readonly uri: string;
  readonly uriBaseId?: 'ROOT';
  readonly index?: number;
}

/** Where the file at `path` is; `index` is its place in the run's list of files. */
export function artifactLocation(path: string, index?: number): ArtifactLocation {
  const at = index === undefined ? {} : { index };
  if (isAbsolute(path)) return { uri: pathToFileURL(path).href, ...at };
  const parts = path.replaceAll(sep, '/').split('/');
  return { uri: parts.map((part) => encodeURIComponent(part)).join('/'), uriBaseId: 'ROOT', ...at };
}
