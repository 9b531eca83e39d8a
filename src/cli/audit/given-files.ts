import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { UnitsCsvError } from '../../check/expected/units-csv-error.js';
import { ENTRY_KEYS } from '../../check/suppress/suppression-file.js';
import { SuppressionFileError } from '../../check/suppress/suppression-file-error.js';
import type { AuditOptions } from '../../run/audit-options.js';
import { BaselineError, loadBaseline } from '../../run/load-baseline.js';
import { loadSuppressions, SUPPRESSIONS_FILE } from '../../run/load-suppressions.js';
import { loadUnits } from '../../run/load-units.js';
import { UnknownRunError } from '../../run/settle-findings.js';
import { CliError, EXIT } from '../exit.js';
import type { CliMessages } from '../messages/messages.js';
import { nearest } from '../nearest.js';
import type { AuditSettings } from '../settings/audit-settings.js';
import { codeFrame } from '../settings/code-frame.js';

type GivenFiles = Pick<AuditOptions, 'suppressions' | 'baseline' | 'expected'>;

/** Reads the files that go into an audit besides the plans. Throws CliError (64) that says where they are wrong. */
export async function givenFiles(
  { ignore, baseline, expect }: Pick<AuditSettings, 'ignore' | 'baseline' | 'expect'>,
  cwd: string,
  say: CliMessages,
): Promise<GivenFiles> {
  return {
    suppressions: await readSuppressions(ignore, cwd, say),
    baseline: baseline === null ? null : await readBaseline(baseline, cwd, say),
    expected: expect === null ? null : await readUnits(expect, cwd, say),
  };
}

const code = (cause: unknown): string | null =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : null;

/** The suppressions of `named`, else of the usual file where it is there. */
export async function readSuppressions(named: string | null, cwd: string, say: CliMessages) {
  const name = named ?? SUPPRESSIONS_FILE;
  if (named !== null && !existsSync(resolve(cwd, named)))
    throw new CliError(say.settings.inputNotReadable(named), EXIT.usage);
  try {
    return await loadSuppressions(resolve(cwd, name), name);
  } catch (cause) {
    if (cause instanceof SuppressionFileError)
      throw new CliError(suppressionProblem(cause, say), EXIT.usage, { cause });
    if (code(cause) !== null) throw new CliError(say.settings.inputNotReadable(name), EXIT.usage, { cause });
    throw cause;
  }
}

function suppressionProblem({ file, source, line, column, problem }: SuppressionFileError, say: CliMessages) {
  const texts = say.suppressionFile;
  const key = problem.kind === 'yaml' ? '' : problem.key;
  const right = Object.entries(texts.right).find(([name]) => name === key)?.[1];
  const [what, help, length]: readonly [string, string | null, number] = (() => {
    switch (problem.kind) {
      case 'yaml':
        return [texts.yaml(problem.detail), null, 1];
      case 'unknown-key': {
        const near = nearest(key, ENTRY_KEYS);
        return [
          texts.unknownKey(key),
          near === null ? texts.keys(ENTRY_KEYS.join(', ')) : say.didYouMean(near),
          key.length,
        ];
      }
      case 'missing':
        return [texts.missing(key), right === undefined ? null : say.settings.expected(right), 1];
      case 'value':
        return right === undefined
          ? [texts.form, null, 1]
          : [texts.value(key), say.settings.expected(right), 1];
    }
  })();
  const frame = codeFrame(source, line, column, length);
  return `${file}:${line}:${column}: ${what}\n${frame}${help === null ? '' : `\n${help}`}`;
}

async function readBaseline(name: string, cwd: string, say: CliMessages) {
  try {
    // A run's id is no path that exists, so that what is there is a file.
    return (await loadBaseline(resolve(cwd, name), name)) ?? { run: name };
  } catch (cause) {
    if (cause instanceof BaselineError)
      throw new CliError(say.baselineFile.bad(`${cause.file}:${cause.line}`, cause.detail), EXIT.usage, {
        cause,
      });
    const failure = code(cause);
    if (failure !== null) throw new CliError(say.baselineFile.bad(name, failure), EXIT.usage, { cause });
    throw cause;
  }
}

async function readUnits(name: string, cwd: string, say: CliMessages) {
  try {
    return await loadUnits(resolve(cwd, name), name);
  } catch (cause) {
    if (cause instanceof UnitsCsvError)
      throw new CliError(`--expect: ${cause.file}:${cause.line}: ${unitsProblem(cause, say)}`, EXIT.usage, {
        cause,
      });
    if (code(cause) !== null) throw new CliError(say.settings.inputNotReadable(name), EXIT.usage, { cause });
    throw cause;
  }
}

function unitsProblem({ problem }: UnitsCsvError, say: CliMessages): string {
  const texts = say.expectFile;
  switch (problem.kind) {
    case 'no-unit-column':
      return texts.noColumn(problem.heads.join(' | '));
    case 'columns':
      return texts.columns(problem.found, problem.expected);
    case 'twice':
      return texts.twice(problem.name, problem.before);
    default:
      return texts.problem[problem.kind];
  }
}

/** What to say where the baseline is a run that the database doesn't hold; other errors are given back. */
export function unknownRun(cause: unknown, say: CliMessages): unknown {
  if (!(cause instanceof UnknownRunError)) return cause;
  const { run, candidates } = cause;
  const text =
    candidates.length === 0
      ? say.baselineFile.notFound(run)
      : say.baselineFile.manyRuns(run, candidates.join(', '));
  return new CliError(text, EXIT.usage, { cause });
}
