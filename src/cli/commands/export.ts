import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { addExamples } from '../help.js';

interface ExportFlags {
  readonly db: string;
  readonly format: string;
  readonly what: string;
}

/** `rasoat export --format jsonl|csv` */
export function registerExport(program: Command, context: CommandContext): void {
  const { say } = context;
  const command = program
    .command('export')
    .description(say.exportation.about)
    .option('--format <jsonl|csv>', `${say.exportation.format} (${say.help.default}: jsonl)`, 'jsonl')
    .option(
      '--what <documents|findings|tasks|citations>',
      `${say.exportation.what} (${say.help.default}: documents)`,
      'documents',
    )
    .option('--db <FILE>', `${say.audit.db} (${say.help.default}: rasoat.db)`, 'rasoat.db')
    .option('--lang <vi|en>', say.audit.lang)
    .action(async (flags: ExportFlags) => {
      const { runExport } = await import('../export/run-export.js');
      context.end(await runExport(flags, context));
    });
  addExamples(command, say, say.exportation.examples);
}
