/** Numbers that are searched for: an angle, a bend. */
export type Numbers = readonly number[];

/** One of the numbers: its index, by how much it is changed at most, and in which steps. */
export interface Axis {
  readonly index: number;
  readonly wide: number;
  readonly step: number;
}

/** Rounds of trying all axes after which a climb ends. */
const MOST_ROUNDS = 4;

/**
 * How sharply the first `count` of `places` fall together: the sum of squared counts of bins `bin` wide. `counts` is
 * room for the bins, whose middle is 0. A place is shared between the two bins that it lies nearest to.
 */
export function sharpness(places: Float32Array, count: number, bin: number, counts: Float64Array): number {
  counts.fill(0);
  const middle = counts.length / 2;
  const scale = 1 / bin;
  for (let i = 0; i < count; i++) {
    const at = (places[i] as number) * scale + middle;
    if (at < 0 || at >= counts.length - 1) continue;
    const low = at | 0;
    const share = at - low;
    counts[low] = (counts[low] as number) + 1 - share;
    counts[low + 1] = (counts[low + 1] as number) + share;
  }
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += (counts[i] as number) ** 2;
  return sum;
}

/** The numbers of the highest `value` about `start`: each axis in turn, all again as long as one of them moves. */
export function climb(start: Numbers, axes: readonly Axis[], value: (numbers: Numbers) => number): Numbers {
  let best = start;
  let most = value(start);
  for (let round = 0, moved = true; moved && round < MOST_ROUNDS; round++) {
    moved = false;
    for (const { index, wide, step } of axes) {
      const around = best;
      const count = Math.round(wide / step);
      for (let k = -count; k <= count; k++) {
        if (k === 0) continue;
        const tried = around.map((number, i) => (i === index ? number + k * step : number));
        const found = value(tried);
        if (found <= most) continue;
        most = found;
        best = tried;
        moved = true;
      }
    }
  }
  return best;
}

/** The numbers of the highest `value` of all that lie within `axes` about 0, the axes' steps apart. */
export function highest(axes: readonly Axis[], value: (numbers: Numbers) => number): Numbers {
  let best: Numbers = axes.map(() => 0);
  let most = value(best);
  const tryFrom = (axis: number, numbers: Numbers): void => {
    const own = axes[axis];
    if (own === undefined) {
      const found = value(numbers);
      if (found > most) {
        most = found;
        best = numbers;
      }
      return;
    }
    const count = Math.round(own.wide / own.step);
    for (let k = -count; k <= count; k++)
      tryFrom(
        axis + 1,
        numbers.map((number, i) => (i === own.index ? k * own.step : number)),
      );
  };
  tryFrom(0, best);
  return best;
}
