import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { addExamples } from '../help.js';

/** `rasoat rules list`, `rasoat rules test` and `rasoat rules docs` */
export function registerRules(program: Command, context: CommandContext): void {
  const { say } = context;
  const rules = program.command('rules').description(say.rules.about);
  const subcommand = (name: 'list' | 'test' | 'docs', about: string): void => {
    rules
      .command(name)
      .description(about)
      .option('--rules <DIR>', say.rules.folder)
      .option('--lang <vi|en>', say.audit.lang)
      .action(async (flags: { readonly rules?: string }) => {
        const { runRulesDocs, runRulesList, runRulesTest } = await import('../rules/run-rules.js');
        const run = { list: runRulesList, test: runRulesTest, docs: runRulesDocs }[name];
        context.end(await run(flags.rules, context));
      });
  };
  subcommand('list', say.rules.listAbout);
  subcommand('test', say.rules.testAbout);
  subcommand('docs', say.rules.docsAbout);
  addExamples(rules, say, say.rules.examples);
}
