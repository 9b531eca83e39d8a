import { resolve } from 'node:path';
import type { AuditResult } from '../../record/audit-result.js';
import type { CutOuts } from '../../report/cut-outs.js';
import { TemplateError } from '../../report/note/template-error.js';
import { hasFindingAt } from '../../report/severity.js';
import { type WrittenReport, writeReports } from '../../report/write-reports.js';
import { audit } from '../../run/audit.js';
import { EarlyProcess } from '../../run/cut-outs/early-process.js';
import { makeCutOuts } from '../../run/cut-outs/make-cut-outs.js';
import { interruptSignal } from '../../run/interrupt.js';
import { rulesFolder } from '../../run/own-rules-folder.js';
import { refusalLines } from '../annotate/annotated-lines.js';
import { templateFailure } from '../annotate/template-failure.js';
import type { CommandContext } from '../command-context.js';
import { CliError, EXIT, type ExitStatus } from '../exit.js';
import { foreseen } from '../foreseen.js';
import { type Io, mayColour } from '../io.js';
import { type CliMessages, cliMessages } from '../messages/messages.js';
import {
  type AuditSettings,
  auditSettings,
  type GivenFlags,
  settingsOfFlags,
} from '../settings/audit-settings.js';
import { loadSettings } from '../settings/load-settings.js';
import type { FailOn } from '../settings/settings.js';
import { displayWidth } from '../terminal/display-width.js';
import { paint } from '../terminal/paint.js';
import { givenFiles, unknownRun } from './given-files.js';
import { barView, lineView, type ProgressView, silentView } from './progress-view.js';
import { shortSummaryLines } from './short-summary.js';
import { notChecked, summaryLines } from './summary.js';

/** 2 where a file could not be read, else 1 where there is a finding at or above `failOn`, else 0. */
export function auditStatus(result: AuditResult, failOn: FailOn): ExitStatus {
  if (result.documents.some((document) => document.kind === 'failed')) return EXIT.unreadable;
  return failOn !== 'never' && hasFindingAt(result.documents, failOn) ? EXIT.findings : EXIT.clean;
}

function progressView(io: Io, settings: AuditSettings, say: CliMessages): ProgressView {
  if (settings.quiet) return silentView;
  return io.err.isTerminal && settings.progress && io.env.TERM !== 'dumb'
    ? barView(io.err, say)
    : lineView(io.err, say);
}

async function report(
  result: AuditResult,
  cutOuts: CutOuts | null,
  settings: AuditSettings,
  io: Io,
  say: CliMessages,
): Promise<readonly WrittenReport[]> {
  try {
    return await writeReports(result, {
      out: resolve(io.cwd, settings.out),
      formats: settings.formats,
      lang: settings.lang,
      rules: rulesFolder(io.cwd, settings.rules),
      cutOuts,
      cwd: io.cwd,
      office: settings.office,
      templates: {
        note: settings.templates.note === null ? null : resolve(io.cwd, settings.templates.note),
        summary: settings.templates.summary === null ? null : resolve(io.cwd, settings.templates.summary),
      },
      ...(settings.noteDate === null ? {} : { date: `${settings.noteDate}T00:00:00Z` }),
    });
  } catch (cause) {
    if (cause instanceof TemplateError) throw templateFailure(cause, say);
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : null;
    if (code === null) throw cause;
    const path = cause instanceof Error && 'path' in cause ? String(cause.path) : settings.out;
    throw new CliError(say.failure.output(path, code), EXIT.io, { cause });
  }
}

function printReports(written: readonly WrittenReport[], out: string, io: Io, say: CliMessages): void {
  const shown = written.map(({ holds, path }) => ({
    path: path.startsWith(resolve(io.cwd, out)) ? out + path.slice(resolve(io.cwd, out).length) : path,
    what: say.format[holds],
  }));
  if (shown.length === 0) return;
  const width = Math.max(0, ...shown.map(({ path }) => displayWidth(path)));
  io.out.write(`\n${say.summary.reports}\n`);
  for (const { path, what } of shown) io.out.write(`  ${path.padEnd(width)}  ${what}\n`);
}

/**
 * `rasoat audit`: settles the settings, audits, writes the reports, prints the summary. Returns the status to end
 * with. Throws CliError.
 */
export async function runAudit(
  paths: readonly string[],
  flags: GivenFlags,
  configFile: string | undefined,
  { io, say: usage }: CommandContext,
): Promise<ExitStatus> {
  const given = settingsOfFlags(flags, usage);
  const settings = auditSettings(loadSettings(io.cwd, configFile, usage).settings, given);
  const say = cliMessages(settings.lang);
  if (settings.ocr === 'off' && settings.recognize === 'force')
    throw new CliError(say.failure.forcedWithoutEngine, EXIT.usage);
  if (settings.ocr === 'native' && settings.recognize !== 'never') {
    const { findNativeTesseract } = await import('../../ingest/ocr/engine/native-engine.js');
    if ((await findNativeTesseract()) === null) throw new CliError(say.failure.noNative, EXIT.usage);
  }
  const files = await givenFiles(settings, io.cwd, say);
  const view = progressView(io, settings, say);
  const interrupt = interruptSignal();
  const isHtml = settings.formats.includes('html');
  const early = new EarlyProcess();
  let left = 0;
  try {
    const result = await foreseen(settings.db, say, () =>
      audit(
        {
          paths,
          cwd: io.cwd,
          db: resolve(io.cwd, settings.db),
          ...files,
          exclude: [settings.out],
          rules: rulesFolder(io.cwd, settings.rules),
          asOf: settings.asOf,
          ocr: settings.ocr,
          recognize: settings.recognize,
          signal: interrupt.signal,
          ...(settings.jobs === null ? {} : { jobs: settings.jobs }),
        },
        {
          onEvent: (event) => {
            if (event.kind === 'interrupted') left = event.left;
            if (isHtml) early.onEvent(event);
            view.onEvent(event);
          },
        },
      ).catch((cause: unknown) => {
        throw unknownRun(cause, say);
      }),
    );
    const cutOuts = isHtml
      ? await makeCutOuts(result, {
          cwd: io.cwd,
          cache: resolve(io.cwd, settings.out, '.cut-outs'),
          process: early.take(),
          signal: interrupt.signal,
          onProgress: (done, total) => {
            if (io.err.isTerminal) view.note(say.progress.cutting(done, total));
          },
        })
      : null;
    view.note(say.progress.writing);
    const written = await report(result, cutOuts, settings, io, say);
    view.close();
    if (settings.quiet)
      for (const line of notChecked(result.documents, settings.lang, say)) io.err.write(`${line}\n`);
    else {
      const compact = settings.formats.includes('summary');
      const summary = (compact ? shortSummaryLines : summaryLines)(result, {
        language: settings.lang,
        say,
        paint: paint(mayColour(io, io.out)),
        columns: io.out.columns(),
      });
      io.out.write(`${summary.join('\n')}\n`);
      if (result.documents.length > 0) printReports(written, settings.out, io, say);
    }
    for (const line of refusalLines(
      written.flatMap(({ annotated }) => annotated ?? []),
      say,
    ))
      io.err.write(`${line}\n`);
    if (left > 0 || interrupt.signal.aborted) {
      io.err.write(`${say.summary.interrupted(left)}\n`);
      return EXIT.interrupted;
    }
    return auditStatus(result, settings.failOn);
  } finally {
    await early.close();
    view.close();
    interrupt.dispose();
  }
}
