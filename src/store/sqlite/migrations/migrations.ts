import type { Migration } from 'kysely';
import { initialSchema } from './0001-initial-schema.js';

/** Every step of the schema, in order. Names never change and steps are only added: databases remember them. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-initial-schema': initialSchema,
};
