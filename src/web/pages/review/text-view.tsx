import { Fragment } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Span } from '../../../document/span.js';
import { useMessages } from '../language/language.js';
import type { Pointed } from './view-model.js';

interface TextViewProps {
  readonly text: string;
  readonly pointed: Pointed | null;
  /** The offset into the text under the pointer. */
  readonly onPoint: (offset: number) => void;
}

/** The text of a document that has no pages, or none to show, with the words that are pointed out. */
export function TextView({ text, pointed, onPoint }: TextViewProps) {
  const say = useMessages();
  const box = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => {
    let start = 0;
    return text.split('\n').map((line) => {
      const at = start;
      start += line.length + 1;
      return { at, line };
    });
  }, [text]);
  useEffect(() => {
    box.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, [pointed?.key]);
  const span = pointed?.span ?? null;
  return (
    <section class="pages" aria-label={say.review.text}>
      <div class="text-box" ref={box} tabIndex={0}>
        {lines.map(({ at, line }) => (
          <p
            key={at}
            class={line.includes('\t') ? 'cells' : undefined}
            onClick={(event) => onPoint(at + offsetIn(event.currentTarget))}
          >
            {line.includes('\t') ? (
              <Cells line={line} at={at} span={span} />
            ) : (
              <Marked text={line} at={at} span={span} />
            )}
          </p>
        ))}
      </div>
    </section>
  );
}

interface PieceProps {
  /** Where the piece begins in the document's text. */
  readonly at: number;
  readonly span: Span | null;
}

/** A row of a table, its cells side by side. The tabs between stay: they count as the text's letters do. */
function Cells({ line, at, span }: PieceProps & { readonly line: string }) {
  let start = at;
  return (
    <>
      {line.split('\t').map((cell, i) => {
        const from = start;
        start += cell.length + 1;
        return (
          <Fragment key={from}>
            {i > 0 && '\t'}
            <span>
              <Marked text={cell} at={from} span={span} />
            </span>
          </Fragment>
        );
      })}
    </>
  );
}

function Marked({ text, at, span }: PieceProps & { readonly text: string }) {
  const from = span === null ? 0 : Math.max(0, span.start - at);
  const to = span === null ? 0 : Math.min(text.length, span.end - at);
  if (from >= to) return <>{text}</>;
  return (
    <>
      {text.slice(0, from)}
      <mark>{text.slice(from, to)}</mark>
      {text.slice(to)}
    </>
  );
}

/** Where in its paragraph the pointer was put: the letters before it, whatever pieces they are in. */
function offsetIn(paragraph: HTMLElement): number {
  const selection = getSelection();
  if (selection === null || selection.anchorNode === null || !paragraph.contains(selection.anchorNode))
    return 0;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(selection.anchorNode, selection.anchorOffset);
  return before.toString().length;
}
