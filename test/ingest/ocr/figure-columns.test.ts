import { expect, it } from 'vitest';
import type { Engine, EngineWord } from '../../../src/ingest/ocr/engine/engine.js';
import type { Piece } from '../../../src/ingest/ocr/piece.js';
import type { PieceWord } from '../../../src/ingest/ocr/read-sheet.js';
import type { RasterRuling } from '../../../src/ingest/ocr/rulings/raster-rulings.js';
import { withFiguresRead } from '../../../src/ingest/ocr/words/figure-columns.js';
import { paper } from './draw.js';

const upright = (position: number): RasterRuling => ({
  orientation: 'vertical',
  position,
  from: 0,
  to: 900,
  thickness: 2,
});

/** A column of cells between rulings at 100 and 200; "text@0.5" was read with that confidence. */
function column(cells: readonly string[]): readonly PieceWord[] {
  return cells.map((cell, i): PieceWord => {
    const [text = '', confidence = '0.95'] = cell.split('@');
    const box = { x0: 120, y0: 40 * i + 20, x1: 150, y1: 40 * i + 44 };
    const piece: Piece = { ...box, baseline: box.y1, tall: false, components: [] };
    return { text, confidence: Number(confidence), ...box, piece };
  });
}

/** An engine that reads the same figure in every row that it is given, and says what it was asked for. */
function figureEngine(figure: string, asked: (string | undefined)[]): Engine {
  return {
    kind: 'native',
    sharpened: false,
    async read(picture, _, __, characters): Promise<readonly EngineWord[]> {
      asked.push(characters);
      const rows = Math.max(1, Math.round(picture.height / 60));
      return Array.from({ length: rows }, (_, row) => ({
        text: figure,
        x0: 30,
        y0: 30 + row * 46,
        x1: 50,
        y1: 50 + row * 46,
        confidence: 0.93,
      }));
    },
    close: () => Promise.resolve(),
  };
}

async function read(cells: readonly string[], figure: string) {
  const asked: (string | undefined)[] = [];
  const page = {
    grey: paper(400, 900),
    runs: { y: new Int32Array(), from: new Int32Array(), to: new Int32Array() },
    pieces: [],
    size: 24,
    rulings: [upright(100), upright(200)],
  };
  const words = await withFiguresRead(
    figureEngine(figure, asked),
    page,
    column(cells),
    new AbortController().signal,
  );
  return { asked, texts: [...words].sort((a, b) => a.y0 - b.y0).map(({ text }) => text) };
}

it('a letter in a column of figures is read again as a figure', async () => {
  const { asked, texts } = await read(['1', '2', 'l', '4', '5', '6'], '3');
  expect(asked).toEqual(['0123456789.,']);
  expect(texts).toEqual(['1', '2', '3', '4', '5', '6']);
});

it('an unsure figure is read again', async () => {
  expect((await read(['1', '2', '8@0.4', '4', '5'], '3')).texts).toEqual(['1', '2', '3', '4', '5']);
});

it('numerals of group rows, words and columns of text are left alone', async () => {
  for (const cells of [
    ['1', '2', 'II', '1', '2', '3'],
    ['1', '2', 'Cộng', '1', '2'],
    ['l', 'Sở', 'Phòng', '4', 'O'],
    ['1', '2', '3', '4'],
  ]) {
    const { asked, texts } = await read(cells, '9');
    expect(asked).toEqual([]);
    expect(texts).toEqual(cells);
  }
});
