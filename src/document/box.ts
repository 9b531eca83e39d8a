/** [x0, y0, x1, y1] in PDF points (1/72 inch) from the page's top left corner, y downwards, as displayed. */
export type Box = readonly [number, number, number, number];

/** The smallest box around all of `boxes`. Throws a RangeError when there are none. */
export function boxAround(boxes: readonly Box[]): Box {
  if (boxes.length === 0) throw new RangeError('boxAround needs at least one box');
  let [x0, y0, x1, y1] = boxes[0] as Box;
  for (const box of boxes) {
    x0 = Math.min(x0, box[0]);
    y0 = Math.min(y0, box[1]);
    x1 = Math.max(x1, box[2]);
    y1 = Math.max(y1, box[3]);
  }
  return [x0, y0, x1, y1];
}
