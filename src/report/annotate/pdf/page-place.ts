import type { Box } from '../../../document/box.js';
import type { PdfPage } from './pages.js';

/** A point in a page's user space. */
export type Point = readonly [number, number];

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** A point of the page as displayed (points from the top left corner, y downwards) in user space. */
export function toUserSpace({ view, rotate, userUnit }: PdfPage, x: number, y: number): Point {
  const [x0, y0, x1, y1] = view;
  const [right, down] = [x / userUnit, y / userUnit];
  const [a, b] =
    rotate === 90
      ? [x0 + down, y0 + right]
      : rotate === 180
        ? [x1 - right, y0 + down]
        : rotate === 270
          ? [x1 - down, y1 - right]
          : [x0 + right, y1 - down];
  return [round(a), round(b)];
}

/** A displayed box's corners in user space: top left, top right, bottom left, bottom right as a reader sees them. */
export function corners(page: PdfPage, [x0, y0, x1, y1]: Box): readonly [Point, Point, Point, Point] {
  return [
    toUserSpace(page, x0, y0),
    toUserSpace(page, x1, y0),
    toUserSpace(page, x0, y1),
    toUserSpace(page, x1, y1),
  ];
}

/** The upright rectangle around points: [x0, y0, x1, y1]. */
export function rectangleAround(points: readonly Point[]): readonly [number, number, number, number] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
