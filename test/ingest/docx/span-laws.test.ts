import fc from 'fast-check';
import { describe, it } from 'vitest';
import { documentOf, list, num, numbered, p, tbl, tc, tr } from './docx-xml.js';

const text = fc
  .array(
    fc.constantFrom(
      'Kế',
      'hoạch',
      ' ',
      '\t',
      '\n',
      'e\u0302',
      '\u0301',
      '\u00ADh',
      '-',
      '1.',
      'TT',
      '12/KH',
      '.',
    ),
    {
      maxLength: 6,
    },
  )
  .map((pieces) => pieces.join(''));
const align = fc.constantFrom('', '<w:jc w:val="center"/>', '<w:numPr><w:numId w:val="1"/></w:numPr>');
const box = (inner: string): string =>
  `<w:p><w:r><w:pict><w:txbxContent>${inner}</w:txbxContent></w:pict></w:r></w:p>`;
const merge = fc.constantFrom(
  '',
  '<w:vMerge/>',
  '<w:vMerge w:val="restart"/>',
  '<w:gridSpan w:val="2"/>',
  '<w:hMerge/>',
);

const { blocks } = fc.letrec<{ blocks: string; table: string; cell: string }>((tie) => ({
  blocks: fc
    .array(
      fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.tuple(text, align).map(([words, properties]) => p(words, properties)),
        text.map((words) => numbered(words, 1, 1)),
        tie('table'),
        tie('blocks').map(box),
      ),
      { maxLength: 5 },
    )
    .map((all) => all.join('')),
  cell: fc.tuple(tie('blocks'), merge).map(([inner, properties]) => tc(`${inner}<w:p/>`, properties)),
  table: fc
    .tuple(
      fc.array(
        fc
          .tuple(fc.array(tie('cell'), { maxLength: 4 }), fc.constantFrom('', '<w:tblHeader/>'))
          .map(([cells, properties]) => tr(cells, properties)),
        { maxLength: 4 },
      ),
      fc.boolean(),
    )
    .map(([rows, bordered]) => (bordered ? tbl(rows) : tbl(rows, ''))),
}));

describe('any DOCX', () => {
  it('keeps the laws of spans', async () => {
    const numbering =
      list(1, [
        ['decimal', '%1.'],
        ['lowerLetter', '%2)', '<w:suff w:val="nothing"/>'],
      ]) + num(1);
    await fc.assert(
      fc.asyncProperty(blocks, async (inner) => {
        await documentOf({ numbering, body: p('Kế hoạch') + inner });
      }),
      { numRuns: 80 },
    );
  });
});
