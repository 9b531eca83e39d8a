import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DocumentView, FindingView } from '../../api/review.js';
import { pictureUrl } from '../api-client.js';
import { useMessages } from '../language/language.js';
import { CutOut } from './page-picture.js';
import type { Base, OpenDocument } from './use-document.js';
import { rankedFindings } from './view-model.js';

interface FindingsProps {
  readonly view: DocumentView;
  readonly chosen: string | null;
  readonly mayDecide: boolean;
  readonly onChoose: (key: string) => void;
  readonly open: Pick<OpenDocument, 'decide' | 'decideOn' | 'base'>;
}

/** What was found, the gravest first; each to be accepted, dismissed with a reason, or commented on. */
export function Findings({ view, chosen, mayDecide, onChoose, open }: FindingsProps) {
  const say = useMessages();
  if (view.findings.length === 0) return <p class="soft">{say.findings.none}</p>;
  return (
    <ul class="findings">
      {rankedFindings(view).map((finding) => (
        <Finding
          key={finding.fingerprint}
          sha256={view.sha256}
          pictures={view.picturesMissing === null}
          finding={finding}
          chosen={chosen === `finding/${finding.fingerprint}`}
          mayDecide={mayDecide}
          onChoose={() => onChoose(`finding/${finding.fingerprint}`)}
          open={open}
        />
      ))}
    </ul>
  );
}

interface FindingProps {
  readonly sha256: string;
  readonly pictures: boolean;
  readonly finding: FindingView;
  readonly chosen: boolean;
  readonly mayDecide: boolean;
  readonly onChoose: () => void;
  readonly open: FindingsProps['open'];
}

function Finding({ sha256, pictures, finding, chosen, mayDecide, onChoose, open }: FindingProps) {
  const say = useMessages();
  const [asking, setAsking] = useState<{ readonly tool: 'dismiss' | 'comment'; readonly base: Base } | null>(
    null,
  );
  const ask = (tool: 'dismiss' | 'comment'): void => setAsking({ tool, base: open.base() });
  const [text, setText] = useState('');
  const input = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (asking !== null) input.current?.focus();
  }, [asking]);
  const { fingerprint, severity, review, location } = finding;
  const [place] = location;
  const send = async (): Promise<void> => {
    const words = text.trim();
    if (words === '' || asking === null) return;
    const taken = await open.decideOn(
      asking.base,
      asking.tool === 'dismiss'
        ? { kind: 'dismiss-finding', fingerprint, reason: words }
        : { kind: 'comment-finding', fingerprint, text: words },
    );
    if (!taken) return;
    setAsking(null);
    setText('');
  };
  return (
    <li
      class={`finding ${chosen ? 'chosen' : ''} ${review.state}`}
      data-key={`finding/${fingerprint}`}
      tabIndex={chosen ? 0 : -1}
      onClick={onChoose}
    >
      <p>
        <span class={`severity ${severity}`}>{say.severity[severity]}</span>{' '}
        <span class="soft">{finding.title}</span>
        {finding.origin === 'set' && <em class="soft"> {say.findings.ofSet}</em>}
      </p>
      <p class="message">{finding.message}</p>
      {finding.raw !== '' && <p class="value quote">{finding.raw}</p>}
      {chosen && pictures && place !== undefined && (
        <CutOut src={pictureUrl(sha256, place.page, place.bbox, 2)} />
      )}
      {finding.confidence < 0.9 && (
        <p class="bad small">
          {say.findings.unsure} ({say.review.sure(Math.floor(finding.confidence * 100))})
        </p>
      )}
      {finding.suggestion !== null && (
        <p class="small">
          {say.findings.suggestion}: <span class="value">{finding.suggestion}</span>
        </p>
      )}
      {finding.evidence !== null && (
        <p class="small soft">
          {say.findings.evidence}: {finding.evidence}
        </p>
      )}
      {review.state === 'accepted' && <p class="good small">{say.findings.accepted(review.by ?? '')}</p>}
      {review.state === 'dismissed' && (
        <p class="small">{say.findings.dismissed(review.by ?? '', review.reason ?? '')}</p>
      )}
      {review.comments.map((comment) => (
        <p class="small comment" key={comment.at}>
          <strong>{comment.by}:</strong> {comment.text}
        </p>
      ))}
      {chosen && mayDecide && asking === null && (
        <p class="field-tools">
          <button type="button" onClick={() => void open.decide({ kind: 'accept-finding', fingerprint })}>
            {say.findings.accept} <kbd>Enter</kbd>
          </button>{' '}
          <button type="button" class="quiet" data-tool="dismiss" onClick={() => ask('dismiss')}>
            {say.findings.dismiss} <kbd>x</kbd>
          </button>
          <button type="button" class="quiet" data-tool="comment" onClick={() => ask('comment')}>
            {say.findings.comment} <kbd>c</kbd>
          </button>
        </p>
      )}
      {asking !== null && (
        <form
          class="editor"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <label>
            {asking.tool === 'dismiss' ? say.findings.reason : say.findings.commentText}
            <textarea
              rows={2}
              required
              value={text}
              ref={input}
              onInput={(event) => setText(event.currentTarget.value)}
              onKeyDown={(event) => {
                event.stopPropagation();
                if (event.key === 'Escape') setAsking(null);
                else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
                  event.preventDefault();
                  void send();
                }
              }}
            />
          </label>
          <button type="submit">
            {asking.tool === 'dismiss' ? say.findings.dismiss : say.review.save} <kbd>Enter</kbd>
          </button>{' '}
          <button type="button" class="quiet" onClick={() => setAsking(null)}>
            {say.review.cancel}
          </button>
        </form>
      )}
    </li>
  );
}
