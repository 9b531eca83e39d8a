import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { addExamples } from '../help.js';
import type { ServeFlags } from '../serve/run-serve.js';

const collect = (value: string, all: readonly string[]): readonly string[] => [...all, value];

/** `rasoat serve` */
export function registerServe(program: Command, context: CommandContext): void {
  const { say } = context;
  const command = program
    .command('serve')
    .description(say.serve.about)
    .option('--db <FILE>', `${say.audit.db} (${say.help.default}: rasoat.db)`, 'rasoat.db')
    .option('--host <HOST>', `${say.serve.host} (${say.help.default}: 127.0.0.1)`, '127.0.0.1')
    .option('--port <N>', `${say.serve.port} (${say.help.default}: 0)`, '0')
    .option('--name <NAME>', say.serve.name, collect, [])
    .option('--files <DIR>', say.serve.files)
    .option('--rules <DIR>', say.serve.rules)
    .option('--no-open', say.serve.noOpen)
    .option('--lang <vi|en>', say.audit.lang)
    .action(async (flags: ServeFlags) => {
      const { runServe } = await import('../serve/run-serve.js');
      context.end(await runServe(flags, context));
    });
  addExamples(command, say, say.serve.examples);
}
