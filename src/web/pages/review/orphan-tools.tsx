import { useState } from 'preact/hooks';
import type { Action } from '../../../review/decision.js';
import { valueText } from '../../../review/value-text.js';
import type { DecisionView, DocumentView } from '../../api/review.js';
import { useMessages } from '../language/language.js';

interface OrphanToolsProps {
  readonly view: DocumentView;
  readonly decision: DecisionView;
  readonly decide: (...actions: readonly Action[]) => Promise<boolean>;
}

const LONGEST = 70;

/** The same action about another item; null where it is about none. */
function movedTo(action: Action, item: string, { tasks }: DocumentView): Action | null {
  switch (action.kind) {
    case 'confirm':
    case 'correct':
      return action.address.part === 'header' ? null : { ...action, address: { ...action.address, item } };
    case 'add-task':
      return { ...action, after: item };
    case 'remove-task':
    case 'split-task':
      return { ...action, item };
    case 'join-tasks': {
      const other = tasks[tasks.findIndex(({ id }) => id === item) + 1];
      return other === undefined ? null : { ...action, item, other: other.id };
    }
    default:
      return null;
  }
}

/** The items that the action could be about now, with what stands in them. */
function candidates(action: Action, { fields, tasks }: DocumentView): readonly (readonly [string, string])[] {
  const isField = 'address' in action;
  const part = isField ? action.address.part : 'tasks';
  const named = isField ? action.address.field : 'content';
  const found = fields.filter((one) => one.part === part && one.field === named && one.item !== null);
  return found.map(({ item, field, value }) => {
    const place = part === 'tasks' ? `${tasks.findIndex(({ id }) => id === item) + 1}. ` : '';
    return [item ?? '', `${place}${valueText(field, value).slice(0, LONGEST) || '–'}`];
  });
}

/** Puts a decision whose place was lost when the file was read again onto the place that the person names. */
export function OrphanTools({ view, decision, decide }: OrphanToolsProps) {
  const say = useMessages();
  const places = candidates(decision.action, view);
  const [item, setItem] = useState(places[0]?.[0] ?? '');
  if (places.length === 0) return null;
  const attach = (): void => {
    const action = movedTo(decision.action, item, view);
    if (action !== null) void decide({ kind: 'undo', decision: decision.id }, action);
  };
  return (
    <span class="orphan">
      <select
        aria-label={say.history.place}
        value={item}
        onChange={(event) => setItem(event.currentTarget.value)}
      >
        {places.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
      <button type="button" class="quiet" onClick={attach}>
        {say.history.attach}
      </button>
    </span>
  );
}
