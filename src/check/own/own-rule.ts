import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SeveritySchema } from '../../record/finding.js';
import { heldShape } from '../registers/common-schema.js';
import { readYaml } from '../registers/read-yaml.js';
import { RegisterError } from '../registers/register-error.js';

const BilingualSchema = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });

const ownShape = {
  /** "own/…", so that it is never taken for one of the program's. */
  id: z.string().regex(/^own\/[a-z0-9-]+$/u, 'an id like "own/some-rule"'),
  severity: SeveritySchema,
  title: BilingualSchema,
  /** What the finding says. */
  message: BilingualSchema,
  source: z.string().min(1),
  /** The days on which plans are held to it. */
  ...heldShape,
};

/** The kinds of rule that an office can write itself; there are no others. */
export const OwnRuleSchema = z.discriminatedUnion(
  'kind',
  [
    /** Words that must not stand in a plan. */
    z.strictObject({
      kind: z.literal('forbidden-phrase'),
      ...ownShape,
      phrases: z.array(z.string().min(2)).min(1),
      suggestion: z.string().nullable().default(null),
    }),
    /** Words of which one must stand in a plan. */
    z.strictObject({
      kind: z.literal('required-phrase'),
      ...ownShape,
      phrases: z.array(z.string().min(2)).min(1),
    }),
    /** A document that a plan must rest on. */
    z.strictObject({ kind: z.literal('required-basis'), ...ownShape, number: z.string().min(3) }),
  ],
  { error: 'a kind: forbidden-phrase, required-phrase or required-basis' },
);
export type OwnRule = z.infer<typeof OwnRuleSchema>;

const OwnRulesFileSchema = z.strictObject({ rules: z.array(OwnRuleSchema).min(1) });

/** The rules in `<dir>/own/*.yaml`, in the files' order; none where there is no such folder. Throws RegisterError. */
export function readOwnRules(dir: string): readonly OwnRule[] {
  const folder = join(dir, 'own');
  if (!existsSync(folder)) return [];
  const rules: OwnRule[] = [];
  const seen = new Map<string, string>();
  for (const name of readdirSync(folder)
    .filter((one) => /\.ya?ml$/u.test(one))
    .sort()) {
    const file = join(folder, name);
    for (const rule of readYaml(file, OwnRulesFileSchema).rules) {
      const before = seen.get(rule.id);
      if (before !== undefined)
        throw new RegisterError(file, 1, 1, `every id once: ${rule.id} stands in ${before}`);
      seen.set(rule.id, file);
      rules.push(rule);
    }
  }
  return rules;
}
