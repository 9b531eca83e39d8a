import { describe, expect, it } from 'vitest';
import type { Component } from '../../../src/ingest/ocr/components.js';
import { piecesOf } from '../../../src/ingest/ocr/piece.js';
import type { PieceWord } from '../../../src/ingest/ocr/read-sheet.js';
import { isEdgeScrap, isSheetEdge } from '../../../src/ingest/ocr/sheet-edge.js';
import { paper } from './draw.js';

const sheet = paper(600, 800);
const ruling = (orientation: 'horizontal' | 'vertical', position: number) =>
  ({ orientation, position, from: 10, to: 590, thickness: 2 }) as const;

describe('the edge of a sheet', () => {
  it.each([
    ['vertical', 4, true],
    ['vertical', 594, true],
    ['horizontal', 796, true],
    ['vertical', 40, false],
    ['horizontal', 594, false],
  ] as const)('a %s ruling at %d is one: %s', (orientation, position, expected) => {
    expect(isSheetEdge(ruling(orientation, position), sheet, 1)).toBe(expected);
  });

  it('is none in a picture that is too small for a sheet: a table may fill it', () => {
    expect(isSheetEdge(ruling('vertical', 4), paper(300, 200), 1)).toBe(false);
  });

  it('leaves scraps that are no words', () => {
    const at = (text: string, x: number, confidence: number): PieceWord => ({
      text,
      confidence,
      x0: x,
      x1: x + 6,
      y0: 400,
      y1: 410,
      piece: { x0: x, x1: x + 6, y0: 400, y1: 410, baseline: 410, tall: false, components: [] },
    });
    expect(isEdgeScrap(at('I', 594, 0.9), sheet, 1)).toBe(true);
    expect(isEdgeScrap(at('Kế', 300, 0.9), sheet, 1)).toBe(false);
    expect(isEdgeScrap(at('hoạch', 2, 0.9), sheet, 1)).toBe(false);
  });
});

describe('punch holes', () => {
  const block = (x0: number, y0: number, width: number, height: number, fill: number): Component => ({
    x0,
    y0,
    x1: x0 + width,
    y1: y0 + height,
    area: Math.round(width * height * fill),
    runs: [],
  });

  it('are no print, and letters of a title are', () => {
    const letters = [0, 1, 2, 3].map((i) => block(200 + 22 * i, 300, 18, 20, 0.4));
    const title = block(300, 100, 44, 44, 0.45);
    const hole = block(20, 300, 58, 58, 0.785);
    const pieces = piecesOf([...letters, title, hole], [], 20);
    expect(pieces.map(({ x0 }) => x0).sort((a, b) => a - b)).toEqual([200, 300]);
  });
});
