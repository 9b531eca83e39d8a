import { between } from '../../document/in-order.js';
import type { SourceDocument } from '../../document/source-document.js';
import type { Responsibility } from '../../record/fields.js';
import { foldSpace, mentionAt } from '../mention.js';
import type { Section } from '../outline/sections.js';
import { dutyHeadsOf } from './duty-head.js';

/** Who the organization sections make responsible for what, in order. */
export function extractResponsibilities(
  document: SourceDocument,
  sections: readonly Section[],
): readonly Responsibility[] {
  // a line in capitals without a number that names no topic is a scrap of the text rather than a heading
  const titled = sections.filter((s) => s.heading.number !== null || s.topic !== 'other');
  const top = Math.max(1, Math.min(...titled.map((s) => s.heading.level)));
  return sections
    .filter((s) => s.topic === 'organization' && s.heading.level <= top)
    .flatMap((s) => ofSection(document, s));
}

function ofSection(document: SourceDocument, section: Section): readonly Responsibility[] {
  const heads = dutyHeadsOf(document, section);
  return heads.flatMap((head, i) => {
    const next = heads[i + 1]?.span.start ?? section.span.end;
    const own = foldSpace(document.text.slice(head.dutyStart, head.span.end)).replace(/^[:,\s]+/u, '');
    const below = between(section.paragraphs, head.span.end, next, (p) => p.span.start).map((p) =>
      foldSpace(document.text.slice(p.span.start, p.span.end)),
    );
    const duties = [own, ...below].filter((d) => d !== '' && !/^(?:có|chịu)\s+trách\s+nhiệm\s*:?$/u.test(d));
    return head.units.map((unit): Responsibility => {
      const { raw, span, location, confidence } = mentionAt(document, unit);
      return { raw, span, location, confidence, unit: foldSpace(raw), duties };
    });
  });
}
