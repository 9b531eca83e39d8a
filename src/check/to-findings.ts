import { type PagePlace, placed } from '../document/locate.js';
import { overlaps, type Span } from '../document/span.js';
import type { Finding, Severity } from '../record/finding.js';
import type { PlanRecord } from '../record/plan-record.js';
import type { Mention } from '../record/primitives.js';
import { unpackWords } from '../record/record-words.js';
import { isSure } from './facts.js';
import { documentIdentity, fingerprintOf, normalizedQuote } from './fingerprint.js';
import { isUsualSlip } from './misread-marks.js';
import { type Draft, isSpan } from './rule.js';

/** Where a range of the text stands and how surely it was read. */
export type Places = (span: Span) => {
  readonly location: readonly PagePlace[];
  readonly confidence: number;
};

/** Below this the recognizer's reading carries no error. */
export const SURE_READING = 0.8;

/** Below this the recognizer's reading of a mark over a letter makes a notice at most: marks are what it loses first. */
export const SURE_MARKS = 0.9;

/** Below this it says nothing at all. A misspelled word is in no word list, so its confidence is never high. */
const SEEN_MARKS = 0.4;

/** The code of a record's warning about a table that was put back together; its span is the table's. */
export const REBUILT_TABLE = 'table-flattened';

/** A rule's draft with the rule that made it. */
export interface RuledDraft {
  readonly ruleId: string;
  readonly draft: Draft;
}

/**
 * Caps severities, looks up places and fingerprints; findings come in text order. What was recognized unsurely makes no
 * error, and no finding at all where it rests on marks over letters alone.
 */
export function toFindings(
  record: PlanRecord,
  drafts: readonly RuledDraft[],
  places: Places = placesOf(record),
): readonly Finding[] {
  const seen = new Map<string, number>();
  const identity = documentIdentity(record);
  const rebuilt = record.warnings.flatMap(({ code, span }) =>
    code === REBUILT_TABLE && span !== null ? [span] : [],
  );
  const placed = drafts.map(({ ruleId, draft }) => {
    const at = mentionOf(record, draft, places);
    return { ruleId, draft, at: draft.mayGoOn === true ? withNextWord(at, places) : at };
  });
  // A mark that an unsure reading lost is the reader's slip, not the author's.
  const kept = placed.filter(({ draft, at }) => draft.restsOnMarks !== true || isSeen(draft, at));
  kept.sort((a, b) => a.at.span.start - b.at.span.start || a.at.span.end - b.at.span.end);
  return kept.map(({ ruleId, draft, at }) => {
    const key = draft.key ?? [];
    const quote = normalizedQuote(at.raw);
    const same = [ruleId, quote, ...key].join('\u0000');
    const occurrence = seen.get(same) ?? 0;
    seen.set(same, occurrence + 1);
    const unsure = at.confidence < SURE_READING;
    const percent = Math.round(at.confidence * 100);
    const { row } = draft;
    const isRebuilt = row !== undefined && rebuilt.some((table) => overlaps(table, row));
    const severity = severityOf(draft, unsure || (draft.restsOnMarks === true && at.confidence < 1));
    return {
      ruleId,
      severity:
        isRebuilt || (draft.restsOnMarks === true && at.confidence < SURE_MARKS) ? 'notice' : severity,
      message:
        draft.message.vi +
        (unsure ? ` Chữ đọc chưa chắc (${percent} %), cần xem lại trên trang.` : '') +
        (isRebuilt ? ' Bảng này được dựng lại từ chữ rời, cần đối chiếu với bản gốc.' : ''),
      suggestion: draft.suggestion ?? null,
      evidence: draft.evidence?.vi ?? null,
      english: {
        message:
          draft.message.en +
          (unsure ? ` The reading is unsure (${percent} %).` : '') +
          (isRebuilt ? ' The table was put back together from loose words.' : ''),
        evidence: draft.evidence?.en ?? null,
      },
      raw: at.raw,
      span: at.span,
      location: at.location.map(({ page, bbox }) => ({
        page,
        bbox: [...bbox] as [number, number, number, number],
      })),
      confidence: at.confidence,
      fingerprint: fingerprintOf(identity, ruleId, quote, key, occurrence),
    };
  });
}

/** Whether a mark that is amiss was the author's: read from the file, or recognized as no recognizer misreads it. */
function isSeen({ suggestion }: Draft, { raw, confidence }: Place): boolean {
  if (confidence === 1) return true;
  if (suggestion == null) return confidence >= SURE_MARKS;
  return confidence >= SEEN_MARKS && !isUsualSlip(raw, suggestion);
}

function severityOf(draft: Draft, unsure: boolean): Severity {
  if (draft.severity !== 'error') return draft.severity;
  const sureFact = draft.factConfidence === undefined || isSure(draft.factConfidence);
  return unsure || !sureFact ? 'warning' : 'error';
}

type Place = Pick<Mention, 'raw' | 'span'> & {
  readonly location: readonly PagePlace[];
  readonly confidence: number;
};

function mentionOf(record: PlanRecord, { at }: Draft, places: Places): Place {
  if (at === null)
    return { raw: '', span: { start: 0, end: 0 }, location: [], confidence: headConfidence(record) };
  if (!isSpan(at)) return at;
  return { raw: record.text.slice(at.start, at.end), span: { start: at.start, end: at.end }, ...places(at) };
}

/** As unsure as the word behind it: there its end was told. */
function withNextWord(at: Place, places: Places): Place {
  const { end } = at.span;
  // the blank, and the first letter of the word
  const { confidence } = places({ start: end, end: end + 2 });
  return confidence < at.confidence ? { ...at, confidence } : at;
}

/** What is absent may only have been overlooked on a badly read first page. */
const headConfidence = (record: PlanRecord): number => {
  const first = record.source.pageReadings.find((page) => page.method !== 'blank');
  return first === undefined || first.method === 'unreadable' ? 1 : first.confidence;
};

/** Places from the record alone: by its words; a source without pages has none and was read surely. */
export function placesOf(record: PlanRecord): Places {
  const packed = record.words ?? [];
  return (span) => {
    const words = unpackWords({ words: packedIn(packed, span) });
    return placed({ words }, span);
  };
}

type PackedWords = NonNullable<PlanRecord['words']>;

/** The packed words that overlap `span`: only these need be unpacked. Logarithmic search. */
function packedIn(words: PackedWords, span: Span): PackedWords {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.[1] ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < words.length && (words[end]?.[0] ?? span.end) < span.end) end++;
  return words.slice(low, end);
}
