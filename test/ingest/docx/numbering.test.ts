import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../src/ingest/docx/number-format.js';
import { documentOf, isParagraph, linesOf, list, num, numbered, p, rowsOf, tbl, tc, tr } from './docx-xml.js';

const OUTLINE = list(1, [
  ['upperRoman', '%1.'],
  ['decimal', '%2.', '<w:isLgl/>'],
  ['decimal', '%2.%3.'],
  ['lowerLetter', '%4)'],
]);

const read = async (numbering: string, body: string, styles?: string): Promise<readonly string[]> =>
  linesOf(await documentOf({ numbering, body, ...(styles === undefined ? {} : { styles }) }));

describe('automatic numbers', () => {
  it('stand in front of the text, with their span', async () => {
    const document = await documentOf({ numbering: OUTLINE + num(1), body: numbered('MỤC ĐÍCH', 1) });
    const paragraph = document.blocks.find(isParagraph);
    expect(document.text).toBe('I. MỤC ĐÍCH');
    expect(paragraph?.label).toEqual({ start: 0, end: 2 });
  });

  it('count by level and start anew below a higher one', async () => {
    const body = [
      ['A', 0],
      ['B', 1],
      ['C', 2],
      ['D', 2],
      ['E', 1],
      ['F', 2],
      ['G', 3],
      ['H', 0],
      ['I', 1],
    ] as const;
    const lines = await read(OUTLINE + num(1), body.map(([t, level]) => numbered(t, 1, level)).join(''));
    expect(lines).toEqual(['I. A', '1. B', '1.1. C', '1.2. D', '2. E', '2.1. F', 'a) G', 'II. H', '1. I']);
  });

  it('go on over other paragraphs and over lists of the same group', async () => {
    const lines = await read(
      OUTLINE + num(1) + num(2, 1),
      numbered('A', 1) + p('giữa') + numbered('B', 2) + numbered('C', 1),
    );
    expect(lines).toEqual(['I. A', 'giữa', 'II. B', 'III. C']);
  });

  it('start over where a list says so, once', async () => {
    const over = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>';
    const lines = await read(
      OUTLINE + num(1) + num(2, 1, over),
      numbered('A', 1) + numbered('B', 2) + numbered('C', 2),
    );
    expect(lines).toEqual(['I. A', 'IV. B', 'V. C']);
  });

  it('take a level that a list overrides as a whole', async () => {
    const over =
      '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="7"/><w:numFmt w:val="decimalZero"/><w:lvlText w:val="Điều %1."/><w:suff w:val="space"/></w:lvl></w:lvlOverride>';
    expect(await read(OUTLINE + num(1, 1, over), numbered('A', 1))).toEqual(['Điều 07. A']);
  });

  it('write higher levels in figures where the level is legal, and honor restarts', async () => {
    const numbering =
      list(1, [
        ['upperRoman', '%1.'],
        ['decimal', '%1.%2', '<w:isLgl/>'],
        ['decimal', '%3)', '<w:lvlRestart w:val="0"/>'],
        ['decimal', '%4*', '<w:lvlRestart w:val="1"/>'],
      ]) + num(1);
    const body = [0, 1, 2, 3, 1, 2, 3, 0, 1, 2, 3].map((level) => numbered('x', 1, level)).join('');
    expect((await read(numbering, body)).map((line) => line.split(' ')[0])).toEqual([
      'I.',
      '1.1',
      '1)',
      '1*',
      '1.2',
      '2)',
      '2*',
      'II.',
      '2.1',
      '3)',
      '1*',
    ]);
  });

  it('write bullets as dashes, signs that are typed too as they are, and no label where there is none', async () => {
    const numbering = list(1, [
      ['bullet', '\uF0B7'],
      ['bullet', '+'],
      ['none', ''],
    ]);
    const body = [0, 1, 2].map((level) => numbered('x', 1, level)).join('');
    expect(await read(numbering + num(1), body)).toEqual(['- x', '+ x', 'x']);
  });

  it('are divided from the text by a space unless the text goes on from them', async () => {
    const numbering = list(1, [['decimal', 'Điều %1', '<w:suff w:val="nothing"/>']]) + num(1);
    expect(await read(numbering, numbered('Phạm vi', 1) + numbered('. Đối tượng', 1))).toEqual([
      'Điều 1 Phạm vi',
      'Điều 2. Đối tượng',
    ]);
  });

  it('come from styles, by the level that is bound to the style', async () => {
    const styles = ['H1', 'H2']
      .map(
        (id) =>
          `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`,
      )
      .join('');
    const numbering =
      list(1, [
        ['upperRoman', '%1.', '<w:pStyle w:val="H1"/>'],
        ['decimal', '%2.', '<w:pStyle w:val="H2"/>'],
      ]) + num(1);
    const body =
      p('A', '<w:pStyle w:val="H1"/>') +
      p('B', '<w:pStyle w:val="H2"/>') +
      p('C', '<w:pStyle w:val="H2"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
      p('D', '<w:pStyle w:val="H2"/>');
    expect(await read(numbering, body, styles)).toEqual(['I. A', '1. B', 'C', '2. D']);
  });

  it('follow a link to a numbering style', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Luat"/></w:abstractNum>' +
      '<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="Luat"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>';
    expect(await read(numbering + num(1), numbered('x', 1))).toEqual(['A. x']);
  });

  it('fill the numbering column of a table, whose cells hold no text of their own', async () => {
    const cell = tc(numbered('', 1));
    const document = await documentOf({
      numbering: list(1, [['decimal', '%1']]) + num(1),
      body: tbl([tr(['TT', 'Nội dung']), tr([cell, 'Một']), tr([cell, 'Hai']), tr([cell, 'Ba'])]),
    });
    expect(rowsOf(document)).toEqual([
      ['TT', 'Nội dung'],
      ['1', 'Một'],
      ['2', 'Hai'],
      ['3', 'Ba'],
    ]);
    expect(document.text).toContain('2\tHai');
  });

  it('leave out unknown lists and empty bullets', async () => {
    const numbering = list(1, [['bullet', '-']]) + num(1);
    expect(await read(numbering, numbered('x', 9) + numbered('', 1) + numbered('y', 1, 8))).toEqual([
      'x',
      'y',
    ]);
  });
});

describe('formats of numbers', () => {
  it('write roman numerals that read back as the number', () => {
    const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3999 }), (value) => {
        const digits = [...formatNumber(value, 'upperRoman')].map((letter) => values[letter] ?? Number.NaN);
        const sum = digits.reduce(
          (total, digit, at) => total + (digit < (digits[at + 1] ?? 0) ? -digit : digit),
          0,
        );
        expect(sum).toBe(value);
      }),
    );
  });

  it('repeat letters after z and bound what they write', () => {
    expect([1, 26, 27, 53].map((value) => formatNumber(value, 'lowerLetter'))).toEqual([
      'a',
      'z',
      'aa',
      'aaa',
    ]);
    expect(formatNumber(1_000_000, 'upperRoman')).toBe('1000000');
    expect(formatNumber(3, 'chineseCounting')).toBe('3');
  });
});
