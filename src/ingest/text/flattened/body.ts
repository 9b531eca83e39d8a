import type { TextLine } from '../lines.js';
import { isPageNumber } from '../paragraphs.js';
import { beginsGroup } from './evidence.js';
import { headLines, readHead } from './head.js';
import type { BodyLine } from './model.js';
import { type Token, tokensOf } from './tokens.js';

/** Where another table's head stands inside lines[first, to), with the heading over it; else `to`. */
export function beforeNextHead(
  raw: string,
  lines: readonly TextLine[],
  head: readonly (readonly Token[])[],
  first: number,
  to: number,
): number {
  for (let i = first + 1; i < to; i++) {
    const next = headLines(raw, lines, i);
    if (next.length === 0 || !isOther(next, head) || readHead(next, i) === null) continue;
    const above = lines[i - 1];
    return above !== undefined &&
      i - 1 > first &&
      (beginsGroup(above.text) || /^\d{1,2}\.\s/u.test(above.text))
      ? i - 1
      : i;
  }
  return to;
}

/** Whether a head has many words that the one before has not. */
function isOther(next: readonly (readonly Token[])[], head: readonly (readonly Token[])[]): boolean {
  const before = new Set(head.flat().map((t) => t.text.toLowerCase()));
  const said = next.flat();
  return said.filter((t) => before.has(t.text.toLowerCase())).length < 0.75 * said.length;
}

/**
 * How many of these lines of title words say a head again (most of its words, and few others); 0 where they don't.
 * Lines of cells below may be of title words, too.
 */
function repeatedLines(lines: readonly (readonly Token[])[], head: readonly (readonly Token[])[]): number {
  const left = head.flat().map((t) => t.text.toLowerCase());
  const all = left.length;
  let shared = 0;
  let said = 0;
  let count = 0;
  for (const [i, line] of lines.entries()) {
    let found = 0;
    for (const { text } of line) {
      const at = left.indexOf(text.toLowerCase());
      if (at < 0) continue;
      left.splice(at, 1);
      found++;
    }
    if (found < line.length * 0.5) break;
    shared += found;
    said += line.length;
    if (shared >= 0.75 * all && shared >= 0.75 * said) count = i + 1;
  }
  return count;
}

/** lines[first, to) as the body of a table whose head is lines[from, first); heads repeated on later pages are left out. */
export function bodyLines(
  raw: string,
  lines: readonly TextLine[],
  from: number,
  first: number,
  to: number,
  left: ReadonlySet<number> = new Set(),
): readonly BodyLine[] {
  const head = headLines(raw, lines, from).slice(0, first - from);
  const body: BodyLine[] = [];
  let edge = false;
  for (let i = first; i < to; i++) {
    const line = lines[i];
    if (line === undefined) continue;
    if (left.has(i)) continue;
    const again = head.length === 0 ? [] : headLines(raw, lines, i);
    const repeated = again.length > 0 && i > first ? repeatedLines(again, head) : 0;
    if (repeated > 0) {
      i += repeated - 1;
      edge = true;
      continue;
    }
    const number = isPageNumber(line.text);
    const pageEdge = line.newPage || (number && lines[i + 1]?.newPage === true);
    const pageStart = pageEdge || edge;
    edge = number && pageEdge;
    body.push({
      tokens: tokensOf(raw, line, i),
      pageEdge,
      pageStart: pageStart || (line.indent > 0 && line.indent < 4 && line.gap === 0),
      gap: line.gap,
      mayBePageNumber: number,
    });
  }
  return body;
}
