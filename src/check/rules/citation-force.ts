import type { Citation } from '../../record/fields.js';
import { entryOf } from '../cited-document.js';
import { yearOfNumber } from '../document-number.js';
import { evidenceOf, vietnameseDate, weaker } from '../facts.js';
import { beginsAfter, type DayRange, endedBefore, judgementDay } from '../judgement-day.js';
import type { LegalDocument } from '../registers/documents-schema.js';
import type { Registers } from '../registers/load-registers.js';
import type { Rule } from '../rule.js';

/** Words before or behind a citation that say the document is named because it ended or changed. */
const SPOKEN_OF_AS_PAST =
  /thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|hết hiệu lực|sửa đổi|bổ sung một số điều|trước đây|giai đoạn trước/u;
const BEFORE = 60;
const BEHIND = 60;

/** Expired, repealed or replaced when the plan was made. */
export const notInForce: Rule = {
  id: 'citation/not-in-force',
  *check(context) {
    const { record, day, registers } = context;
    if (day === null) return;
    for (const citation of record.citations) {
      if (citation.role === 'nested') continue;
      const entry = entryOf(context, citation);
      if (entry === null || !endedBefore(entry.effectiveTo, day)) continue;
      if (isNamedAsReplaced(record.text, citation)) continue;
      if (citation.role !== 'basis' && isSpokenOfAsPast(record.text, citation)) continue;
      const confidence = weaker(entry.confidence, entry.fieldConfidence.effectiveTo ?? entry.confidence);
      const successors = successorsOf(entry, day, registers).join('; ');
      const end = entry.effectiveTo ?? '';
      yield {
        severity: citation.role === 'basis' ? 'error' : 'warning',
        at: citation,
        message: {
          vi: `${entry.type} ${entry.number} đã hết hiệu lực từ ${vietnameseDate(end)}, trước khi lập kế hoạch.`,
          en: `${entry.number} had ceased to be in force on ${end}, before the plan was made.`,
        },
        suggestion: successors === '' ? null : successors,
        evidence: evidenceOf(
          registers,
          { source: entry.source, confidence },
          successors === ''
            ? { vi: `Hết hiệu lực ${vietnameseDate(end)}.`, en: `Ended ${end}.` }
            : { vi: `Được thay thế bằng ${successors}.`, en: `Replaced by ${successors}.` },
        ),
        factConfidence: confidence,
        key: [entry.number],
      };
    }
  },
};

/** How far a chain of successors is followed: registers may name each other in a circle. */
const LONGEST_CHAIN = 8;

/** What took a document's place and held on the plan's day, as it is to be named; of what ended as well, its own successor. */
function successorsOf(entry: LegalDocument, day: DayRange, registers: Registers): readonly string[] {
  let numbers = entry.replacedBy;
  for (let i = 0; i < LONGEST_CHAIN; i++) {
    const next = numbers.flatMap((number) => {
      const known = registers.documentByNumber.get(number.toUpperCase());
      const isOver =
        known !== undefined && endedBefore(known.effectiveTo, day) && known.replacedBy.length > 0;
      return isOver ? known.replacedBy : [number];
    });
    if (next.every((number, k) => number === numbers[k])) break;
    numbers = next;
  }
  return [...new Set(numbers)].map((number) => {
    const known = registers.documentByNumber.get(number.toUpperCase());
    if (known === undefined) return number;
    return `${known.type} ${known.number}${known.issuedOn === null ? '' : ` ngày ${vietnameseDate(known.issuedOn)}`}`;
  });
}

/** Issued after the plan itself. */
export const notYetIssued: Rule = {
  id: 'citation/not-yet-issued',
  *check(context) {
    const day = judgementDay(context.record, null);
    if (day === null) return;
    for (const citation of context.record.citations) {
      if (citation.number === null) continue;
      const entry = entryOf(context, citation);
      const numberYear = yearOfNumber(citation.number);
      const own = citation.issuedOn;
      const agrees = own === null || numberYear === null || own.startsWith(String(numberYear));
      const issued =
        entry?.issuedOn ?? (agrees ? own : null) ?? (numberYear === null ? null : String(numberYear));
      if (issued === null || !beginsAfter(issued, day)) continue;
      const made =
        day.earliest === day.latest ? vietnameseDate(day.latest) : `đến ${vietnameseDate(day.latest)}`;
      yield {
        severity: 'error',
        at: citation,
        message: {
          vi: `${citation.type ?? 'Văn bản'} ${citation.number} ban hành ${vietnameseDate(issued)}, sau ngày của kế hoạch (${made}).`,
          en: `${citation.number} was issued ${issued}, after the plan itself (${day.latest}).`,
        },
        evidence:
          entry === null
            ? null
            : evidenceOf(context.registers, entry, {
                vi: `${entry.number} ngày ${vietnameseDate(issued)}.`,
                en: `${entry.number} of ${issued}.`,
              }),
        factConfidence: entry?.fieldConfidence.issuedOn ?? entry?.confidence ?? 2,
        key: [citation.number],
      };
    }
  },
};

const REPLACED = /(?:thay thế|thay cho|bãi bỏ|hủy bỏ|huỷ bỏ)(?: cho)?(?: các)?\s*$/u;

/** "Nghị định số 118/2025/NĐ-CP (thay thế Nghị định số 61/2018/NĐ-CP)": named because it ended, even in a basis. */
const isNamedAsReplaced = (text: string, { span }: Citation): boolean =>
  REPLACED.test(text.slice(Math.max(0, span.start - BEFORE), span.start).toLowerCase());

function isSpokenOfAsPast(text: string, citation: Citation): boolean {
  const { start, end } = citation.span;
  return (
    SPOKEN_OF_AS_PAST.test(text.slice(Math.max(0, start - BEFORE), start).toLowerCase()) ||
    SPOKEN_OF_AS_PAST.test(text.slice(end, end + BEHIND).toLowerCase())
  );
}
