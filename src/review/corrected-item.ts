import type { Assignment, Task, Timing } from '../record/fields.js';
import type { Mention } from '../record/primitives.js';
import { AssignmentValueSchema, type FieldValue, type TaskDraft, TimingValueSchema } from './field-value.js';
import type { Part } from './parts.js';
import type { Items } from './sheet.js';

/** A place without words, at the beginning of what it belongs to: what a person wrote stands nowhere in the text. */
export const nowhere = ({ span, location }: Mention): Mention => ({
  raw: '',
  span: { start: span.start, end: span.start },
  location: location.slice(0, 1),
  confidence: 1,
});

/** The assignments that a person wrote, each with the words it had where the unit stayed. */
function assignmentsOf(value: FieldValue, task: Task): Assignment[] {
  const left = [...task.assignments];
  return AssignmentValueSchema.array()
    .parse(value)
    .map(({ unit, role }) => {
      const i = left.findIndex((known) => known.unit === unit);
      const [known] = i < 0 ? [] : left.splice(i, 1);
      return known === undefined ? { ...nowhere(task), unit, role, resolved: null } : { ...known, role };
    });
}

function timingsOf(value: FieldValue, task: Task): Timing[] {
  const left = [...task.timings];
  return TimingValueSchema.array()
    .parse(value)
    .map((timing) => {
      const i = left.findIndex(({ start, end }) => start === timing.start && end === timing.end);
      // Rewritten but at its old place among the others: the same words, read anew.
      const [known] = i >= 0 ? left.splice(i, 1) : left.splice(0, left.length > 0 ? 1 : 0);
      return { ...(known ?? nowhere(task)), ...timing, invalid: null };
    });
}

/** The item with `value` in one field. Throws ZodError where the value isn't one of that field. */
export function correctedItem<P extends Part>(
  part: P,
  item: Items[P],
  field: string,
  value: FieldValue,
): Items[P] {
  if (part === 'tasks' && field === 'assignments')
    return { ...item, assignments: assignmentsOf(value, item as Task) };
  if (part === 'tasks' && field === 'timings') return { ...item, timings: timingsOf(value, item as Task) };
  return { ...item, [field]: value };
}

/** The task with everything that a draft says. */
export const draftedTask = (draft: TaskDraft, like: Task): Task => ({
  ...like,
  number: draft.number,
  content: draft.content,
  outputs: [...draft.outputs],
  assignments: assignmentsOf(draft.assignments, like),
  timings: timingsOf(draft.timings, like),
});
