import type { FontFace } from './page-content.js';

const BOLD = /bold|black|heavy|demi(?!-?italic)|[-,]bd|-b$/iu;
const ITALIC = /italic|oblique|kursiv|[-,]it$/iu;
const SUBSET = /^[A-Z]{6}\+/u;

const number = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;

/**
 * Reads pdf.js's font object. The family shown to style sheets is generic, so weight and slant come from the
 * PostScript name first. Metrics out of reason give way to those of a usual text face.
 */
export function fontFace(font: unknown): FontFace {
  const f = (typeof font === 'object' && font !== null ? font : {}) as Record<string, unknown>;
  const name = (typeof f.name === 'string' ? f.name : '').replace(SUBSET, '');
  const ascent = number(f.ascent, 0);
  const descent = number(f.descent, 0);
  const matrix = Array.isArray(f.fontMatrix) ? f.fontMatrix : [];
  return {
    name,
    bold: f.bold === true || f.black === true || BOLD.test(name),
    italic: f.italic === true || ITALIC.test(name),
    ascent: ascent > 0.5 && ascent < 1.3 ? Math.min(ascent, 0.95) : 0.89,
    descent: descent < -0.05 && descent > -0.6 ? Math.max(descent, -0.3) : -0.22,
    widthScale: number(matrix[0], 0.001) || 0.001,
  };
}
