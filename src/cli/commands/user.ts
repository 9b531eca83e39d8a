import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { addExamples } from '../help.js';
import type { UserTask } from '../serve/run-user.js';

/** `rasoat user add|list|password|lock|unlock` */
export function registerUser(program: Command, context: CommandContext): void {
  const { say } = context;
  const user = program.command('user').description(say.user.about).helpCommand(false);
  const task = (name: UserTask, about: string): Command => {
    const command = user
      .command(name)
      .description(about)
      .option('--db <FILE>', `${say.audit.db} (${say.help.default}: rasoat.db)`, 'rasoat.db')
      .option('--lang <vi|en>', say.audit.lang);
    if (name === 'add') command.option('--role <ROLE>', say.user.role, 'reviewer');
    if (name !== 'list') command.argument('<NAME>', say.user.name);
    return command.action(async () => {
      const { runUser } = await import('../serve/run-user.js');
      const { db, role } = command.opts<{ readonly db: string; readonly role?: string }>();
      context.end(await runUser(name, command.args[0] ?? '', { db, role: role ?? 'reviewer' }, context));
    });
  };
  task('add', say.user.addAbout);
  task('list', say.user.listAbout);
  task('password', say.user.passwordAbout);
  task('lock', say.user.lockAbout);
  task('unlock', say.user.unlockAbout);
  addExamples(user, say, say.user.examples);
}
