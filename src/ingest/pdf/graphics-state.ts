import { IDENTITY, type Matrix } from './matrix.js';
import type { FontFace } from './page-content.js';

/** What save and restore keep: the part of PDF's graphics state that text, rules and pictures depend on. */
export interface GraphicsState {
  matrix: Matrix;
  font: FontFace | null;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  /** Horizontal scale, 1 = 100 %. */
  stretch: number;
  rise: number;
  leading: number;
  renderMode: number;
  textMatrix: Matrix;
  /** The pen and the line's start, in text space. */
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  lineWidth: number;
  /** Whether filling or stroking leaves nothing to be seen on white paper. */
  invisibleFill: boolean;
  invisibleStroke: boolean;
}

/** The state at the start of a page whose user space is mapped to the display by `matrix`. */
export const initialState = (matrix: Matrix): GraphicsState => ({
  matrix,
  font: null,
  fontSize: 0,
  charSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  rise: 0,
  leading: 0,
  renderMode: 0,
  textMatrix: IDENTITY,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
  lineWidth: 1,
  invisibleFill: false,
  invisibleStroke: false,
});
