import type { Box } from '../../document/box.js';
import type { Ruling } from '../layout/layout-page.js';
import { fontFace } from './font-face.js';
import { type GraphicsState, initialState } from './graphics-state.js';
import { apply, compose, IDENTITY, type Matrix, toMatrix } from './matrix.js';
import type { FontFace, Glyph, PageContent, PaintedImage } from './page-content.js';
import { filledRulings, strokedRulings } from './path-rulings.js';
import { showText } from './show-text.js';

/** pdf.js's numbers of the operations, as it exports them. */
export type OperationCodes = Readonly<Record<string, number>>;

/** A page's operator list with the fonts it names. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** Strokes thicker than this many points are bars, not rules. */
const THICKEST_STROKE = 6;
const WHITE = new Set(['#ffffff', '#fefefe']);

const numberAt = (args: readonly unknown[], i: number): number => {
  const value = args[i];
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
};
const sizeAt = (value: unknown, key: 'width' | 'height'): number =>
  typeof value === 'object' && value !== null ? numberAt([(value as Record<string, unknown>)[key]], 0) : 0;

const unitSquare = (matrix: Matrix): Box => {
  const corners = [apply(matrix, 0, 0), apply(matrix, 1, 0), apply(matrix, 0, 1), apply(matrix, 1, 1)];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
};

/**
 * Follows a page's operator list and collects its glyphs, rules and pictures. `toDisplay` maps the page's user space
 * to points from the displayed page's top left corner; `fontOf` gives pdf.js's font object for a name. The list's
 * form is that of pdf.js 5.5 with intent "display" through `getOperatorList` (no fused operations).
 */
