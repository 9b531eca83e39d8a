import { HABITUAL_PLACE } from './kinds.js';
import { bare, type Open } from './titles.js';

const MOST_ORDERS = 6;

/** A title over several columns ("Đơn vị thực hiện" over "Chủ trì", "Phối hợp") names none of its own. */
export function withoutCovering(titles: readonly Open[]): readonly Open[] {
  const text = (t: Open): string =>
    t.lines
      .flat()
      .map((w) => bare(w.text))
      .join(' ');
  const isRole = (t: Open): boolean => t.kind === 'unit' && /chủ trì|phối hợp|tham mưu/u.test(text(t));
  const roles = titles.filter(isRole);
  const covering = titles.findIndex((t) => t.kind === 'unit' && !/chủ trì|phối hợp|tham mưu/u.test(text(t)));
  if (roles.length < 2 || covering < 0) return titles;
  const before = titles.slice(0, covering).filter((t) => !isRole(t));
  const after = titles.slice(covering + 1).filter((t) => !isRole(t));
  return [...before, ...roles.map((t) => ({ ...t, lower: true })), ...after];
}

/** Columns of ticks become one: which of them a tick stood in is lost with the cells. */
export function withOneTick(titles: readonly Open[]): readonly Open[] {
  const ticks = titles.filter((t) => t.kind === 'tick');
  const [first] = ticks;
  if (first === undefined || ticks.length < 2) return titles;
  const merged: Open = { kind: 'tick', lines: [ticks.flatMap((t) => t.lines.flat())] };
  return titles.flatMap((t) => (t === first ? [merged] : t.kind === 'tick' ? [] : [t]));
}

function interleavings(groups: readonly (readonly Open[])[]): readonly (readonly Open[])[] {
  let merged: readonly (readonly Open[])[] = [[]];
  for (const group of groups) {
    const next: (readonly Open[])[] = [];
    const weave = (a: readonly Open[], b: readonly Open[], sofar: readonly Open[]): void => {
      const [x] = a;
      const [y] = b;
      if (next.length > 400) return;
      if (x === undefined || y === undefined) {
        next.push([...sofar, ...a, ...b]);
        return;
      }
      weave(a.slice(1), b, [...sofar, x]);
      weave(a, b.slice(1), [...sofar, y]);
    };
    for (const base of merged) weave(base, group, []);
    merged = next;
  }
  return merged;
}

const unhabitual = (titles: readonly Open[]): number => {
  let cost = 0;
  for (let i = 0; i < titles.length; i++)
    for (let j = i + 1; j < titles.length; j++) {
      const [a, b] = [titles[i], titles[j]];
      if (a !== undefined && b !== undefined)
        cost += Math.max(0, HABITUAL_PLACE[a.kind] - HABITUAL_PLACE[b.kind]);
    }
  return cost;
};

/**
 * The orders that the columns may stand in. Titles in the order of the file where the number comes first; otherwise
 * lines were read across the page, and only titles of as many lines are surely in order.
 */
export function orderTitles(titles: readonly Open[], across: boolean): readonly (readonly Open[])[] {
  const number = titles.find((t) => t.kind === 'number');
  const rest = titles.filter((t) => t !== number);
  const first = number === undefined ? [] : [number];
  if (!across) return [[...first, ...rest]];
  const groups = new Map<number, Open[]>();
  for (const title of rest) {
    const group = title.lower === true ? -1 : title.lines.length;
    groups.set(group, [...(groups.get(group) ?? []), title]);
  }
  const habitual = [...rest].sort((a, b) => HABITUAL_PLACE[a.kind] - HABITUAL_PLACE[b.kind]);
  const woven = interleavings([...groups.values()])
    .map((order) => ({ order, cost: unhabitual(order) }))
    .sort((a, b) => a.cost - b.cost)
    .map(({ order }) => order)
    .filter((order) => order.some((title, i) => title !== habitual[i]));
  return [habitual, ...woven].slice(0, MOST_ORDERS).map((order) => [...first, ...order]);
}
