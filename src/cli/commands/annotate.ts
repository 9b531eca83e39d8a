import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { addExamples } from '../help.js';

interface Flags {
  readonly out?: string;
  readonly db?: string;
  readonly asOf?: string;
  readonly lang?: string;
  readonly ocr?: string;
  readonly note?: true;
  readonly noteTemplate?: string;
  readonly noteDate?: string;
  readonly config?: string;
}

/** `rasoat annotate FILE…` */
export function registerAnnotate(program: Command, context: CommandContext): void {
  const { audit, annotate, help } = context.say;
  const command = program
    .command('annotate')
    .description(annotate.about)
    .argument('<FILE...>', annotate.files)
    .option('--out <DIR>', `${annotate.out} (${help.default}: rasoat-out)`)
    .option('--note', annotate.note)
    .option('--db <FILE>', annotate.db)
    .option('--as-of <DATE>', audit.asOf)
    .option('--lang <vi|en>', `${audit.lang} (${help.default}: vi)`)
    .option('--ocr <auto|builtin|native|off>', `${audit.ocr} (${help.default}: auto)`)
    .option('--note-template <FILE>', audit.noteTemplate)
    .option('--note-date <DATE>', audit.noteDate)
    .option('--config <FILE>', audit.config)
    .action(async (files: string[], flags: Flags, self: Command) => {
      const { runAnnotate } = await import('../annotate/run-annotate.js');
      const status = await runAnnotate(
        files,
        {
          out: flags.out,
          'as-of': flags.asOf,
          lang: flags.lang ?? self.parent?.getOptionValue('lang'),
          ocr: flags.ocr,
          'note-template': flags.noteTemplate,
          'note-date': flags.noteDate,
        },
        { note: flags.note === true, db: flags.db ?? null },
        flags.config,
        context,
      );
      context.end(status);
    });
  addExamples(command, context.say, annotate.examples);
}
