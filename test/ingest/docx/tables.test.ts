import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GridCell, placeCells } from '../../../src/ingest/docx/grid.js';
import { BORDERS, documentOf, linesOf, p, rowsOf, tableOf, tbl, tc, tr } from './docx-xml.js';

const HEAD = '<w:tblHeader/>';
const BOLD = (text: string, properties = ''): string => tc(p(text, '', '<w:b/>'), properties);
const span = (n: number): string => `<w:gridSpan w:val="${n}"/>`;
const BEGIN = '<w:vMerge w:val="restart"/>';
const ON = '<w:vMerge/>';

describe('tables of a DOCX', () => {
  it('keep their grid, with empty cells', async () => {
    const document = await documentOf(
      tbl([tr(['TT', 'Nội dung', 'Đơn vị']), tr(['1', 'Rà soát', '']), tr(['', '', 'Văn phòng'])]),
    );
    const table = tableOf(document);
    expect(rowsOf(document)).toEqual([
      ['TT', 'Nội dung', 'Đơn vị'],
      ['1', 'Rà soát', ''],
      ['', '', 'Văn phòng'],
    ]);
    expect(table).toMatchObject({ columns: 3, headRows: 1, origin: 'markup', certainty: 1, pages: [] });
    expect(document.text).toBe('TT\tNội dung\tĐơn vị\n1\tRà soát\nVăn phòng');
  });

  it('join the paragraphs of a cell by a space and keep their spans', async () => {
    const document = await documentOf(
      tbl([tr(['TT', 'Đơn vị']), tr(['1', tc(p('Phòng A;') + p('Phòng B'))])]),
    );
    const cell = tableOf(document).rows[1]?.cells[1];
    expect(cell?.paragraphs.map(({ start, end }) => document.text.slice(start, end))).toEqual([
      'Phòng A;',
      'Phòng B',
    ]);
    expect(document.text).toContain('1\tPhòng A; Phòng B');
  });

  it('give merged cells their spans, in the row where they begin', async () => {
    const document = await documentOf(
      tbl([
        tr([BOLD('TT', BEGIN), BOLD('Nội dung', BEGIN), BOLD('Thời gian', span(2))]),
        tr([BOLD('', ON), BOLD('', ON), BOLD('Quý I'), BOLD('Quý II')]),
        tr(['1', 'Rà soát', 'x', '']),
      ]),
    );
    const table = tableOf(document);
    expect(table.headRows).toBe(2);
    expect(table.rows.map(({ cells }) => cells.map((c) => [c.row, c.column, c.rowSpan, c.colSpan]))).toEqual([
      [
        [0, 0, 2, 1],
        [0, 1, 2, 1],
        [0, 2, 1, 2],
      ],
      [
        [1, 2, 1, 1],
        [1, 3, 1, 1],
      ],
      [
        [2, 0, 1, 1],
        [2, 1, 1, 1],
        [2, 2, 1, 1],
        [2, 3, 1, 1],
      ],
    ]);
  });

  it('read horizontal merges, shifted rows and cells that continue nothing', async () => {
    const document = await documentOf(
      tbl([
        tr([tc('A', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), 'B']),
        tr([tc('C'), tc('D')], '<w:gridBefore w:val="1"/>'),
        tr(['E', 'F', 'G']),
        tr(['H', tc('I', `${span(2)}${ON}`)]),
      ]),
    );
    const places = tableOf(document).rows.map(({ cells }) => cells.map((c) => [c.column, c.colSpan]));
    expect(places).toEqual([
      [
        [0, 2],
        [2, 1],
      ],
      [
        [1, 1],
        [2, 1],
      ],
      [
        [0, 1],
        [1, 1],
        [2, 1],
      ],
      [
        [0, 1],
        [1, 2],
      ],
    ]);
  });

  it('drop grid lines where no cell begins, and edges dragged almost in line', async () => {
    const document = await documentOf(
      tbl(
        [
          tr([tc('TT', span(2)), tc('Nội dung', span(2))]),
          tr([tc('1', span(2)), tc('Một', span(2))]),
          tr([tc('2'), tc('Hai', span(3))]),
        ],
        BORDERS,
        [600, 40, 3000, 3000],
      ),
    );
    const table = tableOf(document);
    expect(table.columns).toBe(2);
    expect(table.rows.map((row) => row.cells.map((cell) => cell.column))).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
  });

  it('take the marked head rows, and what their merged cells reach down to', async () => {
    const marked = await documentOf(tbl([tr(['một', 'hai'], HEAD), tr(['ba', 'bốn'], HEAD), tr(['1', '2'])]));
    expect(tableOf(marked).headRows).toBe(2);
    const reaching = await documentOf(
      tbl([tr([tc('a', BEGIN), tc('b', span(2))], HEAD), tr([tc('', ON), 'c', 'd']), tr(['1', '2', '3'])]),
    );
    expect(tableOf(reaching).headRows).toBe(2);
  });

  it('see no head in a first row of content', async () => {
    const numbered = await documentOf(
      tbl([tr([BOLD('1'), BOLD('Rà soát'), BOLD('Quý I')]), tr(['2', 'Họp', 'Quý II'])]),
    );
    expect(tableOf(numbered).headRows).toBe(0);
    const plain = await documentOf(tbl([tr(['Rà soát', 'Quý I']), tr(['Họp', 'Quý II'])]));
    expect(tableOf(plain).headRows).toBe(0);
  });

  it('hold tables in cells, whose text stays on the row', async () => {
    const inner = tbl([tr(['Chức danh', 'Số']), tr(['Trưởng đoàn', '1'])]);
    const document = await documentOf(
      tbl([tr(['TT', 'Nội dung']), tr(['1', tc(`${p('Thành phần:')}${inner}${p('hết')}`)])]),
    );
    const cell = tableOf(document).rows[1]?.cells[1];
    expect(document.text.split('\n')[1]).toBe('1\tThành phần: Chức danh Số Trưởng đoàn 1 hết');
    const nested = cell?.tables[0];
    expect(
      nested?.rows.map((row) => row.cells.map(({ span: s }) => document.text.slice(s.start, s.end))),
    ).toEqual([
      ['Chức danh', 'Số'],
      ['Trưởng đoàn', '1'],
    ]);
  });

  it('keep rows in which every cell goes on from above or is empty', async () => {
    const document = await documentOf(
      tbl([
        tr([tc('TT', BEGIN), tc('Nội dung', BEGIN)]),
        tr([tc('', ON), tc('', ON)]),
        tr(['', '']),
        tr(['1', 'x']),
      ]),
    );
    expect(rowsOf(document)).toEqual([['TT', 'Nội dung'], [], ['', ''], ['1', 'x']]);
  });

  it('stand between the paragraphs around them', async () => {
    const document = await documentOf(p('Trước') + tbl([tr(['TT', 'x']), tr(['1', 'y'])]) + p('Sau'));
    expect(document.text).toBe('Trước\nTT\tx\n1\ty\nSau');
    expect(linesOf(document)).toEqual(['Trước', 'Sau']);
  });
});

