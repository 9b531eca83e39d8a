import { renderRecord } from '../../report/json-report.js';
import type { CommandContext } from '../command-context.js';
import { EXIT, type ExitStatus } from '../exit.js';
import { mayColour } from '../io.js';
import { paint } from '../terminal/paint.js';
import { findPlan } from './find-plan.js';
import { recordLines } from './record-lines.js';

export interface ShowFlags {
  readonly db: string;
  readonly json: boolean;
}

/** `rasoat show`: a record for people, or as JSON. Throws CliError. */
export async function runShow(
  target: string,
  flags: ShowFlags,
  context: CommandContext,
): Promise<ExitStatus> {
  const { io, language, say } = context;
  const { record, path, note } = await findPlan(target, flags, context);
  if (note !== null) io.err.write(`${note}\n`);
  if (flags.json) {
    io.out.write(renderRecord(record));
    return EXIT.clean;
  }
  const lines = recordLines(record, path, {
    language,
    say,
    paint: paint(mayColour(io, io.out)),
    columns: io.out.columns() ?? 100,
  });
  io.out.write(`${lines.join('\n')}\n`);
  return EXIT.clean;
}
