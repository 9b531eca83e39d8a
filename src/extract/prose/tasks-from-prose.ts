import { coveredBy, isTouched } from '../../document/cover.js';
import { between, firstFrom } from '../../document/in-order.js';
import type { Paragraph, SourceDocument } from '../../document/source-document.js';
import type { Span } from '../../document/span.js';
import type { Assignment, Task, Timing } from '../../record/fields.js';
import { foldSpace, mentionAt } from '../mention.js';
import { numberedHead } from '../outline/headings.js';
import type { Section } from '../outline/sections.js';
import { dutyHead, dutyHeadsOf } from '../responsibility/duty-head.js';
import { type Abbreviations, assignmentAt, assignmentsIn } from '../task/cell-parts.js';
import { toTiming } from '../task/cell-timings.js';
import type { ParsedTiming } from '../timing/parse-timings.js';
import type { TimedText } from '../timing/times-in.js';
import { roleOf } from '../unit/read-assignments.js';
import { labelsIn } from './labels.js';

interface Draft {
  readonly paragraph: Paragraph;
  readonly number: string | null;
  content: Span;
  end: number;
  readonly timings: Timing[];
  readonly assignments: Assignment[];
  readonly outputs: string[];
  readonly section: string;
}

const BULLET = /^\s*[-–+•*]\s*/u;
const ITEM_MARK = /^\s*(?:[-–+•*]|[a-zđ][.)])\s*/u;
/** Words that belong to a time that leads a sentence. */
const LEADS_TIME =
  /^[\s(]{0,3}(?:(?:định kỳ|vào|trong|từ|chậm nhất|muộn nhất|trước|khoảng|đầu|cuối)\s*(?:ngày\s*|tháng\s*)?)?$/iu;
/** Words between two times that are no part of the task. */
const CONNECTS = /(?<!\p{L})(?:và|hoặc|đến|tới|từ|trước|sau|ngày|tháng|quý|năm)(?!\p{L})/giu;
const NO_TASKS: ReadonlySet<Section['topic']> = new Set(['purpose', 'scope', 'money']);

/**
 * Tasks that stand in prose: bullets and numbered items that name a time, or carry labels ("Đơn vị thực hiện: …"), or
 * begin with a unit that is to do something, in the sections of contents and organization. `masked` is the text with
 * citations blanked out, so that their dates are no task's time.
 */
export function tasksFromProse(
  document: SourceDocument,
  sections: readonly Section[],
  masked: TimedText,
  abbreviations: Abbreviations,
): readonly Task[] {
  const drafts: Draft[] = [];
  const top = sections.filter((s) => s.heading.level <= 1);
  const outer = top.length > 0 ? top : sections;
  for (const section of outer) {
    if (NO_TASKS.has(section.topic)) continue;
    const heads = section.topic === 'organization' ? dutyHeadsOf(document, section) : [];
    const { start, end } = section.span;
    const closed = coveredBy(
      between(sections, start, end, (s) => s.span.start)
        .filter((s) => s !== section && NO_TASKS.has(s.topic) && s.span.end <= end)
        .map((s) => s.span),
    );
    const sectionName = foldSpace(
      document.text.slice(section.heading.paragraph.span.start, section.heading.paragraph.span.end),
    );
    let current: readonly { readonly paragraph: Paragraph; readonly draft: Draft | null }[] = [];
    for (const paragraph of section.paragraphs) {
      const at = paragraph.span.start;
      if (isTouched(closed, { start: at, end: at + 1 })) continue;
      const text = document.text.slice(paragraph.span.start, paragraph.span.end);
      const open = (): Draft => {
        const draft = newDraft(document, paragraph, sectionName);
        drafts.push(draft);
        return draft;
      };
      const labels = labelsIn(text, roleOf);
      const [first] = labels;
      if (first !== undefined) {
        const leads = text.slice(0, first.start).replace(ITEM_MARK, '').trim() === '';
        const [item] = current;
        let draft: Draft;
        if (leads && item !== undefined) {
          draft = item.draft ?? newDraft(document, item.paragraph, sectionName);
          if (item.draft === null) drafts.push(draft);
          current = [{ paragraph: item.paragraph, draft }];
        } else if (leads) continue;
        else {
          draft = open();
          draft.content = { start: draft.content.start, end: paragraph.span.start + first.start };
          current = [{ paragraph, draft }];
        }
        labels.forEach((label, i) => {
          const from = paragraph.span.start + label.end;
          const to = paragraph.span.start + (labels[i + 1]?.start ?? text.length);
          if (label.what.kind === 'timing')
            draft.timings.push(
              ...masked.timesIn({ start: from, end: to }).map((t) => toTiming(document, t, from)),
            );
          else if (label.what.kind === 'unit')
            draft.assignments.push(...assignmentsIn(document, from, to, label.what.role, abbreviations));
          else draft.outputs.push(foldSpace(document.text.slice(from, to)).replace(/[.;\s]+$/u, ''));
        });
        draft.end = paragraph.span.end;
        continue;
      }
      current = [{ paragraph, draft: null }];
      const times = strongTimings(masked, paragraph.span);
      const isItem = BULLET.test(text) || numberedHead(text) !== null;
      const led =
        isItem && section.topic === 'content' && text.length > 24 ? dutyHead(document, paragraph.span) : null;
      const unitLed =
        led !== null && led.dutyStart < paragraph.span.end && /[.;]\s*$/u.test(text) ? led : null;
      if (times.length === 0 && unitLed === null) continue;
      const draft = open();
      current = [{ paragraph, draft }];
      draft.timings.push(...times.map((t) => toTiming(document, t, paragraph.span.start)));
      draft.content = withoutTime(document, draft.content, times, paragraph.span.start);
      const owner = heads[firstFrom(heads, at + 1, (h) => h.span.start) - 1];
      const units = unitLed?.units ?? (owner === undefined ? [] : owner.units);
      draft.assignments.push(
        ...units.map((span) =>
          assignmentAt(document, span, unitLed === null ? 'responsible' : 'implement', abbreviations),
        ),
      );
    }
  }
  return drafts.map((d) => toTask(document, d)).filter((t) => t.content !== '');
}

function newDraft(document: SourceDocument, paragraph: Paragraph, section: string): Draft {
  const text = document.text.slice(paragraph.span.start, paragraph.span.end);
  const numbered = numberedHead(text);
  const lead = numbered?.length ?? BULLET.exec(text)?.[0].length ?? 0;
  return {
    paragraph,
    number: numbered?.number ?? null,
    content: { start: paragraph.span.start + lead, end: paragraph.span.end },
    end: paragraph.span.end,
    timings: [],
    assignments: [],
    outputs: [],
    section,
  };
}

/** The clause up to `at`: from the sign before it. */
function clauseBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && !'.;,'.includes(text.charAt(start - 1))) start--;
  return text.slice(start, at);
}

