import { foldVietnamese } from '../../document/fold.js';
import { contains, overlaps, type Span } from '../../document/span.js';
import type { PlanRecord } from '../../record/plan-record.js';
import type { CheckContext, Draft, Rule } from '../rule.js';
import { foldName } from '../short-forms.js';
import { phraseKey } from '../syllables.js';
import { againstRegister, isSlip, LEAST_SYLLABLES, type Misspelled, namesByHead } from '../unit-names.js';
import { misspellingsIn } from './text-misspelling.js';

/** A unit's name that differs by a letter or two from the name it bears in the register or elsewhere in the plan. */
export const misspelledUnit: Rule = {
  id: 'unit/misspelled',
  *check(context) {
    const reported: Span[] = [];
    for (const found of [...againstRegister(context), ...againstEachOther(context)]) {
      if (reported.some((span) => overlaps(span, found.span))) continue;
      reported.push(found.span);
      yield draft(context, found);
    }
  },
};

/** Names of the record's units against each other: one that stands at least twice makes a rare near one a slip. */
function* againstEachOther(context: CheckContext): Generator<Misspelled> {
  const { record, registers } = context;
  // A misspelled common phrase inside a name has a rule of its own.
  const phrases = [...misspellingsIn(context)].map((found) => found.span);
  const mentions = unitMentions(record);
  const counts = new Map<string, { count: number; name: string }>();
  for (const { name } of mentions) {
    const key = phraseKey(name).join(' ');
    counts.set(key, { count: (counts.get(key)?.count ?? 0) + 1, name });
  }
  const { known } = namesByHead(registers);
  for (const { name, span } of mentions) {
    const key = phraseKey(name);
    const own = counts.get(key.join(' '))?.count ?? 0;
    if (key.length < LEAST_SYLLABLES || known.has(key.join(' '))) continue;
    if (phrases.some((phrase) => contains(span, phrase))) continue;
    for (const [otherKey, other] of counts) {
      if (other.count < 2 || other.count <= own * 2 - 1) continue;
      const parts = otherKey.split(' ');
      if (parts.length !== key.length) continue;
      const differing = parts.flatMap((part, i) => (part === key[i] ? [] : [i]));
      const at = differing[0];
      if (differing.length !== 1 || at === undefined || !isSlip(key[at] as string, parts[at] as string))
        continue;
      if (foldVietnamese(key[at] as string) !== foldVietnamese(parts[at] as string) && at === 0) continue;
      if (isPlaceName(key, at)) continue;
      yield { span, right: other.name, times: other.count };
      break;
    }
  }
}

/** Names of places differ by a letter and are both right: "xã Tân An", "xã Tân Ân". */
const isPlaceName = (key: readonly string[], at: number): boolean =>
  key.slice(0, at).some((word) => ['xã', 'phường', 'huyện', 'quận', 'tỉnh', 'ấp', 'thôn'].includes(word));

function unitMentions(record: PlanRecord): readonly { readonly name: string; readonly span: Span }[] {
  const found = new Map<string, { name: string; span: Span }>();
  for (const unit of [...record.tasks.flatMap((t) => t.assignments), ...record.responsibilities]) {
    const at = record.text.indexOf(unit.unit, unit.span.start);
    const start = at >= unit.span.start && at < unit.span.end ? at : unit.span.start;
    const span = { start, end: Math.min(unit.span.end, start + unit.unit.length) };
    found.set(`${span.start}-${span.end}`, { name: unit.unit, span });
  }
  return [...found.values()];
}

function draft({ record }: CheckContext, { span, right, times }: Misspelled): Draft {
  const written = record.text.slice(span.start, span.end).replace(/\s+/gu, ' ');
  return {
    severity: 'warning',
    at: span,
    message: {
      vi: `Tên đơn vị "${written}" có lẽ viết sai; tên đúng: "${right}".`,
      en: `The unit's name "${written}" is probably misspelled for "${right}".`,
    },
    suggestion: right,
    restsOnMarks: foldName(written) === foldName(right),
    evidence:
      times === null
        ? { vi: `Tên đơn vị thường gặp: ${right}.`, en: `A common name of a unit: ${right}.` }
        : {
            vi: `Trong văn bản, "${right}" được viết ${times} lần.`,
            en: `The document has "${right}" ${times} times.`,
          },
    key: [right],
  };
}
