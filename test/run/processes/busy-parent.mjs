// Starts a worker that never comes back from its file, prints its id, and waits to be killed.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const child = fork(fileURLToPath(new URL('../workers/busy-with-guard.mjs', import.meta.url)), [], {
  detached: true,
});
child.on('message', () => process.stdout.write(`${child.pid}\n`));
