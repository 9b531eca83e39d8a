import type { Cell, SourceDocument } from '../../document/source-document.js';
import type { Span } from '../../document/span.js';
import type { Assignment, Role } from '../../record/fields.js';
import { foldSpace, mentionAt } from '../mention.js';
import { readAssignments } from '../unit/read-assignments.js';
import { beginsUnit } from '../unit/read-units.js';

/** Long forms by short form, as the document defines them. */
export type Abbreviations = ReadonlyMap<string, string>;

/** The assignments of a stretch of text that begins at `offset` in the document. */
export function assignmentsIn(
  document: SourceDocument,
  offset: number,
  end: number,
  role: Role,
  abbreviations: Abbreviations,
  paragraphs: readonly Span[] = [],
): readonly Assignment[] {
  return readAssignments(partedText(document, offset, end, paragraphs), role).map(({ span, role: own }) =>
    assignmentAt(document, { start: span.start + offset, end: span.end + offset }, own, abbreviations),
  );
}

/** A cell's text in which a line's end parts the paragraphs that begin anew; same length, so offsets stay valid. */
function partedText(
  document: SourceDocument,
  start: number,
  end: number,
  paragraphs: readonly Span[],
): string {
  let text = document.text.slice(start, end);
  for (const paragraph of paragraphs) {
    const at = paragraph.start - start - 1;
    if (at > 0 && text.charAt(at) === ' ' && beginsUnit(document.text.slice(paragraph.start, paragraph.end)))
      text = `${text.slice(0, at)}\n${text.slice(at + 1)}`;
  }
  return text;
}

/** The assignment of the unit named at `at`. */
export function assignmentAt(
  document: SourceDocument,
  at: Span,
  role: Role,
  abbreviations: Abbreviations,
): Assignment {
  const { raw, span, location, confidence } = mentionAt(document, at);
  // "Phòng Quản lý X (Phòng X)": the bracket defines a short form, it is not part of the name
  const unit = foldSpace(raw.replace(/\s*\([^)]*\)\s*$/u, '')) || foldSpace(raw);
  return { raw, span, location, confidence, unit, role, resolved: resolve(unit, abbreviations) };
}

/** The unit's full name where the document defines what stands for it; null where it defines nothing. */
function resolve(unit: string, abbreviations: Abbreviations): string | null {
  if (abbreviations.size === 0) return null;
  const whole = abbreviations.get(unit);
  if (whole !== undefined) return whole;
  const words = unit.split(' ');
  const spelled = words.map((w) => abbreviations.get(w) ?? w).join(' ');
  return spelled === unit ? null : spelled;
}

/** The items of a cell of outputs: its paragraphs and what dashes or semicolons part. */
export function outputsOf(document: SourceDocument, cell: Cell): readonly string[] {
  const paragraphs = cell.paragraphs.length === 0 ? [cell.span] : cell.paragraphs;
  const items: string[] = [];
  for (const { start, end } of paragraphs) {
    const text = foldSpace(document.text.slice(start, end));
    const last = items.at(-1);
    // a line that begins in lower case goes on with the item above
    if (last !== undefined && /^[\p{Ll}(]/u.test(text) && !/[;.]$/u.test(last))
      items[items.length - 1] = `${last} ${text}`;
    else items.push(...text.split(/;\s+(?=[-–+•]?\s*\p{Lu})|(?:^|\s)[-–+•]\s(?=\p{Lu})/u));
  }
  return items.map((item) => item.replace(/^[\s\-–+•]+|[\s;]+$/gu, '')).filter((item) => item !== '');
}
