import type { Span } from '../../document/span.js';

/** What is to change in a text: `span` of it becomes `text`; either may be empty. */
export interface TextChange {
  readonly span: Span;
  readonly text: string;
}

const TOKEN = /\s+|[^\s]+/gu;
/** Beyond this the table of common words costs more than a small change is worth. */
const MAX_CELLS = 1_000_000;

const fold = (token: string, ignoreCase: boolean): string => {
  const plain = /^\s/u.test(token) ? ' ' : token.normalize('NFC');
  return ignoreCase ? plain.toLowerCase() : plain;
};

/** Lengths of the longest common runs of tokens from (i, j) on, row by row. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const [here, below] = [rows[i] as Uint16Array, rows[i + 1] as Uint16Array];
      here[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, here[j + 1] ?? 0);
    }
  return rows;
}

/**
 * The smallest changes, in whole words, that make `right` of `written`; spans count in `written`. With `ignoreCase`
 * words that differ in case alone stay as they are written. [] where nothing differs.
 */
export function wordChanges(written: string, right: string, ignoreCase = false): readonly TextChange[] {
  const a = written.match(TOKEN) ?? [];
  const b = right.match(TOKEN) ?? [];
  if (a.length * b.length > MAX_CELLS || a.length > 60_000 || b.length > 60_000)
    return [{ span: { start: 0, end: written.length }, text: right }];
  const keysA = a.map((token) => fold(token, ignoreCase));
  const keysB = b.map((token) => fold(token, ignoreCase));
  const common = commonLengths(keysA, keysB);
  const changes: { span: { start: number; end: number }; text: string }[] = [];
  let at = 0;
  const change = (length: number, text: string): void => {
    const last = changes.at(-1);
    if (last !== undefined && last.span.end === at) {
      last.span.end += length;
      last.text += text;
    } else changes.push({ span: { start: at, end: at + length }, text });
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const token = a[i] ?? '';
    if (i < a.length && j < b.length && keysA[i] === keysB[j]) {
      at += token.length;
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))) {
      change(token.length, '');
      at += token.length;
      i++;
    } else {
      change(0, b[j] ?? '');
      j++;
    }
  }
  return readable(written, joined(written, changes));
}

/** From its first to its last change more of a text changes than stays: then it changes as one. */
function readable(written: string, changes: readonly TextChange[]): readonly TextChange[] {
  const [first, last] = [changes[0], changes.at(-1)];
  if (first === undefined || last === undefined || first === last) return changes;
  const changed = changes.reduce((sum, { span }) => sum + span.end - span.start, 0);
  const whole = last.span.end - first.span.start;
  if (changed * 2 <= whole) return changes;
  let text = '';
  let at = first.span.start;
  for (const { span, text: right } of changes) {
    text += written.slice(at, span.start) + right;
    at = span.end;
  }
  return [{ span: { start: first.span.start, end: last.span.end }, text }];
}

/** Changes with nothing but white space between them are one: whole words read better than gaps. */
function joined(written: string, changes: readonly TextChange[]): readonly TextChange[] {
  const out: TextChange[] = [];
  for (const change of changes) {
    const last = out.at(-1);
    const between = last === undefined ? '' : written.slice(last.span.end, change.span.start);
    if (last === undefined || /\S/u.test(between)) out.push(change);
    else
      out[out.length - 1] = {
        span: { start: last.span.start, end: change.span.end },
        text: last.text + between + change.text,
      };
  }
  return out;
}
