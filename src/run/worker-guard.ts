import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { MEMORY_MARK } from './worker-limits.js';

/*
 * A thread beside the one that parses, which a hostile file may keep busy for ever: ends the process when whoever
 * started it is gone, or when it holds too much memory and nobody looks from outside.
 */
const { parent, maxResidentBytes } = z
  .object({ parent: z.int(), maxResidentBytes: z.int() })
  .parse(workerData);
const LOOK_EVERY_MS = 100;

function end(): void {
  try {
    // The process leads a group of its own where it was started as one: programs it started end with it.
    process.kill(-process.pid, 'SIGKILL');
  } catch {
    process.kill(process.pid, 'SIGKILL');
  }
}

setInterval(() => {
  if (process.ppid !== parent) end();
  if (process.memoryUsage.rss() < maxResidentBytes) return;
  writeSync(process.stderr.fd, `${MEMORY_MARK}\n`);
  end();
}, LOOK_EVERY_MS);
