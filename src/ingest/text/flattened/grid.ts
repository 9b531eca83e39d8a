import type { BodyLine } from './model.js';
import { kindOf, opensTitle, type Title } from './titles.js';
import type { Token } from './tokens.js';

/*
 * Text that keeps its place on the line by runs of blanks (as "pdftotext -layout" writes it): where a word stands
 * tells its column, up to a few characters.
 */

interface Run {
  from: number;
  to: number;
  readonly tokens: Token[];
}

const endOf = (token: Token): number => token.x + token.text.length;

/** Words of a line that no run of two or more blanks parts. */
function runsOf(tokens: readonly Token[]): readonly Run[] {
  const runs: Run[] = [];
  for (const token of tokens) {
    const last = runs.at(-1);
    if (last === undefined || token.blanks >= 2)
      runs.push({ from: token.x, to: endOf(token), tokens: [token] });
    else {
      last.tokens.push(token);
      last.to = endOf(token);
    }
  }
  return runs;
}

/** A run of several titles that one blank parts, cut where a title's opening words begin. */
function atTitles(run: Run): readonly Run[] {
  const cut: Token[] = run.tokens.map((token, i) =>
    i > 0 && /^\p{Lu}/u.test(token.text) && opensTitle(run.tokens, i) ? { ...token, blanks: 2 } : token,
  );
  return runsOf(cut);
}

/** A title with its place on the line. */
export interface PlacedTitle extends Title {
  readonly from: number;
  readonly to: number;
}

/**
 * The head's titles from left to right, put together from runs that stand under one another. A run over several others
 * (a title over several columns) is left out. Null where the lines show no columns.
 */
export function titlesInPlace(head: readonly (readonly Token[])[]): readonly PlacedTitle[] | null {
  const lines = head.map((tokens) => runsOf(tokens).flatMap(atTitles));
  if (!lines.some((runs) => runs.length >= 2)) return null;
  const all = lines.flat();
  const covering = (run: Run): boolean => {
    const under = all.filter((other) => other !== run && other.from < run.to && run.from < other.to);
    return under.some((a) => under.some((b) => a.to + 1 < b.from));
  };
  const columns: { from: number; to: number; runs: Run[] }[] = [];
  for (const run of all.filter((r) => !covering(r))) {
    const column = columns.find((c) => run.from < c.to && c.from < run.to);
    if (column === undefined) columns.push({ from: run.from, to: run.to, runs: [run] });
    else {
      column.runs.push(run);
      column.from = Math.min(column.from, run.from);
      column.to = Math.max(column.to, run.to);
    }
  }
  columns.sort((a, b) => a.from - b.from);
  const titles: PlacedTitle[] = [];
  for (const { from, to, runs } of columns) {
    const kind = kindOf(runs.flatMap((r) => r.tokens));
    if (kind === null) return null;
    titles.push({ kind, lines: runs.map((r) => r.tokens), from, to });
  }
  return titles;
}

/** Whether the body's lines keep their columns by runs of blanks. */
export function keepsColumns(body: readonly BodyLine[]): boolean {
  let parted = 0;
  for (const { tokens } of body) if (tokens.some((t, i) => i > 0 && t.blanks >= 2)) parted++;
  return parted >= 2 && parted >= body.length * 0.25;
}

/** Left edges of all columns but the first, for a page's lines: where few words run through and many begin. */
function edgesOf(lines: readonly BodyLine[], titles: readonly PlacedTitle[]): readonly number[] {
  const width = Math.max(...lines.flatMap((l) => l.tokens.map(endOf)), ...titles.map((t) => t.to)) + 1;
  const through = new Array<number>(width + 1).fill(0);
  const begins = new Array<number>(width + 1).fill(0);
  for (const { tokens } of lines)
    for (const run of runsOf(tokens)) {
      for (const token of run.tokens) {
        begins[token.x] = (begins[token.x] ?? 0) + (token === run.tokens[0] ? 1 : 0.3);
        for (let x = token.x + 1; x < endOf(token); x++) through[x] = (through[x] ?? 0) + 1;
      }
      for (const token of run.tokens.slice(1)) through[token.x] = (through[token.x] ?? 0) + 0.4;
    }
  const edges: number[] = [];
  for (let i = 0; i + 1 < titles.length; i++) {
    const [a, b] = [titles[i], titles[i + 1]];
    if (a === undefined || b === undefined) continue;
    const from = Math.max((edges.at(-1) ?? -1) + 1, Math.floor((a.from + a.to) / 2));
    const to = Math.ceil((b.from + b.to) / 2) + 2;
    let best = Math.min(b.from, to);
    let least = Number.POSITIVE_INFINITY;
    for (let x = from; x <= to && x <= width; x++) {
      const near = Math.max(begins[x] ?? 0, 0.8 * (begins[x + 1] ?? 0));
      const cost = 2 * (through[x] ?? 0) - near + (x > b.from + 1 ? 0.5 : 0);
      if (cost < least) {
        least = cost;
        best = x;
      }
    }
    edges.push(best);
  }
  return edges;
}

/** Cells that fill their columns push no blanks in: words behind them may stand further left than their column. */
const PUSHED = 0.35;

/** For every word of the body, what each column costs by the word's place alone: 0 inside it, more further off. */
export function placesOf(
  body: readonly BodyLine[],
  titles: readonly PlacedTitle[],
): ReadonlyMap<Token, readonly number[]> {
  const places = new Map<Token, readonly number[]>();
  let page: BodyLine[] = [];
  const flush = (): void => {
    if (page.length === 0) return;
    const edges = edgesOf(page, titles);
    for (const { tokens } of page)
      for (const token of tokens) {
        const middle = token.x + Math.min(token.text.length, 6) / 2;
        places.set(
          token,
          titles.map((_, column) => {
            const left = edges[column - 1] ?? Number.NEGATIVE_INFINITY;
            const right = edges[column] ?? Number.POSITIVE_INFINITY;
            const before = Math.max(left - 1 - token.x, 0) * (token.blanks >= 2 ? 2 * PUSHED : PUSHED);
            return Math.min(6, Math.max(before, 1.1 * (middle - right), 0));
          }),
        );
      }
    page = [];
  };
  for (const line of body) {
    if (line.pageEdge) flush();
    page.push(line);
  }
  flush();
  return places;
}
