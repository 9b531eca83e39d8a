import { type Action, type Decision, holding } from './decision.js';
import { fieldKey } from './field-address.js';

/** What an action is about: keys of fields, rows ("tasks/<item>") and findings ("finding/<fingerprint>"). */
function subjects(action: Action): readonly string[] {
  switch (action.kind) {
    case 'confirm':
    case 'correct':
      return action.address.part === 'header'
        ? [fieldKey(action.address)]
        : [fieldKey(action.address), `${action.address.part}/${action.address.item}`];
    case 'remove-task':
    case 'split-task':
      return [`tasks/${action.item}`, `row/${action.item}`];
    case 'join-tasks':
      return [action.item, action.other].flatMap((item) => [`tasks/${item}`, `row/${item}`]);
    case 'accept-finding':
    case 'dismiss-finding':
      return [`finding/${action.fingerprint}`];
    default:
      return [];
  }
}

/** Whether both can't stand together without one hiding the other. */
function contradict(newer: Action, action: Action): boolean {
  if (newer.kind === 'confirm' && action.kind === 'confirm') return false;
  const about = new Set(subjects(newer));
  const shared = subjects(action).filter((subject) => about.has(subject));
  const isOfField = (a: Action): boolean => a.kind === 'confirm' || a.kind === 'correct';
  // Two different fields of one row share the row and nothing else.
  return isOfField(newer) && isOfField(action)
    ? 'address' in newer && shared.includes(fieldKey(newer.address))
    : shared.length > 0;
}

/**
 * The newest decision of somebody else that stands in the way of `actions`: it is about the same field, row or
 * finding, still holds, and was taken after the decision numbered `seen`, the last that the person knew. Null where
 * there is none.
 */
export function conflictWith(
  actions: readonly Action[],
  kept: readonly Decision[],
  { seen, by }: { readonly seen: number; readonly by: string },
): Decision | null {
  const newer = holding(kept).filter((decision) => decision.id > seen && decision.by !== by);
  return newer.findLast((decision) => actions.some((action) => contradict(decision.action, action))) ?? null;
}
