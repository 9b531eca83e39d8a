import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { shortFingerprint } from '../../check/fingerprint.js';
import { RegisterDateSchema } from '../../check/registers/common-schema.js';
import { addSuppression } from '../../check/suppress/add-suppression.js';
import { SHORTEST_FINDING } from '../../check/suppress/suppression-file.js';
import { findingText } from '../../report/finding-text.js';
import { writeAtomically } from '../../report/write-atomically.js';
import type { NamedFinding } from '../../store/history-store.js';
import { openStore } from '../../store/open-store.js';
import { readSuppressions } from '../audit/given-files.js';
import type { CommandContext } from '../command-context.js';
import { CliError, EXIT, type ExitStatus } from '../exit.js';
import { foreseen } from '../foreseen.js';
import { printable } from '../terminal/printable.js';

export interface IgnoreGiven {
  readonly reason?: string;
  readonly by?: string;
  readonly until?: string;
  readonly file: string;
  readonly db: string;
}

/** As many findings are looked up and shown of a beginning that fits many. */
const MOST_SHOWN = 12;

/** The one finding that begins so, under each of the files that hold it. */
async function findingOf(
  asked: string,
  { db }: IgnoreGiven,
  { io, say, language }: CommandContext,
): Promise<NamedFinding> {
  const found = await foreseen(db, say, async () => {
    const store = await openStore(resolve(io.cwd, db), { create: false });
    try {
      return await store.history.findingsLike(asked, MOST_SHOWN);
    } finally {
      await store.close();
    }
  });
  const [first] = found;
  if (first === undefined) throw new CliError(say.ignore.notFound(asked), EXIT.usage);
  if (found.some(({ finding }) => finding.fingerprint !== first.finding.fingerprint)) {
    const lines = found.map(
      ({ file, finding }) =>
        `  ${finding.fingerprint.slice(0, 16)}  ${printable(file)}: ${printable(findingText(finding, language).message)}`,
    );
    throw new CliError([say.ignore.ambiguous(asked), ...lines].join('\n'), EXIT.usage);
  }
  return first;
}

/** `rasoat ignore`: writes a suppression of a finding that the database holds. Throws CliError. */
export async function runIgnore(
  asked: string,
  given: IgnoreGiven,
  context: CommandContext,
): Promise<ExitStatus> {
  const { io, say, language } = context;
  const reason = given.reason?.trim() ?? '';
  if (reason === '') throw new CliError(say.ignore.noReason, EXIT.usage);
  const prefix = asked.toLowerCase();
  if (!new RegExp(`^[0-9a-f]{${SHORTEST_FINDING},64}$`, 'u').test(prefix))
    throw new CliError(say.ignore.badFinding(asked), EXIT.usage);
  const { until } = given;
  if (
    until !== undefined &&
    (!/^\d{4}-\d{2}-\d{2}$/u.test(until) || !RegisterDateSchema.safeParse(until).success)
  )
    throw new CliError(say.ignore.badUntil(until), EXIT.usage);
  const path = resolve(io.cwd, given.file);
  const before = existsSync(path) ? await readSuppressions(given.file, io.cwd, say) : null;
  const { file, finding } = await findingOf(prefix, given, context);
  const short = shortFingerprint(finding.fingerprint);
  const known = before?.entries.find(
    (entry) => entry.reason !== null && finding.fingerprint.startsWith(entry.finding),
  );
  const today = new Date().toISOString().slice(0, 10);
  if (known !== undefined && (known.until === null || known.until >= today))
    throw new CliError(say.ignore.already(short, `${given.file}:${known.line}`), EXIT.usage);
  const source = before === null ? null : await readFile(path, 'utf8');
  const by = given.by?.trim() ?? io.env.USER ?? io.env.USERNAME ?? '';
  const text = addSuppression(
    source,
    {
      finding: finding.fingerprint,
      reason,
      by: by === '' ? null : by,
      when: today,
      until: until ?? null,
      file,
      ruleId: finding.ruleId,
      quote: finding.raw,
    },
    say.ignore.header,
  );
  try {
    await writeAtomically(path, [text]);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : null;
    if (code === null) throw cause;
    throw new CliError(say.failure.output(given.file, code), EXIT.io, { cause });
  }
  io.out.write(
    `${say.ignore.done(short, given.file)}\n  ${printable(file)}: ${printable(findingText(finding, language).message)}\n${say.ignore.again}\n`,
  );
  return EXIT.clean;
}
