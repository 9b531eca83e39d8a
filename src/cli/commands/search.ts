import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { addExamples } from '../help.js';

interface SearchFlags {
  readonly db: string;
  readonly limit: string;
  readonly old?: true;
}

/** `rasoat search "QUERY"` */
export function registerSearch(program: Command, context: CommandContext): void {
  const { say } = context;
  const command = program
    .command('search')
    .description(say.search.about)
    .argument('<QUERY...>', say.search.query)
    .option('--db <FILE>', `${say.audit.db} (${say.help.default}: rasoat.db)`, 'rasoat.db')
    .option('--limit <N>', `${say.search.limit} (${say.help.default}: 20)`, '20')
    .option('--old', say.search.old)
    .option('--lang <vi|en>', say.audit.lang)
    .action(async (words: string[], flags: SearchFlags) => {
      const { runSearch } = await import('../search/run-search.js');
      const options = { db: flags.db, limit: flags.limit, old: flags.old === true };
      context.end(await runSearch(words.join(' '), options, context));
    });
  addExamples(command, say, say.search.examples);
}