export function readContent(
  list: OperatorList,
  codes: OperationCodes,
  toDisplay: Matrix,
  fontOf: (name: string) => unknown,
): PageContent {
  const glyphs: Glyph[] = [];
  const rulings: Ruling[] = [];
  const images: PaintedImage[] = [];
  let hasDrawing = false;
  let state = initialState(toDisplay);
  const saved: GraphicsState[] = [];
  const faces = new Map<string, FontFace>();
  const save = (): void => {
    saved.push({ ...state });
  };
  const restore = (): void => {
    state = saved.pop() ?? state;
  };
  const face = (name: string): FontFace => {
    const known = faces.get(name);
    if (known !== undefined) return known;
    const made = fontFace(fontOf(name));
    faces.set(name, made);
    return made;
  };
  const moveLine = (dx: number, dy: number): void => {
    state.x = state.lineX += dx;
    state.y = state.lineY += dy;
  };
  const strokes = new Set(['stroke', 'closeStroke'].map((name) => codes[name]));
  const fills = new Set(['fill', 'eoFill', 'rawFillPath'].map((name) => codes[name]));
  const both = new Set(
    ['fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'].map((name) => codes[name]),
  );
  const path = (args: readonly unknown[]): void => {
    const paint = args[0] as number;
    const buffer = Array.isArray(args[1]) ? (args[1][0] as unknown) : null;
    if (!(buffer instanceof Float32Array) || buffer.length === 0) return;
    const filled = (fills.has(paint) || both.has(paint)) && !state.invisibleFill;
    const stroked = (strokes.has(paint) || both.has(paint)) && !state.invisibleStroke;
    if (!filled && !stroked) return;
    hasDrawing = true;
    const thickness = state.lineWidth * Math.sqrt(Math.abs(det(state.matrix)));
    if (filled) rulings.push(...filledRulings(buffer, state.matrix));
    if (stroked && thickness <= THICKEST_STROKE) rulings.push(...strokedRulings(buffer, state.matrix));
  };
  const image = (pixelWidth: number, pixelHeight: number): void => {
    images.push({ box: unitSquare(state.matrix), pixelWidth, pixelHeight });
  };
  const handlers: Record<string, (args: readonly unknown[]) => void> = {
    save,
    restore,
    beginGroup: save,
    endGroup: restore,
    transform: (args) => {
      const matrix = toMatrix(args);
      if (matrix !== null) state.matrix = compose(state.matrix, matrix);
    },
    paintFormXObjectBegin: (args) => {
      save();
      const matrix = toMatrix(args[0]);
      if (matrix !== null) state.matrix = compose(state.matrix, matrix);
    },
    paintFormXObjectEnd: restore,
    beginText: () => {
      state.textMatrix = IDENTITY;
      state.x = state.y = state.lineX = state.lineY = 0;
    },
    setCharSpacing: (args) => {
      state.charSpacing = numberAt(args, 0);
    },
    setWordSpacing: (args) => {
      state.wordSpacing = numberAt(args, 0);
    },
    setHScale: (args) => {
      state.stretch = numberAt(args, 0) / 100;
    },
    setLeading: (args) => {
      state.leading = -numberAt(args, 0);
    },
    setFont: (args) => {
      state.font = face(String(args[0]));
      state.fontSize = numberAt(args, 1);
    },
    setTextRenderingMode: (args) => {
      state.renderMode = numberAt(args, 0);
    },
    setTextRise: (args) => {
      state.rise = numberAt(args, 0);
    },
    moveText: (args) => moveLine(numberAt(args, 0), numberAt(args, 1)),
    setLeadingMoveText: (args) => {
      state.leading = numberAt(args, 1);
      moveLine(numberAt(args, 0), numberAt(args, 1));
    },
    setTextMatrix: (args) => {
      state.textMatrix = toMatrix(args[0]) ?? toMatrix(args) ?? IDENTITY;
      state.x = state.y = state.lineX = state.lineY = 0;
    },
    nextLine: () => moveLine(0, state.leading),
    showText: (args) => {
      if (Array.isArray(args[0])) showText(state, args[0], glyphs);
    },
    setLineWidth: (args) => {
      state.lineWidth = numberAt(args, 0);
    },
    setFillRGBColor: (args) => {
      state.invisibleFill = WHITE.has(String(args[0]).toLowerCase());
    },
    setStrokeRGBColor: (args) => {
      state.invisibleStroke = WHITE.has(String(args[0]).toLowerCase());
    },
    setFillTransparent: () => {
      state.invisibleFill = true;
    },
    setStrokeTransparent: () => {
      state.invisibleStroke = true;
    },
    setFillColorN: () => {
      state.invisibleFill = false;
    },
    setStrokeColorN: () => {
      state.invisibleStroke = false;
    },
    constructPath: path,
    shadingFill: () => {
      hasDrawing = true;
    },
    paintImageXObject: (args) => {
      const [object] = args;
      images.push({
        box: unitSquare(state.matrix),
        pixelWidth: numberAt(args, 1),
        pixelHeight: numberAt(args, 2),
        glyphsBefore: glyphs.length,
        ...(typeof object === 'string' ? { object, matrix: state.matrix } : {}),
      });
    },
    paintImageXObjectRepeat: () => image(0, 0),
    paintImageMaskXObject: (args) => image(sizeAt(args[0], 'width'), sizeAt(args[0], 'height')),
    paintImageMaskXObjectRepeat: () => image(0, 0),
    paintImageMaskXObjectGroup: () => image(0, 0),
    paintInlineImageXObject: (args) => image(sizeAt(args[0], 'width'), sizeAt(args[0], 'height')),
    paintInlineImageXObjectGroup: () => image(0, 0),
    paintSolidColorImageMask: () => {
      hasDrawing = true;
    },
  };
  const byCode = new Map<number, (args: readonly unknown[]) => void>();
  for (const [name, handler] of Object.entries(handlers)) {
    const code = codes[name];
    if (code !== undefined) byCode.set(code, handler);
  }
  for (let i = 0; i < list.fnArray.length; i++) {
    const args = list.argsArray[i];
    const listed = Array.isArray(args) || ArrayBuffer.isView(args) ? (args as readonly unknown[]) : [];
    byCode.get(list.fnArray[i] ?? -1)?.(listed);
  }
  return { glyphs, rulings, images, hasDrawing };
}

const det = (m: Matrix): number => m[0] * m[3] - m[1] * m[2];
