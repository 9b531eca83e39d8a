import { foldVietnamese } from '../../document/fold.js';
import { type CsvRow, csvRows } from './csv-rows.js';
import { UnitsCsvError } from './units-csv-error.js';

/** A unit that has to hand in plans. */
export interface ListedUnit {
  readonly name: string;
  /** The authority above it; null where the list doesn't say. */
  readonly parent: string | null;
  /** Other names that it bears. */
  readonly aliases: readonly string[];
  /** 1-based line of the list. */
  readonly line: number;
}

const HEADS: Readonly<Record<'name' | 'parent' | 'aliases', readonly string[]>> = {
  name: ['don vi', 'ten don vi', 'co quan', 'ten', 'unit', 'name', 'unit name'],
  parent: ['co quan chu quan', 'chu quan', 'parent', 'parent agency', 'authority'],
  aliases: ['ten khac', 'ten viet tat', 'viet tat', 'aliases', 'alias', 'other names'],
};

const headKey = (head: string): string =>
  foldVietnamese(head)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Reads a list of units: CSV in UTF-8, parted by comma, semicolon or tab, with a head that names the columns: the
 * unit ("Đơn vị" or "unit"), and where wanted the authority above it ("Cơ quan chủ quản", "parent") and its
 * other names, parted by "|" ("Tên khác", "aliases"). Other columns are left alone. Throws UnitsCsvError with
 * the line.
 */
export function parseUnitsCsv(bytes: Uint8Array, file: string): readonly ListedUnit[] {
  const rows = csvRows(bytes, file);
  const [head, ...body] = rows;
  if (head === undefined) throw new UnitsCsvError(file, 1, { kind: 'empty' });
  const heads = head.cells.map(headKey);
  const columnOf = (name: keyof typeof HEADS): number => heads.findIndex((one) => HEADS[name].includes(one));
  const [nameAt, parentAt, aliasesAt] = [columnOf('name'), columnOf('parent'), columnOf('aliases')];
  if (nameAt < 0) throw new UnitsCsvError(file, head.line, { kind: 'no-unit-column', heads: head.cells });
  const seen = new Map<string, number>();
  const units = body.map((row): ListedUnit => {
    if (row.cells.length !== head.cells.length)
      throw new UnitsCsvError(file, row.line, {
        kind: 'columns',
        found: row.cells.length,
        expected: head.cells.length,
      });
    const cell = (at: number): string | null => filledCell(row, at);
    const name = cell(nameAt);
    if (name === null) throw new UnitsCsvError(file, row.line, { kind: 'no-name' });
    const parent = cell(parentAt);
    const key = `${headKey(name)}|${headKey(parent ?? '')}`;
    const before = seen.get(key);
    if (before !== undefined) throw new UnitsCsvError(file, row.line, { kind: 'twice', name, before });
    seen.set(key, row.line);
    const aliases = (cell(aliasesAt) ?? '')
      .split('|')
      .map((alias) => alias.trim())
      .filter((alias) => alias !== '');
    return { name, parent, aliases, line: row.line };
  });
  if (units.length === 0) throw new UnitsCsvError(file, head.line, { kind: 'empty' });
  return units;
}

function filledCell({ cells }: CsvRow, at: number): string | null {
  const text = (cells[at] ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim();
  return text === '' ? null : text;
}
