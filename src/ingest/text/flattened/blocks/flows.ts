import type { TextLine } from '../../lines.js';
import { isPageNumber } from '../../paragraphs.js';
import type { BodyLine, Model } from '../model.js';
import { type Token, tokensOf } from '../tokens.js';
import { type Word, wordsOf } from '../words.js';
import type { FlowHead } from './flow-head.js';
import { HEADING_NUMERAL } from './numerals.js';

/** Lines between two blank lines: some columns of some rows, written line by line. */
export interface Flow {
  readonly lines: readonly (readonly Word[])[];
  /** What the titles right over it say; [] where none stands there. */
  readonly under: readonly string[];
}

/** A table's body: its pages' flows in the order of the file, and the words that are pages' numbers. */
export interface FlowBody {
  readonly pages: readonly (readonly Flow[])[];
  readonly pageNumbers: readonly Token[];
  readonly words: number;
  readonly flows: number;
  readonly lines: number;
}

/** Whether lines[i] is the number of the page that it stands on, `page` being that page's place in the file. */
function isNumberOfPage(
  lines: readonly TextLine[],
  i: number,
  page: number,
  titles: ReadonlySet<number>,
): boolean {
  const line = lines[i];
  if (line === undefined || !isPageNumber(line.text)) return false;
  const value = Number(/\d+/u.exec(line.text)?.[0]);
  const last = i + 1 >= lines.length || lines[i + 1]?.newPage === true;
  if (line.newPage) return value === page || titles.has(i + 1);
  if (line.gap > 0 && value === page && titles.has(i + 1) && lines[i + 1]?.gap === 0) return true;
  return last && line.gap > 0 && value === page;
}

/**
 * Numbers that stand alone, were there before and don't go on counting: marks of footnotes. None where headings number
 * their rows anew.
 */
function strayNumbers(flows: readonly Flow[]): readonly Flow[] {
  const first = (line: readonly Word[]): string => line[0]?.token.text ?? '';
  const lines = flows.flatMap((flow) => flow.lines);
  if (lines.some((line) => HEADING_NUMERAL.test(first(line)))) return [];
  const seen = new Set<number>();
  const found: Flow[] = [];
  for (const flow of flows) {
    const alone = flow.lines.length === 1 && flow.lines[0]?.length === 1;
    for (const line of flow.lines) {
      if (line.length > 1 || !/^\d{1,2}$/u.test(first(line))) continue;
      const value = Number(first(line));
      if (alone && seen.has(value) && seen.size > value) found.push(flow);
      seen.add(value);
    }
  }
  return found;
}

/** The body of the table in lines[from, to), its titles left out. */
export function flowBody(
  raw: string,
  lines: readonly TextLine[],
  from: number,
  to: number,
  head: FlowHead,
  model: Pick<Model, 'neighbours'>,
): FlowBody {
  let page = 1;
  for (let i = 0; i <= from; i++) if (lines[i]?.newPage === true) page++;
  const body: BodyLine[] = [];
  const starts: { readonly at: number; readonly page: number; readonly under: readonly string[] }[] = [];
  const pageNumbers: Token[] = [];
  let blank = true;
  for (let i = from; i < to; i++) {
    const line = lines[i];
    if (line === undefined) break;
    if (line.newPage && i > from) page++;
    blank ||= line.gap > 0 || line.newPage;
    if (head.titleLines.has(i)) {
      blank = true;
      continue;
    }
    const tokens = tokensOf(raw, line, i);
    if (isNumberOfPage(lines, i, page, head.titleLines)) {
      pageNumbers.push(...tokens);
      blank = true;
      continue;
    }
    if (blank) starts.push({ at: body.length, page, under: head.under.get(i) ?? [] });
    blank = false;
    body.push({
      tokens,
      pageStart: false,
      pageEdge: false,
      gap: line.gap,
      mayBePageNumber: false,
    });
  }
  const view = { order: 'in-blocks', places: null, neighbours: model.neighbours } as const;
  const pages = new Map<number, Flow[]>();
  for (const [n, start] of starts.entries()) {
    const flows = pages.get(start.page) ?? [];
    pages.set(start.page, flows);
    const end = starts[n + 1]?.at ?? body.length;
    const rows = Array.from({ length: end - start.at }, (_, k) => wordsOf(body, start.at + k, view));
    flows.push({ lines: rows, under: start.under });
  }
  const strays = strayNumbers([...pages.values()].flat());
  pageNumbers.push(...strays.flatMap((flow) => flow.lines.flat().map((word) => word.token)));
  return {
    pages: [...pages.values()].map((flows) => flows.filter((flow) => !strays.includes(flow))),
    pageNumbers,
    words: body.reduce((sum, line) => sum + line.tokens.length, 0),
    flows: starts.length,
    lines: body.length,
  };
}
