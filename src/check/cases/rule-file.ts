import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SeveritySchema } from '../../record/finding.js';
import { RegisterDateSchema } from '../registers/common-schema.js';
import { defaultRulesDir } from '../registers/load-registers.js';
import { readYaml } from '../registers/read-yaml.js';
import { PartialRecordSchema } from './partial-record.js';

const BilingualSchema = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });

export const RuleCaseSchema = z
  .strictObject({
    name: z.string(),
    /** A small plan as text, read and extracted as any other … */
    text: z.string().optional(),
    /** … or the part of a record that matters. */
    record: PartialRecordSchema.optional(),
    asOf: RegisterDateSchema.optional(),
    /** The findings of this rule, each with words that it must hold; [] where it must keep silent. */
    fires: z.array(
      z.strictObject({
        contains: z.string(),
        severity: SeveritySchema.optional(),
        suggestion: z.string().optional(),
      }),
    ),
  })
  .refine((c) => (c.text === undefined) !== (c.record === undefined), { message: 'either text or record' });
export type RuleCase = z.infer<typeof RuleCaseSchema>;

export const RuleFileSchema = z.strictObject({
  id: z.string(),
  /** The gravest severity that it can have. */
  severity: SeveritySchema,
  title: BilingualSchema,
  explanation: BilingualSchema,
  /** The legal source, or what it rests on. */
  source: z.string(),
  /** What is known to lead it astray. */
  failureModes: z.array(z.string()).min(1),
  cases: z.array(RuleCaseSchema).min(2),
});
export type RuleFile = z.infer<typeof RuleFileSchema>;

/**
 * Reads every rule's description and cases from `<dir>/checks` (default: the program's own rules), by id. Throws
 * RegisterError with file, line and column where one breaks its form.
 */
export function loadRuleFiles(dir: string = defaultRulesDir()): readonly RuleFile[] {
  const folder = join(dir, 'checks');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => readYaml(join(folder, file), RuleFileSchema));
}
