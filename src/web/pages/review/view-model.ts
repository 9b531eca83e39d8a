import type { Action } from '../../../review/decision.js';
import { fieldKey } from '../../../review/field-address.js';
import type { DocumentView, FieldView, FindingView } from '../../api/review.js';

export const TABS = ['queue', 'header', 'citations', 'tasks', 'budget', 'findings', 'history'] as const;
export type Tab = (typeof TABS)[number];

/** A place on a page that is pointed out. */
export interface Pointed {
  readonly key: string;
  readonly location: FieldView['location'];
  readonly span: FieldView['span'];
}

/** Whether there is anything to look at; an empty cell has no words that could have been misread. */
const isThere = ({ value }: FieldView): boolean =>
  value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** A row's number is as sure as the row: who looks at its content sees it. */
const isRowNumber = ({ part, field }: FieldView): boolean =>
  field === 'number' && (part === 'tasks' || part === 'lines');

/** The fields that a person should look at, the least sure first; a row's fields stay together in the text's order. */
export function unsureFields({ fields, threshold }: DocumentView): readonly FieldView[] {
  return fields
    .filter(
      (field) =>
        field.review === null && field.confidence < threshold && isThere(field) && !isRowNumber(field),
    )
    .toSorted((a, b) => a.confidence - b.confidence);
}

/** Fields that one key confirms together: surely read, and nobody has looked at them. */
export const sureFields = ({ fields, threshold }: DocumentView): readonly FieldView[] =>
  fields.filter((field) => field.review === null && field.confidence >= threshold && isThere(field));

const PARTS_OF: Readonly<Partial<Record<Tab, readonly FieldView['part'][]>>> = {
  header: ['header'],
  citations: ['citations', 'standards'],
  tasks: ['tasks'],
  budget: ['amounts', 'lines'],
};

/** The fields of a tab, in their order. "queue" keeps what it began with, so that a settled field stays in sight. */
export function fieldsOf(view: DocumentView, tab: Tab, queue: readonly string[]): readonly FieldView[] {
  if (tab === 'queue') {
    const byKey = new Map(view.fields.map((field) => [field.key, field]));
    return queue.flatMap((key) => byKey.get(key) ?? []);
  }
  const parts = PARTS_OF[tab] ?? [];
  return view.fields.filter(({ part }) => parts.includes(part));
}

/** A cited document's or a row's fields under one name, in order. */
export function byItem(fields: readonly FieldView[]): readonly (readonly FieldView[])[] {
  const groups = new Map<string, FieldView[]>();
  for (const field of fields) {
    const key = `${field.part}/${field.item ?? field.field}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [field]);
    else group.push(field);
  }
  return [...groups.values()];
}

const RANK = { error: 0, warning: 1, notice: 2 } as const;

/** Findings, the gravest first, then in the text's order. */
export const rankedFindings = ({ findings }: DocumentView): readonly FindingView[] =>
  findings.toSorted((a, b) => RANK[a.severity] - RANK[b.severity] || a.span.start - b.span.start);

/** The tab on which the fields of a part stand. */
export const TAB_OF: Readonly<Record<FieldView['part'], Tab>> = {
  header: 'header',
  citations: 'citations',
  standards: 'citations',
  tasks: 'tasks',
  amounts: 'budget',
  lines: 'budget',
};

const lengthOf = ({ span }: FieldView): number =>
  span === null ? Number.POSITIVE_INFINITY : span.end - span.start;

/** The field of those that `isThere` holds for which has the fewest words, of a row rather its content than its number; null where it holds for none. */
export const smallestField = (
  { fields }: DocumentView,
  isThere: (field: FieldView) => boolean,
): FieldView | null =>
  fields
    .filter(isThere)
    .toSorted((a, b) => lengthOf(a) - lengthOf(b) || Number(isRowNumber(a)) - Number(isRowNumber(b)))[0] ??
  null;

/** Where the field or finding of a key stands; null for none. */
export function pointedOf(view: DocumentView, key: string | null): Pointed | null {
  if (key === null) return null;
  const found = key.startsWith('finding/')
    ? view.findings.find(({ fingerprint }) => key === `finding/${fingerprint}`)
    : view.fields.find((field) => field.key === key);
  return found === undefined ? null : { key, location: found.location, span: found.span };
}

/** The key of the field or finding that an action is about; null for none. */
export function keyOf(action: Action): string | null {
  if ('address' in action) return fieldKey(action.address);
  if ('fingerprint' in action) return `finding/${action.fingerprint}`;
  if ('item' in action) return `tasks/${action.item}/content`;
  return null;
}
