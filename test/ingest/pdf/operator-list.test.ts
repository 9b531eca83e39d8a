import { afterAll, describe, expect, it } from 'vitest';
import type { Ruling } from '../../../src/ingest/layout/layout-page.js';
import { type OpenPdf, openPdf } from '../../../src/ingest/pdf/open-pdf.js';
import { readContent } from '../../../src/ingest/pdf/read-content.js';
import { show, writePdf } from './write-pdf.js';

const open: OpenPdf[] = [];
afterAll(async () => {
  for (const pdf of open) await pdf.close();
});

async function operators(
  content: string,
): Promise<{ pdf: OpenPdf; fnArray: number[]; argsArray: unknown[] }> {
  const pdf = await openPdf(writePdf([{ content, width: 600, height: 800 }]), 1e8);
  if (pdf.kind === 'failed') throw new Error(pdf.detail);
  open.push(pdf);
  const page = await pdf.document.getPage(1);
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 });
  return { pdf, fnArray, argsArray };
}

async function rulings(content: string): Promise<readonly Ruling[]> {
  const { pdf, fnArray, argsArray } = await operators(content);
  return readContent({ fnArray, argsArray }, pdf.operationCodes, [1, 0, 0, -1, 0, 800], () => null).rulings;
}

const plain = (value: unknown): unknown =>
  ArrayBuffer.isView(value)
    ? Array.from(value as unknown as ArrayLike<number>)
    : Array.isArray(value)
      ? value.map(plain)
      : value;

describe("pdf.js's operator list, as this program reads it", () => {
  it('keeps its form: one constructPath with the paint operation, a number buffer and its bounds', async () => {
    const { pdf, fnArray, argsArray } = await operators(
      '2 w 10 20 m 110 20 l S 10 30 40 5 re f 0 0 m 1 1 2 2 3 3 c h S',
    );
    const { constructPath, stroke, fill, setLineWidth } = pdf.operationCodes;
    expect(fnArray).toEqual([setLineWidth, constructPath, constructPath, constructPath]);
    expect(plain(argsArray[1])).toEqual([stroke, [[0, 10, 20, 1, 110, 20]], [10, 20, 110, 20]]);
    expect(plain(argsArray[2])).toEqual([
      fill,
      [[0, 10, 30, 1, 50, 30, 1, 50, 35, 1, 10, 35, 4]],
      [10, 30, 50, 35],
    ]);
    expect(plain(argsArray[3])).toEqual([stroke, [[0, 0, 0, 2, 1, 1, 2, 2, 3, 3, 4]], [0, 0, 3, 3]]);
  });

  it('gives text as glyphs with Unicode and width in thousandths, between numbers for kerning', async () => {
    const { pdf, fnArray, argsArray } = await operators('BT /F0 12 Tf 10 20 Td [(A) -250 (b)] TJ ET');
    const at = fnArray.indexOf(pdf.operationCodes.showText as number);
    expect((argsArray[at] as unknown[])[0]).toMatchObject([
      { unicode: 'A', width: 722, isSpace: false },
      -250,
      { unicode: 'b', width: 500 },
    ]);
  });
});

describe('rules from paths', () => {
  it('takes stroked segments along the axes, in points from the top', async () => {
    expect(await rulings('10 20 m 110 20 l S 30 100 m 30 300 l S 0 0 m 50 50 l S')).toEqual([
      { orientation: 'horizontal', position: 780, from: 10, to: 110 },
      { orientation: 'vertical', position: 30, from: 500, to: 700 },
    ]);
  });

  it('takes thin filled strips and no shading', async () => {
    expect(await rulings('10 20 100 0.5 re f 10 30 0.5 60 re f 10 100 200 100 re f')).toEqual([
      { orientation: 'horizontal', position: 779.75, from: 10, to: 110 },
      { orientation: 'vertical', position: 10.25, from: 710, to: 770 },
    ]);
  });

  it('takes the four sides of a stroked box', async () => {
    expect(await rulings('10 20 100 60 re S')).toHaveLength(4);
  });

  it('follows save, restore and transformations', async () => {
    expect(await rulings('q 2 0 0 2 100 100 cm 0 0 m 50 0 l S Q 0 0 m 50 0 l S')).toEqual([
      { orientation: 'horizontal', position: 700, from: 100, to: 200 },
      { orientation: 'horizontal', position: 800, from: 0, to: 50 },
    ]);
    expect(await rulings('q 1 0 0 1 5 7 cm 0 0 m 50 0 l S Q')).toEqual([
      { orientation: 'horizontal', position: 793, from: 5, to: 55 },
    ]);
  });

  it('takes none from clipping paths, white paint, curves and bars', async () => {
    expect(await rulings('10 20 100 0.5 re W n')).toEqual([]);
    expect(await rulings('1 1 1 rg 10 20 100 0.5 re f 1 1 1 RG 10 20 m 110 20 l S')).toEqual([]);
    expect(await rulings('10 20 m 30 20 60 20 110 20 c S')).toEqual([]);
    expect(await rulings('12 w 10 20 m 110 20 l S')).toEqual([]);
  });

  it('is not confused by text in between', async () => {
    expect(await rulings(`${show(10, 500, 'chu')} 10 20 m 110 20 l S`)).toHaveLength(1);
  });
});