/** Times that bind a task in running text: no bare year, no adverb "thường xuyên", no condition alone. */
function strongTimings(masked: TimedText, span: Span): readonly ParsedTiming[] {
  const text = masked.text.slice(span.start, span.end);
  return masked.timesIn(span).filter((t) => {
    const raw = text.slice(t.span.start, t.span.end);
    if (t.start === null && t.end === null && t.invalid === null) return false;
    // "đã công bố … trước ngày 31/12" tells what was, not when to do it
    if (/(?<!\p{L})(?:đã|từng|kể từ|tính đến)(?!\p{L})/iu.test(clauseBefore(text, t.span.start)))
      return false;
    if (t.frequency === 'continuous')
      return /thường\s+xuyên,?\s+(?:liên tục|trong năm)/iu.test(text.slice(t.span.start, t.span.end + 20));
    if (t.frequency !== null) return true;
    if (/^(?:(?:trong|cả|cuối)\s+)?năm(?:\s+\d{4})?$/iu.test(raw.trim())) return false;
    if (/^\d{1,2}\/\d{1,2}$/u.test(raw.trim())) return false;
    return true;
  });
}

/** The task's words without the time that leads them ("Định kỳ hàng năm trước ngày 15/8, …") or closes them. */
function withoutTime(
  document: SourceDocument,
  content: Span,
  times: readonly ParsedTiming[],
  offset: number,
): Span {
  let { start, end } = content;
  const [first] = times;
  const last = times.at(-1);
  const lead =
    first === undefined ? '' : document.text.slice(start, Math.max(start, first.span.start + offset));
  if (first !== undefined && LEADS_TIME.test(lead)) {
    const rest = document.text.slice(first.span.end + offset, end);
    const comma = /^[^,;]{0,70}?,\s*/u.exec(rest);
    if (comma !== null && comma[0].length < rest.length - 8)
      start = first.span.end + offset + comma[0].length;
  } else if (last !== undefined) {
    const tail = document.text.slice(last.span.end + offset, end);
    // "… 02 đợt: đợt 1 từ ngày …, đợt 2 từ ngày …": words between the times belong to what is to be done
    const between = document.text.slice((first?.span.end ?? 0) + offset, last.span.start + offset);
    if (/^[\s).;,/]*$/u.test(tail) && !/\p{L}/u.test(between.replace(CONNECTS, ''))) {
      const body = document.text
        .slice(start, last.span.start + offset)
        .replace(/[\s,(]*(?:(?:trong|vào|xong|hoàn thành|thời gian|là|từ)\s*)?[\s,(]*$/u, '');
      if (body.length > 12) end = start + body.length;
    }
  }
  return { start, end };
}

function toTask(document: SourceDocument, draft: Draft): Task {
  const content = foldSpace(document.text.slice(draft.content.start, draft.content.end)).replace(
    /[\s.;:,/]+$/u,
    '',
  );
  const at = { start: draft.paragraph.span.start, end: draft.end };
  const { raw, span, location, confidence } = mentionAt(document, at);
  return {
    raw,
    span,
    location,
    confidence,
    number: draft.number,
    content,
    assignments: draft.assignments,
    timings: draft.timings,
    outputs: draft.outputs,
    section: draft.section,
    origin: 'prose',
    table: null,
    columns: { unit: false, timing: false, output: false },
  };
}
