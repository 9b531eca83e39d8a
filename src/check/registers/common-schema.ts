import { z } from 'zod';

/** A day that exists. */
const isDay = (text: string): boolean => {
  const [year, month = '01', day = '01'] = text.split('-');
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
};

/** ISO 8601, cut where knowledge ends: "2014-03-05", "2014-03", "2014". */
export const RegisterDateSchema = z
  .string({ error: 'a date in quotes or with a day: "2014", "2014-03", 2014-03-05' })
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/u, 'a date as YYYY, YYYY-MM or YYYY-MM-DD')
  .refine(isDay, 'a day that the calendar has');

/** How many independent sources say it; "K" where none was read. */
export const ConfidenceSchema = z.union([z.int().min(1), z.literal('K')], {
  error: 'the number of independent sources, or "K"',
});
export type RegisterConfidence = z.infer<typeof ConfidenceSchema>;

/** Every entry says from where it is known and how well. `source` names entries of sources.yaml. */
export const knownShape = {
  source: z.array(z.string()).min(1),
  confidence: ConfidenceSchema,
};
export const KnownSchema = z.strictObject(knownShape);
export type Known = z.infer<typeof KnownSchema>;

/** The days an entry held: `from` included, `to` the first day on which it no longer held. */
export const heldShape = {
  from: RegisterDateSchema.nullable().default(null),
  to: RegisterDateSchema.nullable().default(null),
};

/** Whether nothing ends before it begins. */
export const endsAfterStart = (held: { from: string | null; to: string | null }): boolean =>
  held.from === null || held.to === null || held.from <= held.to;
export const ENDS_BEFORE_START = { message: 'an end that is not before the beginning', path: ['to'] };
