import { Command } from 'commander';
import type { CommandContext } from './command-context.js';
import { registerAnnotate } from './commands/annotate.js';
import { registerAudit } from './commands/audit.js';
import { registerCompare } from './commands/compare.js';
import { registerDoctor } from './commands/doctor.js';
import { registerExport } from './commands/export.js';
import { registerIgnore } from './commands/ignore.js';
import { registerRegistry } from './commands/registry.js';
import { registerRules } from './commands/rules.js';
import { registerSearch } from './commands/search.js';
import { registerServe } from './commands/serve.js';
import { registerShow } from './commands/show.js';
import { registerUser } from './commands/user.js';
import { addExamples, helpIn } from './help.js';

/** The whole command line. Nothing heavy is imported before a command runs. Ends by throwing CommanderError. */
export function buildProgram(context: CommandContext, version: string): Command {
  const { say, io } = context;
  const program = new Command('rasoat')
    .description(say.about)
    .configureHelp(helpIn(say))
    .configureOutput({
      writeOut: io.out.write,
      writeErr: io.err.write,
      getOutHelpWidth: () => Math.min(io.out.columns() ?? 100, 110),
      getErrHelpWidth: () => Math.min(io.err.columns() ?? 100, 110),
      outputError: () => {},
    })
    .exitOverride()
    .enablePositionalOptions()
    .version(version, '-V, --version', say.help.versionOption)
    .helpOption('-h, --help', say.help.helpOption)
    .option('--lang <vi|en>', say.audit.lang)
    .helpCommand(false)
    .showSuggestionAfterError(true);
  registerAudit(program, context);
  registerAnnotate(program, context);
  registerShow(program, context);
  registerIgnore(program, context);
  registerCompare(program, context);
  registerSearch(program, context);
  registerExport(program, context);
  registerRules(program, context);
  registerRegistry(program, context);
  registerServe(program, context);
  registerUser(program, context);
  registerDoctor(program, context);
  addExamples(program, say, say.help.examplesMain);
  return program;
}
