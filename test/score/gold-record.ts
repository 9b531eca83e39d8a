import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { FrequencySchema, LocatorSchema, PerSchema, RoleSchema } from '../../src/record/fields.js';

const text = z.union([z.string(), z.strictObject({ anyOf: z.array(z.string()).min(1) })]);
const optionalText = text.nullable();
const count = z.int().positive().optional();

const timing = z.strictObject({
  start: z.string().nullable(),
  end: z.string().nullable(),
  frequency: FrequencySchema.nullable(),
  times: z.int().nullable(),
  conditional: z.boolean(),
});
const task = z.strictObject({
  content: text,
  origin: z.enum(['table', 'prose']).optional(),
  number: z.string().nullable().optional(),
  assignments: z.array(z.strictObject({ unit: text, role: RoleSchema })).optional(),
  timings: z.array(timing).optional(),
  outputs: z.array(text).optional(),
});
const GoldRecordSchema = z.strictObject({
  header: z
    .strictObject({
      parentAgency: optionalText,
      issuingAgency: optionalText,
      number: optionalText,
      symbol: optionalText,
      place: optionalText,
      issuedOn: optionalText,
      documentType: optionalText,
      subject: optionalText,
      planYear: z.int().nullable(),
      signatory: z.strictObject({ onBehalf: optionalText, position: text, name: text }).nullable(),
      recipients: z.array(text),
    })
    .partial()
    .optional(),
  citations: z
    .array(
      z.strictObject({
        type: optionalText,
        number: z.string(),
        issuedOn: optionalText,
        issuer: optionalText.optional(),
        role: z.enum(['basis', 'reference', 'nested']),
        locators: z.array(LocatorSchema).optional(),
      }),
    )
    .optional(),
  standards: z
    .array(
      z.strictObject({
        designation: z.string(),
        version: z.int().nullable(),
        inTitleOf: z.string().nullable().optional(),
        count,
      }),
    )
    .optional(),
  tasks: z.array(task).optional(),
  proseTasks: z.array(task).optional(),
  responsibilities: z.array(text).optional(),
  budget: z
    .strictObject({
      amounts: z.array(z.strictObject({ value: z.int(), per: z.array(PerSchema).optional(), count })),
      lines: z.array(
        z.strictObject({
          number: z.string().nullable(),
          content: text,
          amount: z.int().nullable().optional(),
          quantity: z.number().nullable().optional(),
          unitPrice: z.int().nullable().optional(),
        }),
      ),
      fundingSources: z.array(text),
    })
    .partial()
    .optional(),
  findings: z.array(z.strictObject({ ruleId: z.string(), contains: text, count })).optional(),
  tolerated: z.array(z.string()).optional(),
});

/** What a record should say, made by reading; fields that are left out are not judged. */
export type GoldRecord = z.infer<typeof GoldRecordSchema>;
export type GoldTask = NonNullable<GoldRecord['tasks']>[number];
/** A text, or several of which any will do. */
export type GoldText = z.infer<typeof optionalText>;

const FOLDER = new URL('../../fixtures/gold/', import.meta.url);

/** Names of all plans that have gold, in order. */
export function goldNames(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}

/** Reads one plan's gold; throws where it breaks the form. */
export function readGold(name: string): GoldRecord {
  const file = fileURLToPath(new URL(`${name}.json`, FOLDER));
  const result = GoldRecordSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (result.success) return result.data;
  throw new Error(`${file}\n${z.prettifyError(result.error)}`);
}
