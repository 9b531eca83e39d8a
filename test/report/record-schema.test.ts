import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { renderRecordSchema } from '../../src/report/record-schema.js';

test('the JSON Schema in the repository is that of the code (npm run schema)', async () => {
  const committed = await readFile(new URL('../../schema/plan-record.schema.json', import.meta.url), 'utf8');
  expect(committed).toBe(renderRecordSchema());
});
