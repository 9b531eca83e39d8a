import { useEffect, useRef } from 'preact/hooks';
import { useMessages } from '../language/language.js';

/** The keys of the review page. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const say = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={onClose} aria-label={say.review.keys}>
      <h2>{say.review.keys}</h2>
      <dl class="keys">
        {say.review.keyList.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">{say.review.cancel}</button>
      </form>
    </dialog>
  );
}
