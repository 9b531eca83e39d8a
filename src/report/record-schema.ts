import { z } from 'zod';
import { PlanRecordSchema, RECORD_VERSION } from '../record/plan-record.js';

/** The JSON Schema (draft 2020-12) of the record files, as text: what `schema/plan-record.schema.json` holds. */
export function renderRecordSchema(): string {
  const schema = z.toJSONSchema(PlanRecordSchema, { target: 'draft-2020-12' });
  return `${JSON.stringify(
    {
      $id: `urn:rasoat:plan-record:${RECORD_VERSION}`,
      title: `Rasoat plan record, version ${RECORD_VERSION}`,
      ...schema,
    },
    null,
    2,
  )}\n`;
}
