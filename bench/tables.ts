import { PICTURE_FORMS } from '../fixtures/build/tables-scans.js';
import { tableFiles } from '../fixtures/build/tables-source.js';
import { createRecognizer } from '../src/ingest/ocr/create-recognizer.js';
import type { Recognizer } from '../src/ingest/ocr/recognizer.js';
import { scoreFile, type TableForm } from '../test/tables/read-tables.js';
import { type FileScore, meanOf } from '../test/tables/score-tables.js';
import { line, title } from './measure.js';

const NATIVE_AND_BUILTIN = ['builtin', 'native'] as const;

/** One reading of all files of tables. */
interface Reading {
  readonly form: string;
  readonly files: readonly FileScore[];
}

async function readAll(form: TableForm, label: string, recognizer: Recognizer | null): Promise<Reading> {
  const files: FileScore[] = [];
  for (const name of tableFiles()) files.push(await scoreFile(name, form, recognizer));
  return { form: label, files };
}

const shown = (score: number): string => score.toFixed(4);

function printForms(readings: readonly Reading[]): void {
  title('Tables: GriTS by form (mean over tables; a table too many counts as 0)');
  line('', 'topology  content  heads right  too many');
  for (const { form, files } of readings) {
    const { topology, content } = meanOf(files);
    const tables = files.flatMap((file) => file.tables);
    const heads = tables.filter((table) => table.headRight).length / Math.max(1, tables.length);
    const extra = files.reduce((sum, file) => sum + file.extra.length, 0);
    line(form, `${shown(topology)}    ${shown(content)}   ${shown(heads)}       ${extra}`);
  }
}

function printKinds(readings: readonly Reading[]): void {
  title('Topology / content by kind of table');
  const kinds = [
    ...new Set(readings[0]?.files.flatMap((file) => file.tables.flatMap((table) => table.kinds)) ?? []),
  ].sort();
  const width = 16;
  line('', readings.map(({ form }) => form.padEnd(width)).join(''));
  for (const kind of kinds) {
    const cells = readings.map(({ files }) => {
      const own = files.map((file) => ({
        tables: file.tables.filter((table) => table.kinds.includes(kind)),
        extra: [],
      }));
      const { topology, content } = meanOf(own);
      return `${topology.toFixed(3)} / ${content.toFixed(3)}`.padEnd(width);
    });
    const count = readings[0]?.files
      .flatMap((file) => file.tables)
      .filter((t) => t.kinds.includes(kind)).length;
    line(`${kind} (${count})`, cells.join(''));
  }
}

/** How often a grid is right by how sure the reader was of it. */
function printCertainty(readings: readonly Reading[]): void {
  title('Grids by certainty (right: topology 1)');
  const tables = readings.flatMap(({ files }) => files.flatMap((file) => file.tables));
  for (const [from, to] of [
    [0.9, 1.01],
    [0.7, 0.9],
    [0, 0.7],
  ] as const) {
    const own = tables.filter((t) => t.certainty !== null && t.certainty >= from && t.certainty < to);
    const right = own.filter((table) => table.topology > 0.9999).length;
    if (own.length > 0)
      line(
        `${from} to ${Math.min(1, to)}`,
        `${right} of ${own.length} right (${((100 * right) / own.length).toFixed(1)} %)`,
      );
  }
}

const wanted = process.argv.slice(2);
const asked = (form: string): boolean => wanted.length === 0 || wanted.includes(form);
const readings: Reading[] = [];
for (const form of ['docx', 'pdf'] as const) if (asked(form)) readings.push(await readAll(form, form, null));
for (const engine of NATIVE_AND_BUILTIN) {
  const forms = PICTURE_FORMS.filter((form) => asked(form) || asked(`${form}-${engine}`));
  if (forms.length === 0) continue;
  let recognizer: Recognizer;
  try {
    recognizer = await createRecognizer({ engine });
  } catch (error) {
    line(`${engine} engine left out`, error instanceof Error ? error.message : String(error));
    continue;
  }
  for (const form of forms) readings.push(await readAll(form, `${form} ${engine}`, recognizer));
  await recognizer.close();
}
printForms(readings);
printKinds(readings);
printCertainty(readings);
