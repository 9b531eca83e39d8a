import type { PlanRecord } from '../record/plan-record.js';
import type { Draft } from './rule.js';

/** How likely a part is absent that no recognizer found on a scanned page: of those more were overlooked than absent. */
const PROBABLY_ABSENT = 0.5;
/** Share of a page's height that its head or its foot takes. */
const HEAD = 0.35;
const FOOT = 0.5;

type Box = readonly [number, number, number, number];

/**
 * Where a part that was not found may stand unread: the head of the first page, or the foot of the page with the seal
 * or the plan's closing; surely nowhere (null) where that page was not recognized from its picture.
 */
export function whereUnread({ source, outline }: PlanRecord, part: 'head' | 'foot'): Draft['at'] {
  const pages = source.pageReadings;
  const closing = outline.findLast(({ kind }) => kind === 'closing')?.location.at(-1)?.page;
  const page =
    part === 'head'
      ? pages[0]
      : (pages.find(({ marks }) => marks?.some(({ kind }) => kind === 'seal') === true) ??
        pages.find(({ page: number }) => number === closing) ??
        pages.at(-1));
  if (page === undefined || page.method !== 'ocr') return null;
  const { width, height } = page;
  const seal = part === 'foot' ? page.marks?.find(({ kind }) => kind === 'seal') : undefined;
  const box: Box =
    part === 'head'
      ? [0, 0, width, height * HEAD]
      : seal === undefined
        ? [0, height * (1 - FOOT), width, height]
        : [0, Math.max(0, seal.bbox[1] - 40), width, Math.min(height, seal.bbox[3] + 60)];
  return {
    raw: '',
    span: { start: 0, end: 0 },
    location: [{ page: page.page, bbox: [...box] }],
    confidence: PROBABLY_ABSENT,
  };
}
