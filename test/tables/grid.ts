/** A cell of a table to be scored. */
export interface ScoredCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
}

/** One place of the grid: where its cell reaches to from here, and the cell's text. */
export interface Place {
  /** Offsets of the cell's left, top, right and bottom edge from this place, in columns and rows. */
  readonly reach: readonly [number, number, number, number];
  readonly text: string;
}

/** A table laid out: `rows` x `columns` places, row by row; a spanning cell stands at each place that it covers. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly places: readonly (readonly Place[])[];
}

const EMPTY: Place = { reach: [0, 0, 1, 1], text: '' };

/** NFC with single spaces: what two readings of one text are compared in. */
export const plainText = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

const TICK = /^[xX×✓✔√vV\uF0FC]$/u;

/** A cell's text as it is scored: a cell that is only ticked says the same whichever sign ticks it. */
const scored = (text: string): string => {
  const plain = plainText(text);
  return TICK.test(plain) ? 'x' : plain;
};

/** Lays cells out; places that no cell covers hold an empty cell of their own. */
export function layOut(cells: readonly ScoredCell[]): Grid {
  const rows = Math.max(0, ...cells.map((cell) => cell.row + cell.rowSpan));
  const columns = Math.max(0, ...cells.map((cell) => cell.column + cell.colSpan));
  const places: Place[][] = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, (): Place => EMPTY),
  );
  for (const cell of cells) {
    const text = scored(cell.text);
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.colSpan; column++) {
        const reach: Place['reach'] = [
          cell.column - column,
          cell.row - row,
          cell.column + cell.colSpan - column,
          cell.row + cell.rowSpan - row,
        ];
        const line = places[row];
        if (line !== undefined) line[column] = { reach, text };
      }
  }
  return { rows, columns, places };
}
