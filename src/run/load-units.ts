import { readFile } from 'node:fs/promises';
import { type ListedUnit, parseUnitsCsv } from '../check/expected/units-csv.js';

/** Units that have to hand in plans. `name`: the list's file as people named it. */
export interface UnitList {
  readonly name: string;
  readonly units: readonly ListedUnit[];
}

/** Reads a list of units from a CSV file. Throws UnitsCsvError with the line, and what the file system throws. */
export async function loadUnits(path: string, name: string = path): Promise<UnitList> {
  return { name, units: parseUnitsCsv(await readFile(path), name) };
}
