import { useEffect, useRef } from 'preact/hooks';

interface ReviewKeys {
  /** False while something is being typed, or a dialog lies over the page. */
  readonly active: boolean;
  readonly mayDecide: boolean;
  /** One on or back; `across`: to the side. */
  readonly onStep: (by: 1 | -1, across: boolean) => void;
  readonly onAccept: () => void;
  /** `typed`: the letter that began it, null for F2. */
  readonly onEdit: (typed: string | null) => void;
  readonly onSuggestion: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onTab: (number: number) => void;
  readonly onHelp: () => void;
  readonly onFindingTool: (word: 'dismiss' | 'comment') => void;
}

interface Binding {
  /** Whether only who may decide has it. */
  readonly decides: boolean;
  readonly fits: (event: KeyboardEvent) => boolean;
  readonly act: (keys: ReviewKeys, event: KeyboardEvent) => void;
}

const isPlain = (event: KeyboardEvent): boolean => !event.ctrlKey && !event.altKey && !event.metaKey;
const plainKey =
  (key: string) =>
  (event: KeyboardEvent): boolean =>
    event.key === key && isPlain(event);
const inFinding =
  (key: string) =>
  (event: KeyboardEvent): boolean =>
    plainKey(key)(event) && document.querySelector('.finding.chosen') !== null;
const inTable =
  (key: string) =>
  (event: KeyboardEvent): boolean =>
    plainKey(key)(event) && event.target instanceof Element && event.target.closest('.task-table') !== null;
const onControl = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement;

/** The first that fits is taken. */
const BINDINGS: readonly Binding[] = [
  { decides: false, fits: plainKey('ArrowDown'), act: ({ onStep }) => onStep(1, false) },
  { decides: false, fits: plainKey('ArrowUp'), act: ({ onStep }) => onStep(-1, false) },
  { decides: false, fits: inTable('ArrowRight'), act: ({ onStep }) => onStep(1, true) },
  { decides: false, fits: inTable('ArrowLeft'), act: ({ onStep }) => onStep(-1, true) },
  {
    decides: true,
    fits: (event) => plainKey('Enter')(event) && !onControl(event),
    act: ({ onAccept }) => onAccept(),
  },
  { decides: true, fits: plainKey('F2'), act: ({ onEdit }) => onEdit(null) },
  {
    decides: true,
    fits: ({ key, altKey }) => key === '1' && altKey,
    act: ({ onSuggestion }) => onSuggestion(),
  },
  {
    decides: true,
    fits: ({ key, ctrlKey, metaKey, shiftKey }) =>
      (ctrlKey || metaKey) && (key.toLowerCase() === 'y' || (key.toLowerCase() === 'z' && shiftKey)),
    act: ({ onRedo }) => onRedo(),
  },
  {
    decides: true,
    fits: ({ key, ctrlKey, metaKey }) => key.toLowerCase() === 'z' && (ctrlKey || metaKey),
    act: ({ onUndo }) => onUndo(),
  },
  { decides: false, fits: plainKey('?'), act: ({ onHelp }) => onHelp() },
  {
    decides: false,
    fits: (event) => /^[1-7]$/u.test(event.key) && isPlain(event),
    act: ({ onTab }, { key }) => onTab(Number(key)),
  },
  { decides: true, fits: inFinding('x'), act: ({ onFindingTool }) => onFindingTool('dismiss') },
  { decides: true, fits: inFinding('c'), act: ({ onFindingTool }) => onFindingTool('comment') },
  {
    decides: true,
    fits: (event) => /^\p{L}$/u.test(event.key) && isPlain(event),
    act: ({ onEdit }, { key }) => onEdit(key),
  },
];

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLInputElement ||
  target instanceof HTMLSelectElement;

/** The keys of the review page, wherever the focus is but in a place to type. */
export function useReviewKeys(keys: ReviewKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { active, mayDecide } = latest.current;
      if (!active || event.isComposing || isTyping(event)) return;
      const binding = BINDINGS.find(({ decides, fits }) => (mayDecide || !decides) && fits(event));
      if (binding === undefined) return;
      event.preventDefault();
      binding.act(latest.current, event);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
