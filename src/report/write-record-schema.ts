import { fileURLToPath } from 'node:url';
import { renderRecordSchema } from './record-schema.js';
import { writeAtomically } from './write-atomically.js';

// Run by `npm run schema`, after the record's schema has changed.
await writeAtomically(fileURLToPath(new URL('../../schema/plan-record.schema.json', import.meta.url)), [
  renderRecordSchema(),
]);
