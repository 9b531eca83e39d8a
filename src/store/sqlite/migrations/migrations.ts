import type { Migration } from 'kysely';
import { initialSchema } from './0001-initial-schema.js';
import { review } from './0002-review.js';
import { listing } from './0003-listing.js';

/** Every step of the schema, in order. Names never change and steps are only added: databases remember them. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-initial-schema': initialSchema,
  '0002-review': review,
  '0003-listing': listing,
};
