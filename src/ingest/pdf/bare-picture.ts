import type { Box } from '../../document/box.js';
import { cornersOfBox, cornersOfPath, surrounds } from './clip-shape.js';
import { compose, type Matrix, toMatrix } from './matrix.js';
import type { OperationCodes, OperatorList } from './read-content.js';

/** Operations that paint nothing and hide nothing; of text, only hidden text is met here. */
const HARMLESS: ReadonlySet<string> = new Set([
  ...['dependency', 'setLineWidth', 'setLineCap', 'setLineJoin', 'setMiterLimit', 'setDash'],
  ...['setRenderingIntent', 'setFlatness', 'beginText', 'endText', 'setCharSpacing', 'setWordSpacing'],
  ...['setHScale', 'setLeading', 'setFont', 'setTextRenderingMode', 'setTextRise', 'moveText'],
  ...['setLeadingMoveText', 'setTextMatrix', 'nextLine', 'showText'],
  ...['setStrokeColorSpace', 'setFillColorSpace', 'setStrokeColor', 'setStrokeColorN', 'setFillColor'],
  ...['setFillColorN', 'setStrokeGray', 'setFillGray', 'setStrokeRGBColor', 'setFillRGBColor'],
  ...['setStrokeTransparent', 'setFillTransparent'],
  ...['markPoint', 'markPointProps', 'beginMarkedContent', 'endMarkedContent', 'beginCompat', 'endCompat'],
]);
const HARMLESS_STATE: ReadonlySet<unknown> = new Set(['LW', 'LC', 'LJ', 'ML', 'D', 'RI', 'FL', 'Font']);

/** Whether the entry of a graphics state leaves a picture's pixels as they are. */
function leavesPixels(entry: unknown): boolean {
  if (!Array.isArray(entry)) return false;
  const [key, value] = entry as readonly unknown[];
  if (key === 'CA' || key === 'ca') return value === 1;
  if (key === 'BM') return value === 'source-over';
  if (key === 'SMask') return value === false;
  if (key === 'TR') return value === null;
  return HARMLESS_STATE.has(key);
}

/**
 * Whether the only picture of a page is seen just as it is stored: nothing clips it, covers it, blends it or may switch
 * it off, and no annotation is painted. `list` is the page's operator list with its annotations, `toDisplay` as
 * for `readContent`; `seen` is the part of the picture that lies on the page. That the page shows nothing else
 * must be known.
 */
export function isBarePicture(
  list: OperatorList,
  codes: OperationCodes,
  toDisplay: Matrix,
  seen: Box,
): boolean {
  const names = new Map(Object.entries(codes).map(([name, code]) => [code, name]));
  let matrix = toDisplay;
  let isPainted = false;
  let isClip = false;
  const saved: Matrix[] = [];
  const move = (by: unknown): void => {
    const step = toMatrix(by);
    if (step !== null) matrix = compose(matrix, step);
  };
  const path = ([paint, data]: readonly unknown[]): boolean => {
    const clips = isClip;
    isClip = false;
    if (isPainted) return paint === codes.endPath;
    if (!clips) return true;
    const corners = Array.isArray(data) ? cornersOfPath(data[0]) : null;
    return corners !== null && surrounds(corners, matrix, seen);
  };
  const allows: Readonly<Record<string, (args: readonly unknown[]) => boolean>> = {
    beginMarkedContentProps: ([tag]) => tag !== 'OC',
    setGState: ([entries]) => Array.isArray(entries) && entries.every(leavesPixels),
    save: () => saved.push(matrix) > 0,
    restore: () => {
      matrix = saved.pop() ?? matrix;
      return true;
    },
    transform: (args) => {
      move(args);
      return true;
    },
    clip: () => {
      isClip = true;
      return true;
    },
    constructPath: path,
    paintFormXObjectBegin: ([by, box]) => {
      saved.push(matrix);
      move(by);
      const corners = cornersOfBox(box);
      return isPainted || corners === null || surrounds(corners, matrix, seen);
    },
    paintImageXObject: () => {
      isPainted = true;
      return true;
    },
  };
  const same: Readonly<Record<string, string>> = { eoClip: 'clip', paintFormXObjectEnd: 'restore' };
  return list.fnArray.every((code, i) => {
    const name = names.get(code) ?? '';
    if (HARMLESS.has(name)) return true;
    const args = list.argsArray[i];
    const listed = Array.isArray(args) || ArrayBuffer.isView(args) ? (args as readonly unknown[]) : [];
    return allows[same[name] ?? name]?.(listed) ?? false;
  });
}
