import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { addExamples } from '../help.js';

interface AuditFlags {
  readonly db?: string;
  readonly out?: string;
  readonly asOf?: string;
  readonly lang?: string;
  readonly jobs?: string;
  readonly failOn?: string;
  readonly format?: string;
  readonly ocr?: string;
  readonly recognize?: string;
  readonly ignore?: string;
  readonly baseline?: string;
  readonly expect?: string;
  readonly rules?: string;
  readonly noteTemplate?: string;
  readonly summaryTemplate?: string;
  readonly noteDate?: string;
  readonly quiet?: true;
  readonly progress: boolean;
  readonly config?: string;
}

/** `rasoat audit PATH…` */
export function registerAudit(program: Command, context: CommandContext): void {
  const say = context.say.audit;
  const command = program
    .command('audit')
    .description(say.about)
    .argument('<PATH...>', say.paths)
    .option('--db <FILE>', `${say.db} (${context.say.help.default}: rasoat.db)`)
    .option('--out <DIR>', `${say.out} (${context.say.help.default}: rasoat-out)`)
    .option('--as-of <DATE>', say.asOf)
    .option('--lang <vi|en>', `${say.lang} (${context.say.help.default}: vi)`)
    .option('--jobs <N>', say.jobs)
    .option('--fail-on <error|warning|notice|never>', `${say.failOn} (${context.say.help.default}: error)`)
    .option('--format <LIST>', `${say.format} (${context.say.help.default}: json,jsonl,csv,html,xlsx)`)
    .option('--ocr <auto|builtin|native|off>', `${say.ocr} (${context.say.help.default}: auto)`)
    .option('--recognize <auto|force|never>', `${say.recognize} (${context.say.help.default}: auto)`)
    .option('--ignore <FILE>', say.ignore)
    .option('--baseline <FILE|RUN>', say.baseline)
    .option('--expect <FILE>', say.expect)
    .option('--rules <DIR>', say.rules)
    .option('--note-template <FILE>', say.noteTemplate)
    .option('--summary-template <FILE>', say.summaryTemplate)
    .option('--note-date <DATE>', say.noteDate)
    .option('--config <FILE>', say.config)
    .option('--quiet', say.quiet)
    .option('--no-progress', say.noProgress)
    .action(async (paths: string[], flags: AuditFlags, self: Command) => {
      const { runAudit } = await import('../audit/run-audit.js');
      const status = await runAudit(
        paths,
        {
          db: flags.db,
          out: flags.out,
          'as-of': flags.asOf,
          lang: flags.lang ?? self.parent?.getOptionValue('lang'),
          jobs: flags.jobs,
          'fail-on': flags.failOn,
          format: flags.format,
          ocr: flags.ocr,
          recognize: flags.recognize,
          ignore: flags.ignore,
          baseline: flags.baseline,
          expect: flags.expect,
          rules: flags.rules,
          'note-template': flags.noteTemplate,
          'summary-template': flags.summaryTemplate,
          'note-date': flags.noteDate,
          quiet: flags.quiet,
          progress: flags.progress ? undefined : false,
        },
        flags.config,
        context,
      );
      context.end(status);
    });
  addExamples(command, context.say, say.examples, true);
}
