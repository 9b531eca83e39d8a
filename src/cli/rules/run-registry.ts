import { resolve } from 'node:path';
import { UnitsCsvError } from '../../check/expected/units-csv-error.js';
import { checkRegistry } from '../../check/registers/check/check-registry.js';
import { importRegistry } from '../../run/import-registry.js';
import { OWN_RULES, rulesFolder } from '../../run/own-rules-folder.js';
import type { CommandContext } from '../command-context.js';
import { CliError, EXIT, type ExitStatus } from '../exit.js';
import { foreseen } from '../foreseen.js';

/** `rasoat registry check`: prints what is wrong by file, line and column. Status 1 where there is an error. */
export async function runRegistryCheck(
  given: string | undefined,
  { io, say, language }: CommandContext,
): Promise<ExitStatus> {
  const folder = rulesFolder(io.cwd, given ?? null);
  const problems = await foreseen(folder, say, async () => checkRegistry(folder));
  for (const { file, line, column, severity, what } of problems)
    io.out.write(`${file}:${line}:${column}: ${say.registry.severity[severity]}: ${what[language]}\n`);
  if (problems.length === 0) io.out.write(`${say.registry.sound(folder)}\n`);
  else io.out.write(`\n${say.registry.found(problems.length, folder)}\n`);
  return problems.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.clean;
}

/** `rasoat registry import FILE`: status 1 where the table has a problem; nothing is written then. Throws CliError. */
export async function runRegistryImport(
  file: string,
  given: string | undefined,
  { io, say, language }: CommandContext,
): Promise<ExitStatus> {
  const folder = resolve(io.cwd, given ?? OWN_RULES);
  try {
    const outcome = await importRegistry(resolve(io.cwd, file), file, folder);
    if (outcome.kind === 'refused') {
      for (const { line, column, what } of outcome.problems)
        io.err.write(`${file}:${line}:${column}: ${what[language]}\n`);
      io.err.write(`\n${say.registry.refused(outcome.problems.length)}\n`);
      return EXIT.findings;
    }
    const { added, changed, same } = outcome.count;
    io.out.write(`${say.registry.imported(added, changed, same)}\n`);
    for (const written of outcome.files) io.out.write(`  ${written}\n`);
    return EXIT.clean;
  } catch (cause) {
    if (cause instanceof UnitsCsvError)
      throw new CliError(say.registry.noTable(`${cause.file}:${cause.line}`), EXIT.usage, { cause });
    if (cause instanceof Error && 'code' in cause)
      throw new CliError(say.settings.inputNotReadable(file), EXIT.usage, { cause });
    throw cause;
  }
}