describe('the grid', () => {
  const row = fc.array(
    fc.record({
      gap: fc.nat({ max: 1 }),
      width: fc.integer({ min: 1, max: 4 }),
      vertical: fc.constantFrom('none', 'begins', 'continues'),
    }),
    { maxLength: 6 },
  );

  it('takes each place at most once and keeps every cell that continues nothing', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 8 }),
        fc.array(fc.nat({ max: 300 }), { maxLength: 30 }),
        (rows, widths) => {
          const grid = placeCells(
            rows.map((cells) => {
              let at = 0;
              return cells.map(({ gap, width, vertical }): GridCell<number> => {
                const start = at + gap;
                at = start + width;
                return { start, end: at, vertical: vertical as GridCell<number>['vertical'], content: 0 };
              });
            }),
            widths,
          );
          const taken = new Set<string>();
          for (const cell of grid.rows.flat())
            for (let r = cell.row; r < cell.row + cell.rowSpan; r++)
              for (let c = cell.column; c < cell.column + cell.colSpan; c++) {
                expect(c).toBeLessThan(grid.columns);
                expect(r).toBeLessThan(grid.rows.length);
                expect(taken.has(`${r}/${c}`)).toBe(false);
                taken.add(`${r}/${c}`);
              }
          for (const [index, cells] of rows.entries())
            expect(grid.rows[index]?.length).toBeGreaterThanOrEqual(
              cells.filter((cell) => cell.vertical !== 'continues').length,
            );
        },
      ),
    );
  });
});
