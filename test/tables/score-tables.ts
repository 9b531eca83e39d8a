import type { TrueTable } from '../../fixtures/build/tables-source.js';
import type { Block, SourceDocument, Table } from '../../src/document/source-document.js';
import { layOut, plainText, type ScoredCell } from './grid.js';
import { type GridScore, gritsOf } from './grits.js';

/** How one true table came out; both scores are 0 where it was not found. */
export interface TableScore extends GridScore {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly found: boolean;
  /** Whether as many head rows were found as it has. */
  readonly headRight: boolean;
  /** How sure the reader was of the grid; null where it was not found. */
  readonly certainty: number | null;
}

/** How a document's tables came out. `extra`: tables found that are none. */
export interface FileScore {
  readonly tables: readonly TableScore[];
  readonly extra: readonly Table[];
}

const withInner = (table: Table): readonly Table[] => [
  table,
  ...table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.tables.flatMap(withInner))),
];

/** All tables of a document, those inside cells after the table that holds them. */
export const tablesOf = (blocks: readonly Block[]): readonly Table[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? withInner(block) : []));

const cellsOf = (document: SourceDocument, table: Table): readonly ScoredCell[] =>
  table.rows.flatMap((row) =>
    row.cells.map((cell) => ({ ...cell, text: document.text.slice(cell.span.start, cell.span.end) })),
  );

/** Share of the words of either that both have. */
function sharedWords(a: readonly ScoredCell[], b: readonly ScoredCell[]): number {
  const words = (cells: readonly ScoredCell[]): string[] =>
    cells.flatMap((cell) => plainText(cell.text).split(' ')).filter((word) => word !== '');
  const [x, y] = [words(a), words(b)];
  const counts = new Map<string, number>();
  for (const word of x) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of y) {
    const left = counts.get(word) ?? 0;
    if (left > 0) {
      shared += 1;
      counts.set(word, left - 1);
    }
  }
  return (2 * shared) / Math.max(1, x.length + y.length);
}

/** Pairs true tables with found ones, the most alike first; a table is paired once. */
function pairs(
  truth: readonly TrueTable[],
  found: readonly (readonly ScoredCell[])[],
): ReadonlyMap<number, number> {
  const candidates = truth.flatMap((table, i) =>
    found.map((cells, j) => ({ i, j, alike: sharedWords(table.cells, cells) })),
  );
  candidates.sort((a, b) => b.alike - a.alike);
  const paired = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, j, alike } of candidates) {
    if (alike < 0.1 || paired.has(i) || taken.has(j)) continue;
    paired.set(i, j);
    taken.add(j);
  }
  return paired;
}

/** Scores the tables that were read from a document against those that it was made of. */
export function scoreTables(truth: readonly TrueTable[], document: SourceDocument): FileScore {
  const tables = tablesOf(document.blocks);
  const cells = tables.map((table) => cellsOf(document, table));
  const paired = pairs(truth, cells);
  const scores = truth.map(({ name, kinds, headRows, cells: own }, i): TableScore => {
    const at = paired.get(i);
    const table = at === undefined ? undefined : tables[at];
    const read = at === undefined ? undefined : cells[at];
    if (table === undefined || read === undefined)
      return { name, kinds, found: false, topology: 0, content: 0, headRight: false, certainty: null };
    return {
      name,
      kinds,
      found: true,
      ...gritsOf(layOut(own), layOut(read)),
      headRight: table.headRows === headRows,
      certainty: table.certainty,
    };
  });
  const used = new Set(paired.values());
  return { tables: scores, extra: tables.filter((_, j) => !used.has(j)) };
}

/** The mean over tables; a table too many counts as one of score 0. */
export function meanOf(files: readonly FileScore[]): GridScore {
  const scores = files.flatMap((file) => file.tables);
  const count = Math.max(1, scores.length + files.reduce((n, file) => n + file.extra.length, 0));
  const mean = (pick: (score: TableScore) => number): number =>
    scores.reduce((sum, score) => sum + pick(score), 0) / count;
  return { topology: mean((s) => s.topology), content: mean((s) => s.content) };
}
