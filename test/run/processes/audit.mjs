// Audits a folder and tells every event on standard output: a process to be killed in the middle.
import { audit } from '../../../dist/run/audit.js';
import { interruptSignal } from '../../../dist/run/interrupt.js';

const [folder, db, workerModule] = process.argv.slice(2);
const { signal } = interruptSignal();
const result = await audit(
  { paths: [folder], db, jobs: 2, signal, ...(workerModule ? { workerModule } : {}) },
  { onEvent: (event) => process.stdout.write(`${JSON.stringify(event)}\n`) },
);
process.stdout.write(`${JSON.stringify({ kind: 'result', left: result.left ?? [] })}\n`);
process.exit(0);
