import type { CostItem } from './cost-items.js';
import { inPlace, pairs } from './cost-pairs.js';
import { isTotal } from './cost-words.js';
import { around, figureCost, figureLike } from './numeral-or-figure.js';

/** A row as its number and its content tell: figures are put into it later. */
export interface CostRow {
  readonly kind: 'group' | 'item' | 'total';
  readonly number: CostItem | null;
  /** Printed lines of the content. */
  readonly content: readonly CostItem[];
}

/** One way to cut numbers and texts into rows. */
export interface CostRows {
  readonly cost: number;
  readonly rows: readonly CostRow[];
  /** Printed lines of notes, a cell each. */
  readonly notes: readonly (readonly CostItem[])[];
  /** Numerals that are figures. */
  readonly figures: readonly CostItem[];
}

interface State {
  readonly cost: number;
  readonly numbers: readonly CostItem[];
  readonly cells: readonly (readonly CostItem[])[];
  readonly notes: readonly (readonly CostItem[])[];
  readonly figures: readonly CostItem[];
  /** Values of the last numbers: of rows, of headings, of parts of rows. */
  readonly plain: number;
  readonly heading: number;
  readonly part: number;
  /** Cells that have no number, in so far as it shows. */
  readonly totals: number;
}

const BEAM = 400;
const ANSWERS = 6;
/** Answers that cost more than the best one by this are none. */
const FARTHEST = 5;
const HANGING =
  /[,(–-]$|(?:^|\s)(?:và|hoặc|của|các|cho|theo|về|với|tại|từ|đến|do|được|trong|vào|thuộc|bằng|là|để|như)$/u;

/** What it costs to take a numeral as the next row's number; null where it may not be one. */
function numberCost(state: State, one: CostItem, says: number, style: string): number | null {
  const { numeral } = one;
  if (numeral === null) return null;
  if (numeral.style !== style && numeral.kind === 'plain') return null;
  let cost = 0;
  const { value, kind, parent } = numeral;
  if (kind === 'plain') {
    if (value === state.plain + 1) cost = 0;
    else if (value === 1 && state.heading > 0) cost = 0.2;
    else if (value === 1) cost = 2.5;
    else if (value > state.plain && value <= state.plain + 3) cost = 2.5;
    else if (state.heading === 0 && isMissing(state, value)) cost = 1;
    else return null;
  } else if (kind === 'heading') {
    if (value !== state.heading + 1) cost = value === 1 ? 2.5 : 4;
  } else if (parent !== String(state.plain)) cost = 3;
  else if (value !== state.part + 1) cost = 3;
  return kind === 'heading' ? cost : cost + Math.max(0, says);
}

/** Whether the number was left out so far: its flow comes late. */
const isMissing = (state: State, value: number): boolean =>
  value < state.plain && state.numbers.every((one) => one.numeral?.value !== value);

/** The numbers with one more: a late one stands before the first larger one, where no headings are among them. */
function inserted(numbers: readonly CostItem[], one: CostItem): readonly CostItem[] {
  const value = one.numeral?.value ?? 0;
  const plain = numbers.every(({ numeral }) => numeral?.kind === 'plain' && numeral.value !== value);
  const at =
    plain && one.numeral?.kind === 'plain' ? numbers.findIndex((it) => (it.numeral?.value ?? 0) > value) : -1;
  return at < 0 ? [...numbers, one] : numbers.toSpliced(at, 0, one);
}

const firstWord = (one: CostItem): string => one.lines[0]?.[0]?.text ?? '';

/** What it costs that `next` begins a cell, and that it goes on with the one whose last line is `last`. */
function breaks(
  last: CostItem | undefined,
  next: CostItem,
  width: number,
): { fresh: number; goesOn: number } {
  const word = firstWord(next);
  const lower = /^[\p{Ll}\d,;)]/u.test(word);
  if (last === undefined) return { fresh: lower ? 3 : 0, goesOn: 99 };
  if (isTotal(next.text)) return { fresh: 0, goesOn: 5 };
  if (isTotal(last.text)) return { fresh: 0, goesOn: lower || /^[(IVX]/u.test(word) ? 0.5 : 6 };
  if (next.page !== last.page) return lower ? { fresh: 5, goesOn: 0.5 } : { fresh: 0, goesOn: 4 };
  const hanging = HANGING.test(last.text) ? 2 : 0;
  const fits = last.text.length + 1 + word.length <= width * 0.95 - 1;
  if (next.flow !== last.flow)
    return lower ? { fresh: 4, goesOn: fits ? 2 : 0.8 } : { fresh: hanging, goesOn: fits ? 5 : 3.2 };
  if (lower) return { fresh: 6, goesOn: fits ? 0.4 : 0 };
  return fits ? { fresh: hanging, goesOn: 2.4 } : { fresh: 0.9 + hanging, goesOn: 0.4 };
}

/** What it costs that a text is a note, and that it is a content: by what stands before it. */
function noteCosts(
  one: CostItem,
  before: CostItem | undefined,
  figure: boolean,
): { note: number; content: number } {
  const close = before !== undefined && before.page === one.page;
  if (close && (before.kind === 'figure' || figure) && before.line === one.line)
    return { note: 0, content: 6 };
  if (close && (before.kind === 'figure' || figure)) return { note: 0.4, content: 0.6 };
  if (close && before.kind === 'numeral') return { note: 4, content: 0 };
  return { note: 1.6, content: 0 };
}

/** The likeliest ways to cut the numbers and the texts of a table into rows, the likeliest first. */
export function costRows(
  items: readonly CostItem[],
  hasNumber: boolean,
  hasNote: boolean,
): readonly CostRows[] {
  const texts = items.filter((one) => one.kind === 'text');
  const width = widthOf(texts);
  const styles = [
    ...new Set(items.flatMap((one) => (one.numeral?.kind === 'plain' ? [one.numeral.style] : []))),
  ];
  const found: CostRows[] = [];
  for (const style of styles.length === 0 ? [''] : styles) {
    let states: readonly State[] = [
      { cost: 0, numbers: [], cells: [], notes: [], figures: [], plain: 0, heading: 0, part: 0, totals: 0 },
    ];
    for (const [i, one] of items.entries()) {
      if (one.kind !== 'numeral' && one.kind !== 'text') continue;
      const next: State[] = [];
      const says = one.kind === 'numeral' ? figureLike(one, items[i + 1], around(items, i)) : 0;
      for (const state of states)
        next.push(
          ...(one.kind === 'numeral'
            ? asNumeral(state, one, says, style)
            : asText(state, one, items[i - 1], width, hasNote)),
        );
      states = thinned(next);
    }
    for (const state of states) found.push(...rowsOf(state, hasNumber));
  }
  found.sort((a, b) => a.cost - b.cost);
  const least = found[0]?.cost ?? 0;
  return found.filter((one) => one.cost <= least + FARTHEST).slice(0, ANSWERS);
}

/** Characters that fit a line of the content: the longest line that a lower case one goes on with, or any. */
function widthOf(texts: readonly CostItem[]): number {
  const wrapped = texts.filter((one, i) => {
    const next = texts[i + 1];
    return next !== undefined && next.flow === one.flow && /^\p{Ll}/u.test(next.text);
  });
  const longest = (some: readonly CostItem[]): number => Math.max(0, ...some.map((one) => one.text.length));
  return wrapped.length > 0 ? longest(wrapped) : 1.4 * longest(texts);
}

function asNumeral(state: State, one: CostItem, says: number, style: string): State[] {
  const states: State[] = [
    { ...state, cost: state.cost + figureCost(one, says), figures: [...state.figures, one] },
  ];
  const cost = numberCost(state, one, says, style);
  if (cost !== null && one.numeral !== null) {
    const { kind, value } = one.numeral;
    states.push({
      ...state,
      cost: state.cost + cost,
      numbers: inserted(state.numbers, one),
      plain: kind === 'plain' ? Math.max(value, value === 1 ? 1 : state.plain) : state.plain,
      heading: kind === 'heading' ? value : state.heading,
      part: kind === 'part' ? value : 0,
    });
  }
  return states;
}

function asText(
  state: State,
  one: CostItem,
  before: CostItem | undefined,
  width: number,
  hasNote: boolean,
): State[] {
  const figure = before !== undefined && state.figures.at(-1) === before;
  const cell = state.cells.at(-1);
  const { fresh, goesOn } = breaks(cell?.at(-1), one, width);
  const { note, content } = hasNote ? noteCosts(one, before, figure) : { note: 99, content: 0 };
  const total = isTotal(one.text) ? 1 : 0;
  const states: State[] = [
    {
      ...state,
      cost: state.cost + content + fresh,
      cells: [...state.cells, [one]],
      totals: state.totals + total,
    },
  ];
  if (cell !== undefined)
    states.push({
      ...state,
      cost: state.cost + content + goesOn,
      cells: state.cells.with(-1, [...cell, one]),
    });
  if (note < 90) {
    const last = state.notes.at(-1);
    const end = last?.at(-1);
    states.push({
      ...state,
      cost: state.cost + note + (/^[\p{Ll}\d]/u.test(one.text) ? 3 : 0),
      notes: [...state.notes, [one]],
    });
    if (last !== undefined && end !== undefined && end.flow === one.flow)
      states.push({
        ...state,
        cost: state.cost + (/^[\p{Ll}\d]/u.test(one.text) ? 0 : 1.2),
        notes: state.notes.with(-1, [...last, one]),
      });
  }
  return states;
}

/** The cheapest states, of those alike in what may follow the cheapest only. */
function thinned(states: readonly State[]): readonly State[] {
  const best = new Map<string, State>();
  for (const state of states) {
    const last = state.cells.at(-1)?.at(-1)?.line ?? -1;
    const note = state.notes.at(-1)?.at(-1)?.line ?? -1;
    const key = `${state.numbers.length} ${state.cells.length} ${last} ${note} ${state.plain} ${state.heading} ${state.part}`;
    const old = best.get(key);
    if (old === undefined || state.cost < old.cost) best.set(key, state);
  }
  return [...best.values()].sort((a, b) => rank(a) - rank(b)).slice(0, BEAM);
}

/** The cost, and what uneven numbers and cells are likely to cost. */
const rank = (state: State): number => {
  const even = state.cells.length - state.totals - state.numbers.length;
  return state.cost + 0.4 * Math.max(0, Math.abs(even) - 3);
};

/** Numbers beside contents: a total has none, nor has a row whose number is missing. */
function rowsOf(state: State, hasNumber: boolean): readonly CostRows[] {
  const { numbers } = state;
  const cells = inPlace(state.cells, numbers);
  if (cells.length === 0) return [];
  if (!hasNumber || numbers.length === 0) {
    const rows = cells.map(
      (content): CostRow => ({ kind: kindOf(null, content, false), number: null, content }),
    );
    return [{ cost: state.cost + (hasNumber ? 4 : 0), rows, notes: state.notes, figures: state.figures }];
  }
  const paired = pairs(cells, numbers);
  if (paired === null) return [];
  const plain = numbers.some((one) => one.numeral?.kind !== 'heading');
  const rows = cells.map((content, i): CostRow => {
    const number = paired.numbers[i] ?? null;
    return { kind: kindOf(number, content, plain), number, content };
  });
  const parents = new Set(
    numbers.flatMap((one) => (one.numeral?.kind === 'part' ? [one.numeral.parent] : [])),
  );
  const leveled = rows.map((row, i): CostRow => {
    const { numeral } = row.number ?? { numeral: null };
    const next = rows[i + 1];
    if (row.kind === 'group' && (next === undefined || next.kind !== 'item')) return { ...row, kind: 'item' };
    if (
      numeral?.kind === 'plain' &&
      parents.has(String(numeral.value)) &&
      next?.number?.numeral?.kind === 'part'
    )
      return { ...row, kind: 'group' };
    return row;
  });
  return [{ cost: state.cost + paired.cost, rows: leveled, notes: state.notes, figures: state.figures }];
}

const kindOf = (number: CostItem | null, content: readonly CostItem[], plain: boolean): CostRow['kind'] => {
  if (number === null && isTotal(content.map((one) => one.text).join(' '))) return 'total';
  return number?.numeral?.kind === 'heading' && plain ? 'group' : 'item';
};
