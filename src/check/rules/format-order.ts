import { wasRecognized } from '../../document/was-recognized.js';
import type { Citation } from '../../record/fields.js';
import type { PlanRecord } from '../../record/plan-record.js';
import type { Mention } from '../../record/primitives.js';
import { evidenceOf } from '../facts.js';
import type { CheckContext, Rule } from '../rule.js';
import { formOf } from './format.js';

interface Part {
  readonly vi: string;
  readonly en: string;
  readonly at: Pick<Mention, 'raw' | 'span' | 'location' | 'confidence'>;
}

/**
 * The parts of a plan's form that every layout reads in one order: the kind of paper, what it rests on, its first
 * heading, its signature. What stands side by side on the page (the head's halves, recipients) has no order here.
 */
export const partOrder: Rule = {
  id: 'format/part-order',
  *check(context) {
    const form = formOf(context);
    const { warnings, source } = context.record;
    // Where the order of reading was made up, it proves nothing.
    if (form === null || warnings.length > 0 || wasRecognized(source)) return;
    let before: Part | null = null;
    for (const part of partsOf(context)) {
      if (before !== null && part.at.span.end <= before.at.span.start)
        yield {
          severity: 'notice',
          at: part.at,
          message: {
            vi: `Thể thức sai thứ tự: ${part.vi} đứng trước ${before.vi}.`,
            en: `The parts of the form are out of order: ${part.en} stands before ${before.en}.`,
          },
          evidence: evidenceOf(context.registers, form, {
            vi: `${form.basis}: ${form.order.rule}.`,
            en: `${form.basis}: ${form.order.rule}.`,
          }),
          key: [part.en, before.en],
        };
      before = part;
    }
  },
};

function partsOf({ record }: CheckContext): readonly Part[] {
  const { outline, header } = record;
  const kind = header.places.documentType;
  // Without it nothing tells where the head ends.
  if (kind === undefined) return [];
  const firstOf = (wanted: string) => outline.find((entry) => entry.kind === wanted && entry.raw !== '');
  const firstHeading = outline.find((entry) => entry.kind === 'heading' && entry.number !== null);
  const [heading, signature] = [firstHeading, firstOf('signature')];
  const basis = firstOf('basis') ?? firstBasis(record);
  return [
    { vi: 'tên loại văn bản', en: 'the document type', at: kind },
    ...(basis === undefined ? [] : [{ vi: 'căn cứ ban hành', en: 'the basis', at: basis }]),
    ...(heading === undefined ? [] : [{ vi: 'mục đầu tiên', en: 'the first heading', at: heading }]),
    ...(signature === undefined ? [] : [{ vi: 'chữ ký', en: 'the signature', at: signature }]),
  ];
}

/** "Căn cứ Quyết định số …;" wherever it stands: a basis below the first heading is none to who reads the plan. */
const firstBasis = ({ text, citations }: PlanRecord): Citation | undefined =>
  citations.find(({ span }) =>
    /(?:^|\n)\s*Căn cứ\s+$/u.test(text.slice(Math.max(0, span.start - 20), span.start)),
  );
