import type { Task } from '../record/fields.js';
import type { PlanRecord } from '../record/plan-record.js';
import type { Mention } from '../record/primitives.js';
import { nearestItem } from './anchor.js';
import { correctedItem, draftedTask, nowhere } from './corrected-item.js';
import { type Action, type Decision, holding } from './decision.js';
import { type FieldAddress, fieldKey } from './field-address.js';
import type { FieldValue, TaskDraft } from './field-value.js';
import { mentionOf, reviewFields } from './fields.js';
import { findingReviews } from './finding-reviews.js';
import type { Part } from './parts.js';
import type { FieldReview, Reviewed } from './reviewed.js';
import { type Items, type Named, type Sheet, sheetOf, withSheet } from './sheet.js';
import { withSureWords } from './sure-words.js';

type RowAction = Extract<Action, { kind: 'add-task' | 'remove-task' | 'split-task' | 'join-tasks' }>;

/**
 * Lays decisions over the record that the machine read. Decisions that were taken on an earlier reading of the same
 * file find their rows by name or by words; those that find none are kept apart as orphans. The order of `decisions`
 * does not matter; undone ones count for nothing.
 */
export function applyDecisions(record: PlanRecord, decisions: readonly Decision[]): Reviewed {
  const overlay = new Overlay(record);
  const active = holding(decisions);
  for (const decision of active) overlay.take(decision);
  return overlay.result(active);
}

class Overlay {
  readonly #machine: ReadonlyMap<string, FieldValue>;
  readonly #fields = new Map<string, FieldReview>();
  readonly #orphans: Decision[] = [];
  readonly #sure: Mention[] = [];
  /** Names under which rows were decided on in an earlier reading, with their names now. */
  readonly #renamed = new Map<string, string>();
  #record: PlanRecord;
  #sheet: Sheet;

  constructor(record: PlanRecord) {
    this.#record = record;
    this.#sheet = sheetOf(record);
    this.#machine = new Map(
      reviewFields(record, this.#sheet).map(({ address, value }) => [fieldKey(address), value]),
    );
  }

  take(decision: Decision): void {
    const { action } = decision;
    switch (action.kind) {
      case 'confirm':
        this.#settle(decision, action.address, undefined);
        return;
      case 'correct':
        this.#settle(decision, action.address, action.value);
        return;
      case 'add-task':
      case 'remove-task':
      case 'split-task':
      case 'join-tasks':
        if (!this.#changeRows(decision, action)) this.#orphans.push(decision);
        return;
      default:
        return;
    }
  }

  result(active: readonly Decision[]): Reviewed {
    const last = active.at(-1);
    return {
      record: withSureWords(withSheet(this.#record, this.#sheet), this.#sure),
      sheet: this.#sheet,
      fields: this.#fields,
      findings: findingReviews(active),
      orphans: this.#orphans,
      state: last === undefined ? 'to-review' : last.action.kind === 'finish' ? 'done' : 'in-review',
    };
  }

  /** Confirms (`value` undefined) or corrects a field. */
  #settle(decision: Decision, address: FieldAddress, value: FieldValue | undefined): void {
    if (address.part === 'header') {
      const { header } = this.#record;
      if (value !== undefined)
        this.#record = { ...this.#record, header: { ...header, [address.field]: value } };
      const place = header.places[address.field];
      if (place !== undefined) this.#sure.push(place);
      this.#note(decision, address, value);
      return;
    }
    const { part, field } = address;
    const id = this.#find(part, address.item, decision);
    if (id === null) {
      this.#orphans.push(decision);
      return;
    }
    this.#replace(part, id, (item) => {
      this.#sure.push(mentionOf(part, item, field));
      return value === undefined ? item : correctedItem(part, item, field, value);
    });
    this.#note(decision, { part, item: id, field }, value);
  }

  #note({ id, by, at, evidence }: Decision, address: FieldAddress, value: FieldValue | undefined): void {
    const key = fieldKey(address);
    const machine = this.#machine.get(key) ?? evidence?.before ?? null;
    const before = this.#fields.get(key);
    const state = value !== undefined || before?.state === 'corrected' ? 'corrected' : 'confirmed';
    this.#fields.set(key, { state, by, at, decision: id, machine });
  }

  #changeRows(decision: Decision, action: RowAction): boolean {
    if (action.kind === 'add-task') {
      const after = action.after === null ? null : this.#find('tasks', action.after, decision);
      if (action.after !== null && after === null) return false;
      this.#insert(decision, action.task, after);
      return true;
    }
    const id = this.#find('tasks', action.item, decision);
    if (id === null) return false;
    if (action.kind === 'remove-task') {
      this.#remove(id);
    } else if (action.kind === 'split-task') {
      this.#replace('tasks', id, (task) => draftedTask(action.first, task));
      this.#insert(decision, action.second, id);
    } else {
      const other = this.#find('tasks', action.other, decision);
      if (other === null || other === id) return false;
      this.#replace('tasks', id, (task) => draftedTask(action.task, task));
      this.#remove(other);
    }
    return true;
  }

  /** The name that a row has now, looked for by its words where the file was read again since. */
  #find(part: Part, item: string, { evidence }: Decision): string | null {
    const rows: readonly Named<Mention>[] = this.#sheet[part];
    const name = this.#renamed.get(item) ?? item;
    if (rows.some(({ id }) => id === name)) return name;
    if (evidence === null) return null;
    const spokenFor = new Set(this.#renamed.values());
    const index = nearestItem(
      evidence.raw,
      rows.map(({ item: { raw } }) => ({ raw })),
      (i) => !spokenFor.has(rows[i]?.id ?? ''),
    );
    const found = index === null ? undefined : rows[index]?.id;
    if (found === undefined) return null;
    this.#renamed.set(item, found);
    return found;
  }

  #replace<P extends Part>(part: P, id: string, change: (item: Items[P]) => Items[P]): void {
    const rows: readonly Named<Items[P]>[] = this.#sheet[part];
    this.#sheet = {
      ...this.#sheet,
      [part]: rows.map((row) => (row.id === id ? { id, item: change(row.item) } : row)),
    };
  }

  #remove(id: string): void {
    this.#sheet = { ...this.#sheet, tasks: this.#sheet.tasks.filter((row) => row.id !== id) };
  }

  #insert({ id }: Decision, draft: TaskDraft, after: string | null): void {
    const { tasks } = this.#sheet;
    const at = after === null ? 0 : tasks.findIndex((row) => row.id === after) + 1;
    const near = tasks[Math.max(0, at - 1)]?.item ?? this.#newTask();
    const item = draftedTask(draft, { ...near, ...nowhere(near), assignments: [], timings: [] });
    this.#sheet = { ...this.#sheet, tasks: tasks.toSpliced(at, 0, { id: `d${id}`, item }) };
  }

  /** What a row is like in a document where the machine saw none. */
  #newTask(): Task {
    return {
      ...nowhere({ raw: '', span: { start: 0, end: 0 }, location: [], confidence: 1 }),
      number: null,
      content: '',
      assignments: [],
      timings: [],
      outputs: [],
      section: null,
      origin: 'prose',
      table: null,
      columns: { unit: true, timing: true, output: true },
    };
  }
}
