import type { TextLine } from '../lines.js';
import type { Title } from './titles.js';
import { tokensOf } from './tokens.js';

const textOf = (title: Title): string =>
  title.lines
    .flat()
    .map((w) => w.text.toLowerCase())
    .join(' ');

/** Lines at the beginning of blocks that say again what a title says, on a later page. */
export function repeatedTitles(
  raw: string,
  lines: readonly TextLine[],
  from: number,
  to: number,
  titles: readonly Title[],
): ReadonlySet<number> {
  const texts = titles.map((t) => textOf(t).replace(/\s+/gu, ''));
  const repeated = new Set<number>();
  for (let i = from; i < to; i++) {
    const line = lines[i];
    const starts =
      line !== undefined && (line.gap > 0 || line.newPage || repeated.has(i - 1) || isPageEdge(lines, i));
    if (!starts) continue;
    let said = '';
    for (let n = i; n < to && n < i + 6; n++) {
      said += tokensOf(raw, lines[n] as TextLine, n)
        .map((t) => t.text.toLowerCase())
        .join('');
      if (texts.includes(said)) {
        for (let m = i; m <= n; m++) repeated.add(m);
        break;
      }
      if (!texts.some((t) => t.startsWith(said))) break;
    }
  }
  return repeated;
}

/** After a page's number on a line of its own, a block begins. */
const isPageEdge = (lines: readonly TextLine[], i: number): boolean =>
  lines[i - 1]?.newPage === true && /^\d{1,3}$/u.test(lines[i - 1]?.text ?? '');
