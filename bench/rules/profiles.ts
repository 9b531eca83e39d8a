import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Profile } from './profile.js';

/** Eighteen agencies of all kinds in eighteen provinces, from 2013 to 2026. */
export const PROFILES: readonly Profile[] = parse(
  readFileSync(new URL('profiles.yaml', import.meta.url), 'utf8'),
);
