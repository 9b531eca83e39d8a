import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { loadRuleFiles } from '../../check/cases/rule-file.js';
import { check } from '../../check/check.js';
import { comparePlans } from '../../check/compare/compare-plans.js';
import { loadRegisters } from '../../check/registers/load-registers.js';
import { type PlanRecord, PlanRecordSchema } from '../../record/plan-record.js';
import { renderComparisonHtml } from '../../report/compare/compare-html.js';
import { renderComparisonJson } from '../../report/compare/compare-json.js';
import { ruleTitles } from '../../report/rule-title.js';
import { writeAtomically } from '../../report/write-atomically.js';
import type { CommandContext } from '../command-context.js';
import { CliError, EXIT, type ExitStatus } from '../exit.js';
import { foreseen } from '../foreseen.js';
import { mayColour } from '../io.js';
import { findPlan } from '../show/find-plan.js';
import { paint } from '../terminal/paint.js';
import { version } from '../version.js';
import { compareLines } from './compare-lines.js';

export interface CompareGiven {
  readonly format: string;
  readonly out?: string;
  readonly db: string;
}

const FORMATS = ['text', 'json', 'html'] as const;

/** A plan by a record file, or by what `show` takes: a file, a name or the beginning of a hash. */
async function planOf(target: string, db: string, context: CommandContext): Promise<PlanRecord> {
  if (!/\.json$/iu.test(target)) return (await findPlan(target, { db }, context)).record;
  const { io, say } = context;
  let text: string;
  try {
    text = await readFile(resolve(io.cwd, target), 'utf8');
  } catch (cause) {
    throw new CliError(say.settings.inputNotReadable(target), EXIT.usage, { cause });
  }
  const record = PlanRecordSchema.safeParse(parsed(text));
  if (record.success) return record.data;
  const where = record.error.issues[0]?.path.map(String).join('.') ?? '';
  throw new CliError(say.compare.noRecord(target, where), EXIT.usage);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** `rasoat compare`: two plans by today's rules, as text, JSON or HTML. Throws CliError. */
export async function runCompare(
  older: string,
  newer: string,
  given: CompareGiven,
  context: CommandContext,
): Promise<ExitStatus> {
  const { io, say, language } = context;
  const format = FORMATS.find((one) => one === given.format);
  if (format === undefined) throw new CliError(say.compare.badFormat(given.format), EXIT.usage);
  const records = [await planOf(older, given.db, context), await planOf(newer, given.db, context)] as const;
  const text = await foreseen(given.db, say, async () => {
    const registers = loadRegisters();
    // Both by the same rules, whatever the database or the record file was judged by.
    const [before, after] = records.map((record) => ({ ...record, findings: [...check(record, registers)] }));
    if (before === undefined || after === undefined) return '';
    const comparison = comparePlans(before, after, registers);
    switch (format) {
      case 'json':
        return renderComparisonJson(comparison);
      case 'html':
        return renderComparisonHtml(comparison, {
          language,
          ruleTitle: ruleTitles(loadRuleFiles(), language),
          at: new Date().toISOString(),
          version: version(),
        });
      case 'text': {
        const toTerminal = given.out === undefined;
        const lines = compareLines(comparison, {
          language,
          paint: paint(toTerminal && mayColour(io, io.out)),
          columns: (toTerminal ? io.out.columns() : null) ?? 100,
        });
        return `${lines.join('\n')}\n`;
      }
    }
  });
  if (given.out === undefined) {
    io.out.write(text);
    return EXIT.clean;
  }
  try {
    await writeAtomically(resolve(io.cwd, given.out), [text]);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : null;
    if (code === null) throw cause;
    throw new CliError(say.failure.output(given.out, code), EXIT.io, { cause });
  }
  return EXIT.clean;
}
