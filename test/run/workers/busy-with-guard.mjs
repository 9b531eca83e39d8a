import { Worker } from 'node:worker_threads';

const guard = new Worker(new URL('../../../dist/run/worker-guard.js', import.meta.url), {
  workerData: { parent: process.ppid, maxResidentBytes: 900_000_000 },
});
guard.once('online', () => {
  process.send('busy');
  setTimeout(() => {
    for (;;);
  }, 200);
});
