import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { addExamples } from '../help.js';

/** `rasoat rules list` and `rasoat rules test` */
export function registerRules(program: Command, context: CommandContext): void {
  const { say } = context;
  const rules = program.command('rules').description(say.rules.about);
  const subcommand = (name: 'list' | 'test', about: string): void => {
    rules
      .command(name)
      .description(about)
      .option('--rules <DIR>', say.rules.folder)
      .option('--lang <vi|en>', say.audit.lang)
      .action(async (flags: { readonly rules?: string }) => {
        const { runRulesList, runRulesTest } = await import('../rules/run-rules.js');
        const run = name === 'list' ? runRulesList : runRulesTest;
        context.end(await run(flags.rules, context));
      });
  };
  subcommand('list', say.rules.listAbout);
  subcommand('test', say.rules.testAbout);
  addExamples(rules, say, say.rules.examples);
}
