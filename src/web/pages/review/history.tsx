import type { Action } from '../../../review/decision.js';
import { addressOf } from '../../../review/field-address.js';
import { valueText } from '../../../review/value-text.js';
import type { DecisionView, DocumentView } from '../../api/review.js';
import { instantText, useMessages } from '../language/language.js';
import type { Messages } from '../language/vietnamese.js';
import { OrphanTools } from './orphan-tools.js';
import { keyOf } from './view-model.js';

interface HistoryProps {
  readonly view: DocumentView;
  readonly mayDecide: boolean;
  readonly onChoose: (key: string) => void;
  readonly decide: (...actions: readonly Action[]) => Promise<boolean>;
}

/** Every decision about the document, the newest first; each can be taken back. */
export function History({ view, mayDecide, onChoose, decide }: HistoryProps) {
  const say = useMessages();
  const undone = new Set(
    view.history.flatMap(({ action }) => (action.kind === 'undo' ? [action.decision] : [])),
  );
  if (view.history.length === 0) return <p class="soft">{say.history.none}</p>;
  return (
    <ol class="history" reversed>
      {view.history.toReversed().map((decision) => (
        <li key={decision.id} class={decision.holds || decision.action.kind === 'undo' ? '' : 'undone'}>
          <p>
            <strong>{decision.by}</strong> {say.history.action[decision.action.kind]}{' '}
            <Subject decision={decision} onChoose={onChoose} />
          </p>
          {decision.evidence !== null && decision.action.kind === 'correct' && (
            <p class="small">
              <del>
                {valueText(decision.action.address.field, decision.evidence.before) || say.review.empty}
              </del>{' '}
              <ins>{valueText(decision.action.address.field, decision.action.value) || say.review.empty}</ins>
            </p>
          )}
          {'reason' in decision.action && <p class="small">{decision.action.reason}</p>}
          <p class="small soft">
            {instantText(decision.at, say)}
            {decision.batch !== null && `, ${say.history.batch}`}
            {!decision.holds && decision.action.kind !== 'undo' && `, ${say.history.undone}`}
            {decision.orphan && <span class="bad"> {say.history.orphan}</span>}
            {isGone(decision, view) && <span> {say.history.gone}</span>}
            {decision.orphan && mayDecide && <OrphanTools view={view} decision={decision} decide={decide} />}
            {isUndo(decision) && mayDecide && !undone.has(decision.id) && (
              <button
                type="button"
                class="quiet"
                onClick={() => void decide({ kind: 'undo', decision: decision.id })}
              >
                {say.review.redo}
              </button>
            )}
            {decision.holds && mayDecide && (
              <button
                type="button"
                class="quiet"
                onClick={() => void decide({ kind: 'undo', decision: decision.id })}
              >
                {say.review.undo}
              </button>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

const isUndo = ({ action }: DecisionView): boolean => action.kind === 'undo';

/** Whether it is about a finding that the checks don't make any more. */
const isGone = ({ action }: DecisionView, { findings }: DocumentView): boolean =>
  'fingerprint' in action && findings.every(({ fingerprint }) => fingerprint !== action.fingerprint);

const nameOf = (key: string, say: Messages): string => {
  const address = addressOf(key);
  return address === null ? '' : (say.field[`${address.part}/${address.field}`] ?? address.field);
};

function Subject({
  decision,
  onChoose,
}: {
  readonly decision: DecisionView;
  readonly onChoose: (key: string) => void;
}) {
  const say = useMessages();
  const { action, evidence } = decision;
  const key = keyOf(action);
  if (key === null) return <span>{action.kind === 'undo' ? `#${action.decision}` : ''}</span>;
  const words = evidence?.raw.slice(0, 80) ?? '';
  return (
    <button type="button" class="link" onClick={() => onChoose(key)}>
      {[nameOf(key, say), words && `“${words}”`].filter(Boolean).join(': ')}
    </button>
  );
}
