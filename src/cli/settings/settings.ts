import { z } from 'zod';
import { SeveritySchema } from '../../record/finding.js';
import { REPORT_FORMATS } from '../../report/formats.js';
import { LANGUAGES } from '../../report/language.js';

/** True for a day of the calendar as YYYY-MM-DD. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  );
}

/**
 * The settings of an audit, under the names of the flags. What stands in `rasoat.config.yaml`; a flag of the same name
 * wins over it.
 */
export const SettingsSchema = z.strictObject({
  db: z.string().min(1).optional(),
  out: z.string().min(1).optional(),
  'as-of': z.string().refine(isDay).optional(),
  lang: z.enum(LANGUAGES).optional(),
  jobs: z.int().min(1).max(256).optional(),
  'fail-on': z.enum([...SeveritySchema.options, 'never']).optional(),
  format: z.array(z.enum(REPORT_FORMATS)).min(1).optional(),
  ocr: z.enum(['auto', 'builtin', 'native', 'off']).optional(),
  recognize: z.enum(['auto', 'force', 'never']).optional(),
  ignore: z.string().min(1).optional(),
  baseline: z.string().min(1).optional(),
  expect: z.string().min(1).optional(),
  rules: z.string().min(1).optional(),
  'note-template': z.string().min(1).optional(),
  'summary-template': z.string().min(1).optional(),
  'note-date': z.string().refine(isDay).optional(),
  /** Who writes the notes; in the settings file only. */
  office: z
    .strictObject({
      parent: z.string().optional(),
      name: z.string().optional(),
      place: z.string().optional(),
      'signer-title': z.string().optional(),
      signer: z.string().optional(),
    })
    .optional(),
  quiet: z.boolean().optional(),
  progress: z.boolean().optional(),
});

/** Settings as given, by file or flags; what is left out takes its default. */
export type Settings = z.infer<typeof SettingsSchema>;
export type SettingName = keyof Settings;
export type FailOn = NonNullable<Settings['fail-on']>;
export type OcrChoice = NonNullable<Settings['ocr']>;

export const SETTING_NAMES = Object.keys(SettingsSchema.shape) as readonly SettingName[];
