import type { GraphicsState } from './graphics-state.js';
import { compose } from './matrix.js';
import type { Glyph, GlyphRun } from './page-content.js';

/** Of a rendering mode's bits, those of how it paints; 3 paints nothing (7: nothing, but clips by it). */
const HOW = 3;
const HIDDEN = 3;
const FILL_AND_STROKE = 2;
const FIRST_LIGATURE = 0xfb00;
const LIGATURES = /[\uFB00-\uFB06]/gu;
const withoutLigatures = (letters: string): string => letters.normalize('NFKC');

interface PdfGlyph {
  readonly unicode?: unknown;
  readonly width?: unknown;
  readonly isSpace?: unknown;
}

const quarterTurn = (dx: number, dy: number): 0 | 1 | 2 | 3 =>
  Math.abs(dx) >= Math.abs(dy) ? (dx >= 0 ? 0 : 2) : dy >= 0 ? 1 : 3;

/**
 * Sets the glyphs of one showText operation, one after the other, and moves the pen in `state`. Follows the PDF
 * specification's text-space arithmetic (ISO 32000-1, 9.4.4); vertical writing is set as if it were horizontal.
 */
export function showText(state: GraphicsState, items: readonly unknown[], into: Glyph[]): void {
  const { font } = state;
  if (font === null || state.fontSize === 0) return;
  const direction = state.fontSize < 0 ? -1 : 1;
  const fontSize = Math.abs(state.fontSize);
  const stretch = state.stretch * direction;
  const toPage = compose(state.matrix, state.textMatrix);
  const size = fontSize * Math.hypot(toPage[2], toPage[3]);
  const slanted = Math.abs(toPage[0] * toPage[2] + toPage[1] * toPage[3]) > 0.1 * (size / fontSize) ** 2;
  const run: GlyphRun = {
    size,
    ascent: font.ascent,
    descent: font.descent,
    turn: quarterTurn(toPage[0] * direction, toPage[1] * direction),
    font,
    bold: font.bold || state.renderMode === FILL_AND_STROKE,
    italic: font.italic || slanted,
    hidden: (state.renderMode & HOW) === HIDDEN,
  };
  const [a, b, c, d, e, f] = toPage;
  const [originX, originY] = [c * (state.y + state.rise) + e, d * (state.y + state.rise) + f];
  const perWidth = font.widthScale * fontSize;
  for (const item of items) {
    if (typeof item === 'number') {
      state.x -= (item / 1000) * fontSize * stretch;
      continue;
    }
    if (typeof item !== 'object' || item === null) continue;
    const glyph = item as PdfGlyph;
    const width = typeof glyph.width === 'number' ? glyph.width : 0;
    const spacing = (glyph.isSpace === true ? state.wordSpacing : 0) + state.charSpacing;
    const start = state.x;
    state.x += (width * perWidth + spacing * direction) * stretch;
    const text = glyph.unicode;
    if (typeof text !== 'string' || text === '') continue;
    into.push({
      text: text.charCodeAt(0) < FIRST_LIGATURE ? text : text.replace(LIGATURES, withoutLigatures),
      x: a * start + originX,
      y: b * start + originY,
      endX: a * state.x + originX,
      endY: b * state.x + originY,
      run,
    });
  }
}
