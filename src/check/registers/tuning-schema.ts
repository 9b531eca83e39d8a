import { z } from 'zod';

/**
 * What an office makes of single rules: "off", or the gravest severity that it may have there. A rule can be made
 * milder, never graver.
 */
export const TuningFileSchema = z.strictObject({
  severities: z
    .record(
      z.string(),
      z.enum(['off', 'notice', 'warning', 'error'], { error: 'one of off, notice, warning, error' }),
    )
    .default({}),
});
