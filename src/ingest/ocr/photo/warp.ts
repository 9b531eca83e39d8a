import type { Grey } from '../grey.js';

/**
 * How a photographed sheet departs from one that lies flat before the lens. Coordinates run from the middle of the
 * level picture in halves of its longer side. `across`: how lines run together towards the right (negative: the
 * left), `down`: how columns run together towards the foot, `shear`: how far columns lean against the lines' normal,
 * `bend`: how far lines sag at their ends, `bow`: how far columns stray to the right at theirs, `scale`: by how much
 * the sheet is made smaller so that it stays in the picture.
 */
export interface Warp {
  readonly across: number;
  readonly down: number;
  readonly shear: number;
  readonly bend: number;
  readonly bow: number;
  readonly scale: number;
}

/** The same warp seen from the other side: of the picture turned by half a turn. */
export const turnedAround = (warp: Warp): Warp => ({
  ...warp,
  across: -warp.across,
  down: -warp.down,
  bend: -warp.bend,
  bow: -warp.bow,
});

/** Where a place of the flat sheet stands in the level picture; both from the middle, in halves of the longer side. */
export function warped(
  { across, down, shear, bend, bow, scale }: Warp,
  x: number,
  y: number,
): readonly [number, number] {
  const flatX = x * scale + bow * (y * scale) ** 2;
  const flatY = y * scale + bend * (x * scale) ** 2;
  const depth = 1 + across * flatX + down * flatY;
  return [(flatX + shear * flatY) / depth, flatY / depth];
}

/**
 * The flat sheet that `grey` shows, its lines level: `degrees` is the angle at which they fall in the picture. Same
 * size, white where the picture ends.
 */
export function flattened(grey: Grey, degrees: number, warp: Warp): Grey {
  const { width, height, data } = grey;
  const out = new Uint8Array(data.length).fill(255);
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  const unit = Math.max(width, height) / 2;
  const { across, down, shear, bend, bow, scale } = warp;
  const step = scale / unit;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const straightY = (y - middleY) * step;
    const sway = bow * straightY * straightY;
    for (let x = 0; x < width; x++) {
      const straightX = (x - middleX) * step;
      const flatX = straightX + sway;
      const flatY = straightY + bend * straightX * straightX;
      const depth = unit / (1 + across * flatX + down * flatY);
      const levelX = (flatX + shear * flatY) * depth;
      const levelY = flatY * depth;
      const sx = middleX + cos * levelX - sin * levelY;
      const sy = middleY + sin * levelX + cos * levelY;
      if (sx < 0 || sy < 0 || sx >= width - 1 || sy >= height - 1) continue;
      const x0 = sx | 0;
      const y0 = sy | 0;
      const at = y0 * width + x0;
      const a = data[at] as number;
      const b = data[at + 1] as number;
      const c = data[at + width] as number;
      const d = data[at + width + 1] as number;
      if (a === 255 && b === 255 && c === 255 && d === 255) continue;
      const right = sx - x0;
      const top = a + (b - a) * right;
      out[row + x] = top + (c + (d - c) * right - top) * (sy - y0) + 0.5;
    }
  }
  return { width, height, data: out };
}
