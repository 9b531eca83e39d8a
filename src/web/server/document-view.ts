import type { Registers } from '../../check/registers/load-registers.js';
import type { PlanRecord } from '../../record/plan-record.js';
import type { Mention } from '../../record/primitives.js';
import type { Language } from '../../report/language.js';
import type { RuleTitle } from '../../report/rule-title.js';
import { type Decision, holding } from '../../review/decision.js';
import { fieldKey } from '../../review/field-address.js';
import type { FieldValue } from '../../review/field-value.js';
import { reviewFields } from '../../review/fields.js';
import type { DecisionView, DocumentView, FieldView, FindingView, KnownDocument } from '../api/review.js';
import type { DeskDocument } from './review-desk.js';
import { shownName } from './shown-name.js';

/** Below this a person is asked to look. */
export const THRESHOLD = 0.9;

export interface ViewContext {
  readonly language: Language;
  readonly ruleTitle: RuleTitle;
  readonly registers: Registers;
  /** Why no picture of a page can be shown; null where it can. */
  readonly picturesMissing: string | null;
}

const OPEN: FindingView['review'] = { state: 'open', reason: null, by: null, at: null, comments: [] };

/** What the page of a document shows. */
export function documentView(document: DeskDocument, context: ViewContext): DocumentView {
  const { stored, decisions, reviewed } = document;
  const { record } = reviewed;
  return {
    sha256: stored.sha256,
    file: shownName(stored.file),
    method: record.source.method,
    state: reviewed.state,
    pages: record.source.pageReadings.map(({ page, width, height, method, reason }) => ({
      page,
      width,
      height,
      method,
      reason,
    })),
    picturesMissing: context.picturesMissing,
    text: record.text,
    threshold: THRESHOLD,
    seen: decisions.at(-1)?.id ?? 0,
    fields: fieldViews(document),
    tasks: reviewed.sheet.tasks.map(({ id, item }) => ({
      id,
      section: item.section,
      table: item.table,
      added: item.raw === '',
    })),
    known: knownDocuments(document, context.registers),
    findings: findingViews(document, context),
    warnings: record.warnings.map(({ code, message, page }) => ({ code, message, page })),
    history: history(decisions, reviewed.orphans),
  };
}

function fieldViews({ reviewed }: DeskDocument): FieldView[] {
  return reviewFields(reviewed.record, reviewed.sheet).map(({ address, value, mention, confidence }) => {
    const key = fieldKey(address);
    const review = reviewed.fields.get(key);
    return {
      key,
      part: address.part,
      item: address.part === 'header' ? null : address.item,
      field: address.field,
      value,
      raw: mention?.raw ?? null,
      span: mention?.span ?? null,
      location: [...(mention?.location ?? [])],
      confidence,
      suggestion: review === undefined ? suggestionFor(value, mention, reviewed.record.suggestions) : null,
      review: review ?? null,
    };
  });
}

/** The value with the words changed that the recognizer's word lists would rather read; null where they agree. */
function suggestionFor(
  value: FieldValue,
  mention: Mention | null,
  suggestions: PlanRecord['suggestions'] = [],
): string | null {
  if (typeof value !== 'string' || mention === null) return null;
  const { start, end } = mention.span;
  let suggested = value;
  for (const { raw, span, suggestion } of suggestions)
    if (span.start >= start && span.end <= end) suggested = suggested.replace(raw, () => suggestion);
  return suggested === value ? null : suggested;
}

/** What the register holds of the documents that are cited by number, an entry a citation. */
function knownDocuments({ reviewed }: DeskDocument, registers: Registers): KnownDocument[] {
  return reviewed.sheet.citations.flatMap(({ id, item }) => {
    const entry =
      item.number === null ? undefined : registers.documentByNumber.get(item.number.toUpperCase());
    if (entry === undefined) return [];
    const sources = entry.source.map((source) => registers.sources[source] ?? source);
    return [
      {
        item: id,
        number: entry.number,
        title: entry.title,
        issuer: entry.issuer,
        issuedOn: entry.issuedOn,
        endedOn: entry.effectiveTo,
        successor: entry.replacedBy[0] ?? null,
        source: sources.join('; ') || null,
      },
    ];
  });
}

function findingViews(
  { stored, reviewed }: DeskDocument,
  { language, ruleTitle }: ViewContext,
): FindingView[] {
  const ofSet = new Set(stored.setFindings.map(({ fingerprint }) => fingerprint));
  return stored.record.findings.map(({ english, ...finding }) => {
    const review = reviewed.findings.get(finding.fingerprint);
    return {
      ...finding,
      ...(language === 'en' ? english : {}),
      title: ruleTitle(finding.ruleId),
      origin: ofSet.has(finding.fingerprint) ? 'set' : 'document',
      review: review === undefined ? OPEN : { ...review, comments: [...review.comments] },
    };
  });
}

function history(decisions: readonly Decision[], orphans: readonly Decision[]): DecisionView[] {
  const active = new Set(holding(decisions).map(({ id }) => id));
  const lost = new Set(orphans.map(({ id }) => id));
  return decisions.map(({ id, by, at, batch, action, evidence }) => ({
    id,
    by,
    at,
    batch,
    action,
    evidence,
    holds: active.has(id),
    orphan: lost.has(id),
  }));
}
