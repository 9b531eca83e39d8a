import { z } from 'zod';
import { type FieldValue, HEADER_VALUES, ITEM_VALUES } from './field-value.js';
import { PARTS } from './parts.js';

/** Where a field is: of the header, or of an item of a part. */
export const FieldAddressSchema = z.union([
  z.strictObject({ part: z.literal('header'), field: z.string() }),
  z.strictObject({ part: z.enum(PARTS), item: z.string().min(1).max(64), field: z.string() }),
]);
export type FieldAddress = z.infer<typeof FieldAddressSchema>;

/** One word for an address: "header/number", "tasks/1f0c…/content". */
export const fieldKey = (address: FieldAddress): string =>
  address.part === 'header' ? `header/${address.field}` : `${address.part}/${address.item}/${address.field}`;

/** The address of a key, else null. */
export function addressOf(key: string): FieldAddress | null {
  const [part, second, third] = key.split('/');
  const parsed = FieldAddressSchema.safeParse(
    part === 'header' ? { part, field: second } : { part, item: second, field: third },
  );
  return parsed.success && schemaOf(parsed.data) !== null ? parsed.data : null;
}

function schemaOf({ part, field }: FieldAddress): z.ZodType | null {
  const values: Readonly<Record<string, z.ZodType>> = part === 'header' ? HEADER_VALUES : ITEM_VALUES[part];
  return Object.hasOwn(values, field) ? (values[field] ?? null) : null;
}

/** Whether `value` may stand in the field: null where it may, else what is wrong, in a word for logs. */
export function valueError(address: FieldAddress, value: FieldValue): string | null {
  const schema = schemaOf(address);
  if (schema === null) return `no field ${fieldKey(address)}`;
  const { error } = schema.safeParse(value);
  if (error === undefined) return null;
  const issue = error.issues[0];
  return [issue?.path.join('.'), issue?.message].filter(Boolean).join(': ');
}
