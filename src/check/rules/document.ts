import type { PlanRecord } from '../../record/plan-record.js';
import type { Draft, Rule } from '../rule.js';
import { unreadableReason } from '../unreadable-reason.js';

type PageReading = PlanRecord['source']['pageReadings'][number];

/** Nothing can be said of a document whose text is not known. */
const nothingWasRead = ({ text, source }: PlanRecord): boolean =>
  text === '' && source.pageReadings.some(({ method }) => method === 'unreadable');

/** The document does not look like a plan: nothing else is said of it. */
export const notAPlan: Rule = {
  id: 'document/not-a-plan',
  *check({ record }) {
    if (record.isPlan || nothingWasRead(record)) return;
    yield {
      severity: 'notice',
      at: null,
      message: {
        vi: 'Tài liệu này không có dấu hiệu của một kế hoạch nên không được rà soát.',
        en: 'This does not look like a plan; it was not checked.',
      },
      evidence: null,
    };
  },
};

/** A page as the place of a finding; none where its size is not known. */
const wholePage = ({ page, width, height }: PageReading): Draft['at'] =>
  width > 1 && height > 1
    ? {
        raw: '',
        span: { start: 0, end: 0 },
        location: [{ page, bbox: [0, 0, width, height] }],
        confidence: 1,
      }
    : null;

/** A page that could not be read: what stands on it was not checked. */
export const pageUnreadable: Rule = {
  id: 'document/page-unreadable',
  *check({ record }) {
    for (const page of record.source.pageReadings) {
      if (page.method !== 'unreadable') continue;
      yield {
        severity: 'warning',
        at: wholePage(page),
        message: {
          vi: `Trang ${page.page} không đọc được; nội dung trang này chưa được rà soát.`,
          en: `Page ${page.page} could not be read and was not checked.`,
        },
        evidence: { vi: `Lý do: ${unreadableReason(page.reason)}.`, en: `Reason: ${page.reason}.` },
        key: [String(page.page)],
      };
    }
  },
};
