import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { addExamples } from '../help.js';

/** `rasoat show FILE|HASH` */
export function registerShow(program: Command, context: CommandContext): void {
  const { say } = context;
  const command = program
    .command('show')
    .description(say.show.about)
    .argument('<FILE|HASH>', say.show.target)
    .option('--db <FILE>', `${say.audit.db} (${say.help.default}: rasoat.db)`, 'rasoat.db')
    .option('--json', say.show.json)
    .option('--lang <vi|en>', say.audit.lang)
    .action(async (target: string, flags: { readonly db: string; readonly json?: true }) => {
      const { runShow } = await import('../show/run-show.js');
      context.end(await runShow(target, { db: flags.db, json: flags.json === true }, context));
    });
  addExamples(command, say, say.show.examples);
}
