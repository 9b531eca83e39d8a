import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { addExamples } from '../help.js';

interface CompareFlags {
  readonly format: string;
  readonly out?: string;
  readonly db: string;
}

/** `rasoat compare OLD NEW` */
export function registerCompare(program: Command, context: CommandContext): void {
  const { say } = context;
  const command = program
    .command('compare')
    .description(say.compare.about)
    .argument('<OLD>', say.compare.older)
    .argument('<NEW>', say.compare.newer)
    .option('--format <text|json|html>', `${say.compare.format} (${say.help.default}: text)`, 'text')
    .option('--out <FILE>', say.compare.out)
    .option('--db <FILE>', `${say.audit.db} (${say.help.default}: rasoat.db)`, 'rasoat.db')
    .option('--lang <vi|en>', say.audit.lang)
    .action(async (older: string, newer: string, flags: CompareFlags) => {
      const { runCompare } = await import('../compare/run-compare.js');
      context.end(await runCompare(older, newer, flags, context));
    });
  addExamples(command, say, say.compare.examples);
}
