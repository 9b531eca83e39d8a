import { resolve } from 'node:path';
import { renderCsv, renderCsvRows } from '../../report/csv-report.js';
import { reviewedRecord } from '../../run/reviewed-record.js';
import { openStore } from '../../store/open-store.js';
import type { CommandContext } from '../command-context.js';
import { CliError, EXIT, type ExitStatus } from '../exit.js';
import { foreseen } from '../foreseen.js';
import { EXPORT_TABLES, EXPORTS } from './rows.js';

const FORMATS = ['jsonl', 'csv'] as const;

export interface ExportFlags {
  readonly db: string;
  readonly format: string;
  readonly what: string;
}

function oneOf<Value extends string>(
  values: readonly Value[],
  given: string,
  flag: string,
  context: CommandContext,
): Value {
  const value = values.find((known) => known === given);
  if (value === undefined)
    throw new CliError(context.say.settings.badFlag(flag, given, values.join(', ')), EXIT.usage);
  return value;
}

/** `rasoat export`: writes what the database holds to standard output, a document at a time. Throws CliError. */
export async function runExport(flags: ExportFlags, context: CommandContext): Promise<ExitStatus> {
  const { io, say } = context;
  const format = oneOf(FORMATS, flags.format, '--format', context);
  const table = EXPORT_TABLES[oneOf(EXPORTS, flags.what, '--what', context)];
  await foreseen(flags.db, say, async () => {
    const store = await openStore(resolve(io.cwd, flags.db), { create: false });
    try {
      if (format === 'csv') io.out.write(renderCsv(table.head, []));
      for await (const machine of store.records()) {
        const stored = { ...machine, record: await reviewedRecord(machine.record, store) };
        io.out.write(
          format === 'csv'
            ? renderCsvRows(table.rows(stored))
            : table
                .objects(stored)
                .map((object) => `${JSON.stringify(object)}\n`)
                .join(''),
        );
        await io.out.drained();
      }
    } finally {
      await store.close();
    }
  });
  return EXIT.clean;
}
