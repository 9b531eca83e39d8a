import type { Component, InkRuns } from '../components.js';
import type { Bitmap } from '../grey.js';
import type { PieceWord } from '../read-sheet.js';

/** The components of its piece that lie under a word, left to right. */
export function inkUnder(word: PieceWord): readonly Component[] {
  return word.piece.components
    .filter((c) => {
      const middle = (c.x0 + c.x1) / 2;
      return middle >= word.x0 - 1 && middle <= word.x1 + 1;
    })
    .sort((a, b) => a.x0 - b.x0);
}

/**
 * Components that stand over each other (a letter and its marks) taken together, left to right: those of which the
 * narrower has over half its width in common with the other. `components` come sorted by their left edge.
 */
export function glyphsOf(components: readonly Component[]): readonly (readonly Component[])[] {
  const glyphs: { readonly x0: number; x1: number; readonly members: Component[] }[] = [];
  for (const component of components) {
    const last = glyphs.at(-1);
    const common = last === undefined ? 0 : Math.min(last.x1, component.x1) - component.x0;
    const narrower = last === undefined ? 1 : Math.min(last.x1 - last.x0, component.x1 - component.x0);
    if (last !== undefined && common * 2 > narrower) {
      last.members.push(component);
      last.x1 = Math.max(last.x1, component.x1);
    } else glyphs.push({ x0: component.x0, x1: component.x1, members: [component] });
  }
  return glyphs.map(({ members }) => members);
}

/** The ink of the components alone, cut out at their bounds. */
export function cutOut(components: readonly Component[], runs: InkRuns): Bitmap {
  const x0 = Math.min(...components.map((c) => c.x0));
  const y0 = Math.min(...components.map((c) => c.y0));
  const width = Math.max(...components.map((c) => c.x1)) - x0;
  const height = Math.max(...components.map((c) => c.y1)) - y0;
  const data = new Uint8Array(width * height);
  for (const component of components)
    for (const run of component.runs) {
      const row = ((runs.y[run] as number) - y0) * width;
      data.fill(1, row + (runs.from[run] as number) - x0, row + (runs.to[run] as number) - x0);
    }
  return { width, height, data };
}

/** Whether a component is a dash: one flat stroke clear of the baseline. `size` is the page's letter height. */
export function isDash(component: Component, baseline: number, size: number): boolean {
  const width = component.x1 - component.x0;
  const height = component.y1 - component.y0;
  const above = baseline - (component.y0 + component.y1) / 2;
  return (
    width >= 0.35 * size &&
    width <= 2.2 * size &&
    width >= 2 * height &&
    height <= 0.3 * size &&
    component.area >= 0.6 * width * height &&
    above >= 0.2 * size &&
    above <= 0.9 * size
  );
}
