import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { addExamples } from '../help.js';

/** `rasoat registry import FILE.csv` and `rasoat registry check` */
export function registerRegistry(program: Command, context: CommandContext): void {
  const { say } = context;
  const registry = program.command('registry').description(say.registry.about);
  registry
    .command('import')
    .description(say.registry.importAbout)
    .argument('<FILE>', say.registry.file)
    .option('--rules <DIR>', `${say.registry.target} (${say.help.default}: rules)`)
    .option('--lang <vi|en>', say.audit.lang)
    .action(async (file: string, flags: { readonly rules?: string }) => {
      const { runRegistryImport } = await import('../rules/run-registry.js');
      context.end(await runRegistryImport(file, flags.rules, context));
    });
  registry
    .command('check')
    .description(say.registry.checkAbout)
    .option('--rules <DIR>', say.rules.folder)
    .option('--lang <vi|en>', say.audit.lang)
    .action(async (flags: { readonly rules?: string }) => {
      const { runRegistryCheck } = await import('../rules/run-registry.js');
      context.end(await runRegistryCheck(flags.rules, context));
    });
  addExamples(registry, say, say.registry.examples);
}
