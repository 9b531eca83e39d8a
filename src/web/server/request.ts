import type { Context } from 'hono';
import type { z } from 'zod';
import type { Language } from '../../report/language.js';
import { WebError } from './web-error.js';

/** Vietnamese, unless the page asks for English. */
export const languageOf = (c: Context): Language =>
  (c.req.header('x-rasoat-lang') ?? c.req.query('lang')) === 'en' ? 'en' : 'vi';

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown) {
  try {
    return schema.safeParse(value);
  } catch (error) {
    if (error instanceof RangeError) throw new WebError('bad-request', 'nested too deeply');
    throw error;
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const { data, error } = checked(schema, value);
  if (error === undefined) return data as z.output<Schema>;
  const issue = error.issues[0];
  throw new WebError('bad-request', [issue?.path.join('.'), issue?.message].filter(Boolean).join(': '));
}

/** The request's JSON body in this form. Throws WebError "bad-request". */
export async function jsonOf<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  let body: unknown;
  try {
    body = await c.req.json();
  } catch {
    throw new WebError('bad-request', 'the body is not JSON');
  }
  return parsed(schema, body);
}

/** The address's parameters in this form; those in `aside` are left out. Throws WebError "bad-request". */
export function queryOf<Schema extends z.ZodType>(c: Context, schema: Schema): z.output<Schema> {
  const { lang: _, ...query } = c.req.query();
  return parsed(schema, query);
}
