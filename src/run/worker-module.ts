import { fileURLToPath } from 'node:url';

/** The compiled worker. Where this module itself runs from its TypeScript source, the one that a build has left. */
export function workerModule(): string {
  const built = import.meta.url.endsWith('.ts') ? '../../dist/run/worker.js' : './worker.js';
  return fileURLToPath(new URL(built, import.meta.url));
}
