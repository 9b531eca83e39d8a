import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { addExamples } from '../help.js';

interface IgnoreFlags {
  readonly reason?: string;
  readonly by?: string;
  readonly until?: string;
  readonly file: string;
  readonly db: string;
}

/** `rasoat ignore FINDING --reason "…"` */
export function registerIgnore(program: Command, context: CommandContext): void {
  const { say } = context;
  const command = program
    .command('ignore')
    .description(say.ignore.about)
    .argument('<FINDING>', say.ignore.finding)
    .option('--reason <TEXT>', say.ignore.reason)
    .option('--by <NAME>', say.ignore.by)
    .option('--until <DATE>', say.ignore.until)
    .option(
      '--file <FILE>',
      `${say.ignore.file} (${say.help.default}: rasoat-ignore.yaml)`,
      'rasoat-ignore.yaml',
    )
    .option('--db <FILE>', `${say.audit.db} (${say.help.default}: rasoat.db)`, 'rasoat.db')
    .option('--lang <vi|en>', say.audit.lang)
    .action(async (finding: string, flags: IgnoreFlags) => {
      const { runIgnore } = await import('../ignore/run-ignore.js');
      context.end(await runIgnore(finding, flags, context));
    });
  addExamples(command, say, say.ignore.examples);
}
