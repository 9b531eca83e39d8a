import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FieldValue } from '../../../review/field-value.js';
import { kindOf, readValue, valueText } from '../../../review/value-text.js';
import { useMessages } from '../language/language.js';
import { useSession } from '../session.js';

interface FieldEditorProps {
  readonly field: string;
  readonly label: string;
  readonly value: FieldValue;
  /** What was typed to begin with, in the place of the value; null: the value. */
  readonly typed: string | null;
  readonly planYear: number | null;
  /** False where it was not taken; what was typed stays then. */
  readonly onSave: (value: FieldValue) => Promise<boolean>;
  readonly onCancel: () => void;
}

const MANY_LINES: ReadonlySet<string> = new Set(['lines', 'assignments', 'timings', 'signatory']);

const HIGHEST_PX = 340;

/** Reads what is typed into a field, asking the server where only its grammars can. */
export function useReader(planYear: number | null) {
  const say = useMessages();
  const { api } = useSession();
  return async (
    field: string,
    typed: string,
  ): Promise<{ readonly value: FieldValue } | { readonly problem: string }> => {
    if (field === 'content' && typed.trim() === '') return { problem: say.review.unreadable.content };
    const read = readValue(field, typed);
    if (read.kind === 'value') return { value: read.value };
    if (read.kind === 'unreadable') return { problem: say.review.unreadable[read.expected] };
    const { timings, unreadable } = await api.readTimings(read.lines, planYear);
    return timings === null
      ? { problem: say.review.unreadable.timings(unreadable ?? '') }
      : { value: timings };
  };
}

/** Where a value is typed. Enter saves (Ctrl+Enter where there are lines), Escape leaves. */
export function FieldEditor({ field, label, value, typed, planYear, onSave, onCancel }: FieldEditorProps) {
  const say = useMessages();
  const read = useReader(planYear);
  const [text, setText] = useState(typed ?? valueText(field, value));
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const saving = useRef(false);
  const kind = kindOf(field);
  const many = MANY_LINES.has(kind);
  // Before the next key comes: what is typed fast must not go elsewhere.
  useLayoutEffect(() => {
    const element = input.current;
    if (element === null) return;
    element.focus();
    if (typed === null) element.select();
    else element.setSelectionRange(typed.length, typed.length);
  }, [typed]);
  // As high as what is typed, where there is room.
  useLayoutEffect(() => {
    const element = input.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${Math.min(HIGHEST_PX, element.scrollHeight + 4)}px`;
  }, [text]);
  const save = async (): Promise<void> => {
    if (saving.current) return;
    saving.current = true;
    try {
      const outcome = await read(field, text);
      if ('problem' in outcome) setProblem(outcome.problem);
      else if (await onSave(outcome.value)) return;
      input.current?.focus();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      saving.current = false;
    }
  };
  const onKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && (many ? event.ctrlKey : !event.shiftKey)) {
      event.preventDefault();
      void save();
    }
  };
  const hint = say.review.editHint[kind];
  return (
    <div class="editor">
      <textarea
        ref={input}
        aria-label={label}
        aria-invalid={problem !== null}
        rows={many ? 2 : 1}
        value={text}
        spellcheck={false}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      {hint !== undefined && <p class="soft small">{hint}</p>}
      {problem !== null && <p role="alert">{problem}</p>}
      <button type="button" onClick={() => void save()}>
        {say.review.save} <kbd>{many ? 'Ctrl+Enter' : 'Enter'}</kbd>
      </button>{' '}
      <button type="button" class="quiet" onClick={onCancel}>
        {say.review.cancel} <kbd>Esc</kbd>
      </button>
    </div>
  );
}
