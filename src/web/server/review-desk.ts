import { randomUUID } from 'node:crypto';
import { applyDecisions } from '../../review/apply-decisions.js';
import { conflictWith } from '../../review/conflict.js';
import type { Action, Decision, Evidence } from '../../review/decision.js';
import { type FieldAddress, fieldKey, valueError } from '../../review/field-address.js';
import { type ReviewField, reviewFields } from '../../review/fields.js';
import type { Reviewed } from '../../review/reviewed.js';
import { type Judgement, judged } from '../../run/judge.js';
import { reviewedRecord } from '../../run/reviewed-record.js';
import type { NewDecision, ReviewSummary } from '../../store/review-store.js';
import type { Store, StoredRecord } from '../../store/store.js';
import { WebError } from './web-error.js';

/** A document on the desk: what the machine read, what persons decided, and both together. */
export interface DeskDocument {
  readonly stored: StoredRecord;
  readonly decisions: readonly Decision[];
  readonly reviewed: Reviewed;
}

export type Decided =
  | { readonly kind: 'decided'; readonly decisions: readonly Decision[] }
  | { readonly kind: 'conflict'; readonly with: Decision };

const SHA256 = /^[0-9a-f]{64}$/u;

/** Where documents are looked at and decided about. */
export class ReviewDesk {
  readonly #store: Store;
  readonly #judgement: Judgement;

  constructor(store: Store, judgement: Judgement) {
    this.#store = store;
    this.#judgement = judgement;
  }

  /** The document of this hash. Throws WebError "not-found". */
  async open(sha256: string): Promise<DeskDocument> {
    if (!SHA256.test(sha256)) throw new WebError('not-found');
    const found = await this.#store.getRecord(sha256);
    if (found.kind !== 'found' || found.document.sha256 !== sha256) throw new WebError('not-found');
    const decisions = await this.#store.reviews.decisionsOf(sha256);
    const reviewed = applyDecisions(found.document.record, decisions);
    return { stored: found.document, decisions, reviewed };
  }

  /**
   * Takes decisions, all or none. Where fields or rows changed, the document is checked again. Throws WebError
   * "bad-request" where an action is about nothing that the document has.
   */
  async decide(
    sha256: string,
    by: string,
    { seen, actions }: { readonly seen: number; readonly actions: readonly Action[] },
  ): Promise<Decided> {
    const document = await this.open(sha256);
    // First: what somebody else removed meanwhile isn't there to be looked at.
    const inTheWay = conflictWith(actions, document.decisions, { seen, by });
    if (inTheWay !== null) return { kind: 'conflict', with: inTheWay };
    const fields = fieldsByKey(document);
    const decisions = actions.map((action) => ({ action, evidence: evidenceOf(action, document, fields) }));
    const added = await this.#store.reviews.addDecisions({
      sha256,
      by,
      batch: actions.length > 1 ? randomUUID() : null,
      decisions,
      conflict: (kept) => conflictWith(actions, kept, { seen, by }),
      summary: (all) => summaryOf(applyDecisions(document.stored.record, all)),
    });
    if (added.kind === 'conflict') return added;
    if (decisions.some(({ action }) => changesRecord(action))) await this.#judgeAgain(document.stored);
    return { kind: 'decided', decisions: added.decisions };
  }

  async #judgeAgain({ sha256, record }: StoredRecord): Promise<void> {
    const reviewed = judged(await reviewedRecord(record, this.#store), this.#judgement);
    const { findings } = reviewed;
    await this.#store.saveFindings(sha256, {
      origin: 'document',
      checkKey: this.#judgement.key,
      findings,
      reviewed,
    });
  }
}

const changesRecord = ({ kind }: Action): boolean => !kind.endsWith('-finding') && kind !== 'finish';

const summaryOf = ({ state, fields, findings }: Reviewed): ReviewSummary => {
  const reviews = [...fields.values()];
  return {
    state,
    confirmed: reviews.filter((field) => field.state === 'confirmed').length,
    corrected: reviews.filter((field) => field.state === 'corrected').length,
    dismissed: [...findings.values()].filter((finding) => finding.state === 'dismissed').length,
  };
};

type FieldsByKey = ReadonlyMap<string, ReviewField>;

const fieldsByKey = ({ reviewed }: DeskDocument): FieldsByKey =>
  new Map(reviewFields(reviewed.record, reviewed.sheet).map((field) => [fieldKey(field.address), field]));

/** What the person saw of what the action is about; null where it is about no field, row or finding. */
function evidenceOf(
  action: Action,
  { stored, reviewed, decisions }: DeskDocument,
  fields: FieldsByKey,
): NewDecision['evidence'] {
  const shown = (field: Pick<ReviewField, 'value' | 'mention'>): Evidence => ({
    before: field.value,
    raw: field.mention?.raw ?? '',
    page: field.mention?.location[0]?.page ?? null,
    box: field.mention?.location[0]?.bbox ?? null,
    confidence: field.mention?.confidence ?? null,
    pipelineVersion: stored.pipelineVersion,
  });
  const fieldAt = (address: FieldAddress): ReviewField => {
    const field = fields.get(fieldKey(address));
    if (field === undefined) throw new WebError('bad-request', `there is no field ${fieldKey(address)}`);
    return field;
  };
  const row = (id: string): Evidence => {
    const task = reviewed.sheet.tasks.find((one) => one.id === id);
    if (task === undefined) throw new WebError('bad-request', `there is no row ${id}`);
    const { content } = task.item;
    return shown({ value: content, mention: task.item });
  };
  switch (action.kind) {
    case 'confirm':
      return shown(fieldAt(action.address));
    case 'correct': {
      const error = valueError(action.address, action.value);
      if (error !== null) throw new WebError('bad-request', error);
      return shown(fieldAt(action.address));
    }
    case 'add-task':
      return action.after === null ? null : row(action.after);
    case 'remove-task':
    case 'split-task':
      return row(action.item);
    case 'join-tasks': {
      if (action.item === action.other)
        throw new WebError('bad-request', 'a row cannot be joined with itself');
      row(action.other);
      return row(action.item);
    }
    case 'accept-finding':
    case 'dismiss-finding':
    case 'comment-finding': {
      const finding = stored.record.findings.find((one) => one.fingerprint === action.fingerprint);
      if (finding === undefined)
        throw new WebError('bad-request', `there is no finding ${action.fingerprint}`);
      return shown({ value: `${finding.ruleId}: ${finding.message}`, mention: finding });
    }
    case 'undo':
      if (!decisions.some(({ id }) => id === action.decision))
        throw new WebError('bad-request', `there is no decision ${action.decision}`);
      return null;
    case 'finish':
      return null;
  }
}
