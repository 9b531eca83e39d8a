import type { Amount, BudgetLine, Citation, StandardReference, Task } from '../record/fields.js';
import type { PlanRecord } from '../record/plan-record.js';
import { itemIds } from './item-id.js';
import type { Part } from './parts.js';

/** An item under its name. */
export interface Named<Item> {
  readonly id: string;
  readonly item: Item;
}

/** What the parts of a record hold. */
export interface Items {
  readonly citations: Citation;
  readonly standards: StandardReference;
  readonly tasks: Task;
  readonly amounts: Amount;
  readonly lines: BudgetLine;
}

/** A record's items under their names. */
export type Sheet = { readonly [P in Part]: readonly Named<Items[P]>[] };

function named<Item extends { readonly raw: string }>(
  part: Part,
  items: readonly Item[],
): readonly Named<Item>[] {
  const ids = itemIds(part, items);
  return items.flatMap((item, i) => {
    const id = ids[i];
    return id === undefined ? [] : [{ id, item }];
  });
}

/** Lays a record's items out under their names. */
export const sheetOf = (record: PlanRecord): Sheet => ({
  citations: named('citations', record.citations),
  standards: named('standards', record.standards),
  tasks: named('tasks', record.tasks),
  amounts: named('amounts', record.budget.amounts),
  lines: named('lines', record.budget.lines),
});

/** The record with the sheet's items in the place of its own. */
export function withSheet(record: PlanRecord, sheet: Sheet): PlanRecord {
  const items = <Item>(rows: readonly Named<Item>[]): Item[] => rows.map(({ item }) => item);
  return {
    ...record,
    citations: items(sheet.citations),
    standards: items(sheet.standards),
    tasks: items(sheet.tasks),
    budget: { ...record.budget, amounts: items(sheet.amounts), lines: items(sheet.lines) },
  };
}
