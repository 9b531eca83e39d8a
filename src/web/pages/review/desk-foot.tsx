import type { Action } from '../../../review/decision.js';
import { addressOf } from '../../../review/field-address.js';
import type { DocumentView } from '../../api/review.js';
import { useMessages } from '../language/language.js';
import { OutMenu } from '../out-menu.js';
import { sureFields } from './view-model.js';

interface DeskFootProps {
  readonly view: DocumentView;
  readonly mayDecide: boolean;
  readonly decide: (...actions: readonly Action[]) => Promise<boolean>;
  readonly onUndo: () => void;
  readonly onHelp: () => void;
}

/** What can be done with the document as a whole. */
export function DeskFoot({ view, mayDecide, decide, onUndo, onHelp }: DeskFootProps) {
  const say = useMessages();
  const sure = sureFields(view);
  const confirmAll = (): void => {
    const actions = sure.flatMap(({ key }): readonly Action[] => {
      const address = addressOf(key);
      return address === null ? [] : [{ kind: 'confirm', address }];
    });
    void decide(...actions);
  };
  const done = view.state === 'done';
  return (
    <div class="record-foot">
      {mayDecide ? (
        <>
          <button type="button" class="quiet" title="Ctrl+Z" onClick={onUndo}>
            {say.review.undo}
          </button>
          {sure.length > 0 && (
            <button
              type="button"
              class="quiet"
              title={say.review.acceptAllHint(Math.round(view.threshold * 100))}
              onClick={confirmAll}
            >
              {say.review.acceptAll(sure.length)}
            </button>
          )}
          <button
            type="button"
            disabled={done}
            title={done ? say.review.reopenHint : undefined}
            onClick={() => void decide({ kind: 'finish' })}
          >
            {done ? say.review.finished : say.review.finish}
          </button>
        </>
      ) : (
        <span class="soft">{say.review.readOnly}</span>
      )}
      <OutMenu label={say.out.heading} documents={async () => [view.sha256]} />
      <button type="button" class="quiet" title={say.review.keys} onClick={onHelp}>
        <kbd>?</kbd>
        <span class="hidden">{say.review.keys}</span>
      </button>
    </div>
  );
}
