import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';

/** `rasoat doctor` */
export function registerDoctor(program: Command, context: CommandContext): void {
  program
    .command('doctor')
    .description(context.say.doctor.about)
    .option('--lang <vi|en>', context.say.audit.lang)
    .action(async () => {
      const { runDoctor } = await import('../doctor/run-doctor.js');
      context.end(await runDoctor(context));
    });
}
