import { relative, resolve } from 'node:path';
import { messages } from '../../report/messages/messages.js';
import { TemplateError } from '../../report/note/template-error.js';
import { type WrittenReport, writeReports } from '../../report/write-reports.js';
import { audit } from '../../run/audit.js';
import { interruptSignal } from '../../run/interrupt.js';
import type { CommandContext } from '../command-context.js';
import { CliError, EXIT, type ExitStatus } from '../exit.js';
import { foreseen } from '../foreseen.js';
import { cliMessages } from '../messages/messages.js';
import { auditSettings, type GivenFlags, settingsOfFlags } from '../settings/audit-settings.js';
import { loadSettings } from '../settings/load-settings.js';
import { printable } from '../terminal/printable.js';
import { refusalLines, writtenLines } from './annotated-lines.js';
import { templateFailure } from './template-failure.js';

/** What `rasoat annotate` is asked for besides the settings of an audit. */
export interface AnnotateFlags {
  /** Whether discrepancy notes are written too. */
  readonly note: boolean;
  /** The database to use; null: none, files are read anew. */
  readonly db: string | null;
}

/**
 * `rasoat annotate`: checks the files with all limits of an audit and writes them back with their findings noted.
 * Returns 0, or 2 where some file could not be read or given back. Throws CliError.
 */
export async function runAnnotate(
  files: readonly string[],
  given: GivenFlags,
  flags: AnnotateFlags,
  configFile: string | undefined,
  { io, say: usage }: CommandContext,
): Promise<ExitStatus> {
  const own = loadSettings(io.cwd, configFile, usage).settings;
  const settings = auditSettings(own, settingsOfFlags(given, usage));
  const say = cliMessages(settings.lang);
  const interrupt = interruptSignal();
  try {
    const db = flags.db === null ? ':memory:' : resolve(io.cwd, flags.db);
    const result = await foreseen(flags.db ?? db, say, () =>
      audit({
        paths: files,
        cwd: io.cwd,
        db,
        asOf: settings.asOf,
        ocr: settings.ocr,
        signal: interrupt.signal,
        exclude: [settings.out],
      }),
    );
    if (interrupt.signal.aborted) return EXIT.interrupted;
    if (result.documents.length === 0) throw new CliError(say.annotate.noFiles, EXIT.usage);
    const { note, summary } = settings.templates;
    const written = await writeReports(result, {
      out: resolve(io.cwd, settings.out),
      formats: flags.note ? ['annotated', 'note'] : ['annotated'],
      lang: settings.lang,
      cwd: io.cwd,
      office: settings.office,
      templates: {
        note: note === null ? null : resolve(io.cwd, note),
        summary: summary === null ? null : resolve(io.cwd, summary),
      },
      ...(settings.noteDate === null ? {} : { date: `${settings.noteDate}T00:00:00Z` }),
    }).catch((cause: unknown) => {
      throw outputFailure(cause, settings.out, say);
    });
    const copies = written.flatMap(({ annotated }) => annotated ?? []);
    const shown = (path: string): string => relative(io.cwd, path) || path;
    for (const line of writtenLines(copies, shown, say)) io.out.write(`${line}\n`);
    for (const { holds, path } of written as readonly WrittenReport[])
      if (holds === 'note') io.out.write(`${printable(shown(path))}: ${say.format.note}\n`);
    const unread = result.documents.flatMap((document) => {
      if (document.kind === 'checked') return [];
      const { reason, remedy } = messages(settings.lang).failure[document.failure.reason];
      return [`${printable(document.path)}: ${reason}. ${remedy}`];
    });
    for (const line of [...unread, ...refusalLines(copies, say)]) io.err.write(`${line}\n`);
    const missing = unread.length > 0 || copies.some(({ outcome }) => outcome.kind === 'refused');
    return missing ? EXIT.unreadable : EXIT.clean;
  } finally {
    interrupt.dispose();
  }
}

/** What can go wrong while writing, in words; anything else as it is. */
function outputFailure(cause: unknown, out: string, say: ReturnType<typeof cliMessages>): unknown {
  if (cause instanceof TemplateError) return templateFailure(cause, say);
  if (!(cause instanceof Error && 'code' in cause)) return cause;
  const path = 'path' in cause ? String(cause.path) : out;
  return new CliError(say.failure.output(path, String(cause.code)), EXIT.io, { cause });
}
