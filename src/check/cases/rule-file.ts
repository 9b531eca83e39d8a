import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SeveritySchema } from '../../record/finding.js';
import { RegisterDateSchema } from '../registers/common-schema.js';
import { defaultRulesDir } from '../registers/load-registers.js';
import { readYaml } from '../registers/read-yaml.js';
import { PartialRecordSchema } from './partial-record.js';

const BilingualSchema = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });

/** What a rule does; there are no other kinds. */
export const RULE_KINDS = [
  'register',
  'grammar',
  'agreement',
  'calendar',
  'table',
  'arithmetic',
  'ceiling',
  'names',
  'form',
  'spelling',
  'reading',
  'set',
] as const;

const DocumentSchema = z
  .strictObject({ text: z.string().optional(), record: PartialRecordSchema.optional() })
  .refine((d) => (d.text === undefined) !== (d.record === undefined), { message: 'either text or record' });

export const RuleCaseSchema = z
  .strictObject({
    name: z.string(),
    /** A small plan as text, read and extracted as any other … */
    text: z.string().optional(),
    /** … or the part of a record that matters. */
    record: PartialRecordSchema.optional(),
    /** Plans that lie beside it, for rules that compare. */
    others: z.array(DocumentSchema).optional(),
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
  kind: z.enum(RULE_KINDS, { error: `a kind of rule: ${RULE_KINDS.join(', ')}` }),
  /** The gravest severity that it can have. */
  severity: SeveritySchema,
  title: BilingualSchema,
  explanation: BilingualSchema,
  /** The legal source, or what it rests on. */
  source: z.string(),
  /** What is known to lead it astray. */
  failureModes: z.array(BilingualSchema).min(1),
  /** What it does not see. */
  knownGaps: z.array(BilingualSchema).min(1),
  cases: z.array(RuleCaseSchema).min(2),
});
export type RuleFile = z.infer<typeof RuleFileSchema>;

/**
 * Reads every rule's description and cases from `<dir>/checks` (the program's own where there is no such folder), by id. Throws
 * RegisterError with file, line and column where one breaks its form.
 */
export function loadRuleFiles(dir: string = defaultRulesDir()): readonly RuleFile[] {
  const own = join(dir, 'checks');
  const folder = existsSync(own) ? own : join(defaultRulesDir(), 'checks');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => readYaml(join(folder, file), RuleFileSchema));
}
