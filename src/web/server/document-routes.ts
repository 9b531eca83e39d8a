import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { loadRuleFiles } from '../../check/cases/rule-file.js';
import { ruleTitles } from '../../report/rule-title.js';
import { ListRequestSchema, type ListResponse, type OverviewView } from '../api/documents.js';
import { type Conflict, DecideRequestSchema, type DocumentView } from '../api/review.js';
import type { AppContext, AppEnv } from './app-context.js';
import { documentView } from './document-view.js';
import { atLeast } from './guard.js';
import { errorMessage, originalGone } from './messages.js';
import { jsonOf, languageOf, queryOf } from './request.js';
import type { DeskDocument } from './review-desk.js';
import { shownName } from './shown-name.js';
import { WebError } from './web-error.js';

const DPI = 130;
const PictureQuerySchema = z.strictObject({
  box: z
    .string()
    .regex(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/u)
    .optional(),
  zoom: z.enum(['1', '2']).default('1'),
});
/** Points shown beside a box, and above and below it. */
const BESIDE = 48;
const ABOVE = 10;
const STILL_THERE_MS = 25_000;
const RUNS_SHOWN = 100;

/** The list, a document's page, its pictures, and what people decide about it. */
export function documentRoutes(context: AppContext): Hono<AppEnv> {
  const { store, desk, pictures, originals, changes, registers } = context;
  const routes = new Hono<AppEnv>();
  const titles = (c: Context) => ruleTitles(loadRuleFiles(), languageOf(c));

  const missing = async (c: Context, { stored }: DeskDocument): Promise<string | null> =>
    stored.record.source.pageReadings.length === 0 || (await originals.holds(stored.path, stored.sha256))
      ? null
      : originalGone(languageOf(c));

  const view = async (c: Context, sha256: string): Promise<DocumentView> => {
    const document = await desk.open(sha256);
    return documentView(document, {
      language: languageOf(c),
      ruleTitle: titles(c),
      registers,
      picturesMissing: await missing(c, document),
    });
  };

  routes.get('/documents', async (c) => {
    const { order, ...query } = queryOf(c, ListRequestSchema);
    const list = await store.listDocuments({ ...query, descending: order === 'desc' });
    const rows = list.rows.map((row) => ({ ...row, file: shownName(row.file) }));
    return c.json({ total: list.total, rows } satisfies ListResponse);
  });

  routes.get('/overview', async (c) => {
    const { byUnit, byRule, deadlines, units, years, states } = await store.overview();
    const title = titles(c);
    return c.json({
      states,
      byUnit: byUnit.map((tally) => ({ ...tally, title: tally.name })),
      byRule: byRule.map((tally) => ({ ...tally, title: title(tally.name) })),
      deadlines: [...deadlines],
      units: [...units],
      years: [...years],
      runs: [...(await store.runs(RUNS_SHOWN))],
    } satisfies OverviewView);
  });

  routes.get('/documents/:sha256', async (c) => c.json(await view(c, c.req.param('sha256'))));

  routes.get('/documents/:sha256/pages/:page', async (c) => {
    const { box, zoom } = queryOf(c, PictureQuerySchema);
    const { stored } = await desk.open(c.req.param('sha256'));
    const page = Number(c.req.param('page'));
    if (!Number.isInteger(page) || page < 1) throw new WebError('not-found');
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = box?.split(',').map(Number) ?? [];
    const picture = await pictures.take({
      path: stored.path,
      sha256: stored.sha256,
      page,
      box: box === undefined ? null : [x0 - BESIDE, y0 - ABOVE, x1 + BESIDE, y1 + ABOVE],
      dpi: DPI * Number(zoom),
    });
    if (picture.kind === 'failed') throw new WebError('no-picture', picture.detail);
    return c.body(new Uint8Array(picture.bytes), 200, {
      'content-type': picture.mediaType,
      // Its bytes are named by their hash: they never change.
      'cache-control': 'private, max-age=86400, immutable',
    });
  });

  routes.post(
    '/documents/:sha256/decisions',
    atLeast('reviewer'),
    bodyLimit({ maxSize: 4_000_000 }),
    async (c) => {
      const sha256 = c.req.param('sha256');
      const { name } = c.var.person;
      const request = await jsonOf(c, DecideRequestSchema);
      const outcome = await desk.decide(sha256, name, request);
      if (outcome.kind === 'conflict') {
        const message = errorMessage('conflict', languageOf(c));
        const { sha256: _, ...other } = outcome.with;
        const conflict: Conflict = {
          error: 'conflict',
          message,
          with: { ...other, holds: true, orphan: false },
        };
        return c.json(conflict, 409);
      }
      const detail = request.actions.length === 1 ? request.actions[0]?.kind : `${request.actions.length}`;
      await store.people.log({ by: name, what: 'decide', subject: sha256, detail: detail ?? null });
      changes.tell(sha256, outcome.decisions.at(-1)?.id ?? 0);
      return c.json(await view(c, sha256));
    },
  );

  routes.get('/documents/:sha256/events', async (c) => {
    const { stored } = await desk.open(c.req.param('sha256'));
    return streamSSE(c, async (stream) => {
      const stop = changes.watch(stored.sha256, (last) => {
        void stream.writeSSE({ event: 'decided', data: String(last) });
      });
      stream.onAbort(stop);
      // Who was away for a while hears what was missed.
      const last = await store.reviews.lastDecision(stored.sha256);
      await stream.writeSSE({ event: 'decided', data: String(last) });
      while (!stream.aborted && !stream.closed) {
        await stream.writeSSE({ event: 'there', data: '' });
        await stream.sleep(STILL_THERE_MS);
      }
      stop();
    });
  });
  return routes;
}
