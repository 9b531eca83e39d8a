/** Index of the first of `items` whose place is at least `at`; their number where there is none. Logarithmic. */
export function firstFrom<T>(items: readonly T[], at: number, placeOf: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeOf(items[middle] as T) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The items whose place is at least `from` and below `to`. `items` are in the order of their places. */
export const between = <T>(
  items: readonly T[],
  from: number,
  to: number,
  placeOf: (item: T) => number,
): readonly T[] => items.slice(firstFrom(items, from, placeOf), firstFrom(items, to, placeOf));
