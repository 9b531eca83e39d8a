import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { parseTimings } from '../../extract/timing/parse-timings.js';
import { ReadTimingsRequestSchema, type ReadTimingsResponse } from '../api/reading.js';
import type { AppEnv } from './app-context.js';
import { jsonOf } from './request.js';

/** What the program makes of words that a person typed. */
export function readingRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.post('/timings', bodyLimit({ maxSize: 100_000 }), async (c) => {
    const { lines, planYear } = await jsonOf(c, ReadTimingsRequestSchema);
    const read = lines.map((line) => {
      const timings = parseTimings(line, planYear);
      const possible = timings.length > 0 && timings.every(({ invalid }) => invalid === null);
      return possible
        ? timings.map(({ label, start, end, frequency, times, conditional }) => ({
            label,
            start,
            end,
            frequency,
            times,
            conditional,
          }))
        : null;
    });
    const bad = read.indexOf(null);
    return c.json({
      timings: bad < 0 ? read.flatMap((timings) => timings ?? []) : null,
      unreadable: bad < 0 ? null : (lines[bad] ?? null),
    } satisfies ReadTimingsResponse);
  });
  return routes;
}
