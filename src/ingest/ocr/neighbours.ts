import type { Component } from './components.js';

/** Components by the fields of a coarse grid that they touch, for finding neighbours without looking at all. */
export class Neighbours {
  readonly #fields = new Map<number, number[]>();
  readonly #size: number;
  /** `size` is the side of a field in pixels; `members` index into `components`. */
  constructor(components: readonly Component[], members: readonly number[], size: number) {
    this.#size = Math.max(8, Math.round(size));
    for (const i of members) {
      const c = components[i] as Component;
      this.#visit(c.x0, c.y0, c.x1, c.y1, (key) => {
        const field = this.#fields.get(key);
        if (field === undefined) this.#fields.set(key, [i]);
        else field.push(i);
      });
    }
  }
  #visit(x0: number, y0: number, x1: number, y1: number, act: (key: number) => void): void {
    const s = this.#size;
    for (let row = Math.max(0, Math.floor(y0 / s)); row <= Math.floor(y1 / s); row++)
      for (let column = Math.max(0, Math.floor(x0 / s)); column <= Math.floor(x1 / s); column++)
        act(row * 65_536 + column);
  }
  /** The members that touch a field under the rectangle: all that are near it, and some more. */
  near(x0: number, y0: number, x1: number, y1: number): ReadonlySet<number> {
    const found = new Set<number>();
    this.#visit(x0, y0, x1, y1, (key) => {
      for (const i of this.#fields.get(key) ?? []) found.add(i);
    });
    return found;
  }
}
