import type { GraphicsState } from './graphics-state.js';
import { apply, compose } from './matrix.js';
import type { Glyph } from './page-content.js';

const HIDDEN = 3;
const FILL_AND_STROKE = 2;
const LIGATURES = /[\uFB00-\uFB06]/gu;

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
  const turn = quarterTurn(toPage[0] * direction, toPage[1] * direction);
  for (const item of items) {
    if (typeof item === 'number') {
      state.x -= (item / 1000) * fontSize * stretch;
      continue;
    }
    if (typeof item !== 'object' || item === null) continue;
    const glyph = item as PdfGlyph;
    const width = typeof glyph.width === 'number' ? glyph.width : 0;
    const spacing = (glyph.isSpace === true ? state.wordSpacing : 0) + state.charSpacing;
    const advance = (width * font.widthScale * fontSize + spacing * direction) * stretch;
    const [x, y] = apply(toPage, state.x, state.y + state.rise);
    const [endX, endY] = apply(toPage, state.x + advance, state.y + state.rise);
    state.x += advance;
    const text = typeof glyph.unicode === 'string' ? glyph.unicode : '';
    if (text === '') continue;
    into.push({
      text: text.replace(LIGATURES, (letters) => letters.normalize('NFKC')),
      x,
      y,
      endX,
      endY,
      size,
      ascent: font.ascent,
      descent: font.descent,
      turn,
      font,
      bold: font.bold || state.renderMode === FILL_AND_STROKE,
      italic: font.italic || slanted,
      hidden: state.renderMode === HIDDEN,
    });
  }
}
