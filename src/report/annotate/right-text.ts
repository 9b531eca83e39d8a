import type { Registers } from '../../check/registers/load-registers.js';
import type { Citation } from '../../record/fields.js';
import type { Finding } from '../../record/finding.js';
import type { PlanRecord } from '../../record/plan-record.js';
import { type TextChange, wordChanges } from './word-diff.js';

/** Rules whose suggestion is the very text that should stand in place of the words found. */
const WORD_FOR_WORD: ReadonlySet<string> = new Set([
  'text/misspelling',
  'text/repeated-word',
  'unit/misspelled',
  'unit/abolished',
  'standard/malformed',
  'standard/outdated-version',
  'standard/unknown-version',
  'format/date-style',
]);
/** Rules whose suggestion stands for one part of a citation. */
const CITATION_PART: ReadonlyMap<string, keyof Citation['parts']> = new Map([
  ['citation/malformed-number', 'number'],
  ['citation/issuer-mismatch', 'issuer'],
  ['citation/date-mismatch', 'issuedOn'],
  ['citation/title-mismatch', 'title'],
]);
/** A suggestion that describes or leaves a choice is advice, not text. */
const ADVICE = /[;()[\]\n\t…]|\.\.\.|(?<![\p{L}\p{N}])(?:hoặc|hay là|or)(?![\p{L}\p{N}])/u;
const SUBJECT_WORDS = /^(?:về việc|v\/v)\s+/iu;

const citationAt = (record: PlanRecord, finding: Finding): Citation | undefined =>
  record.citations.find(
    ({ span }) => span.start <= finding.span.start && finding.span.end <= span.end && span.end > span.start,
  );

function partIs(record: PlanRecord, finding: Finding, part: keyof Citation['parts']): boolean {
  return record.citations.some((citation) => {
    const place = citation.parts[part];
    return place?.span.start === finding.span.start && place.span.end === finding.span.end;
  });
}

/** The official title as it goes on from the words before it. */
function titleInPlace(written: string, official: string): string {
  const bare = official.replace(SUBJECT_WORDS, '');
  const own = SUBJECT_WORDS.test(written) ? official : bare;
  const first = written.charAt(0);
  return first === first.toLowerCase() ? own.charAt(0).toLowerCase() + own.slice(1) : own;
}

/** A title that only stops early is cut short, not wrong at its end. */
const withoutTail = (changes: readonly TextChange[], length: number): readonly TextChange[] =>
  changes.filter(({ span }) => !(span.start === length && span.end === length));

/** Nghị định 30/2020/NĐ-CP: a zero before days below 10 and months 1 and 2. */
const dateInWords = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `ngày ${date} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`;
};

/** The citation of a document's one successor, in full, with the title where the official one is known. */
function successorOf(finding: Finding, record: PlanRecord, registers: Registers): string | null {
  const citation = citationAt(record, finding);
  if (citation === undefined || citation.number === null || citation.locators.length > 0) return null;
  const replacedBy = registers.documentByNumber.get(citation.number.toUpperCase())?.replacedBy ?? [];
  const next = registers.documentByNumber.get((replacedBy[0] ?? '').toUpperCase());
  if (replacedBy.length !== 1 || next === undefined) return null;
  const { type, number, issuedOn, issuer, title, titleOfficial } = next;
  if (issuedOn === null || issuedOn.length < 10 || issuer === null) return null;
  const head = `${type} số ${number} ${dateInWords(issuedOn)} của ${issuer}`;
  if (citation.title === null) return head;
  return title === null || !titleOfficial
    ? null
    : `${head} ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

/**
 * The changes that put right what a finding says, in the record's text; [] where the right text is not known for
 * certain (sums, advice, references that stay open). Spans lie inside the finding's.
 */
export function rightText(
  finding: Finding,
  record: PlanRecord,
  registers: Registers | null,
): readonly TextChange[] {
  const { ruleId, suggestion, span, severity } = finding;
  const written = record.text.slice(span.start, span.end);
  if (suggestion === null || written === '' || severity === 'notice' || written.includes('\n')) return [];
  const moved = (changes: readonly TextChange[]): readonly TextChange[] =>
    changes.map(({ span: own, text }) => ({
      span: { start: span.start + own.start, end: span.start + own.end },
      text,
    }));
  if (ruleId === 'citation/not-in-force') {
    const successor = registers === null ? null : successorOf(finding, record, registers);
    return successor === null ? [] : moved([{ span: { start: 0, end: written.length }, text: successor }]);
  }
  const part = CITATION_PART.get(ruleId);
  if (part === 'title') {
    if (!partIs(record, finding, part)) return [];
    const right = titleInPlace(written, suggestion);
    return moved(withoutTail(wordChanges(written, right, true), written.length));
  }
  const isText = part === undefined ? WORD_FOR_WORD.has(ruleId) : partIs(record, finding, part);
  return isText && !ADVICE.test(suggestion) ? moved(wordChanges(written, suggestion)) : [];
}
