import { loadRuleFiles } from '../../check/cases/rule-file.js';
import { loadRegisters } from '../../check/registers/load-registers.js';
import { messages } from '../../report/messages/messages.js';
import { rulesFolder } from '../../run/own-rules-folder.js';
import { runRuleCases } from '../../run/rule-cases.js';
import { ruleManual } from '../../run/rule-manual.js';
import type { CommandContext } from '../command-context.js';
import { EXIT, type ExitStatus } from '../exit.js';
import { foreseen } from '../foreseen.js';
import { mayColour } from '../io.js';
import { padToWidth, wrapToWidth } from '../terminal/display-width.js';
import { paint } from '../terminal/paint.js';
import { registerCounts } from './register-counts.js';

const folderOf = (given: string | undefined, cwd: string): string => rulesFolder(cwd, given ?? null);

/** `rasoat rules list`: every rule with its gravest severity and what it says, then the registers. Throws CliError. */
export async function runRulesList(given: string | undefined, context: CommandContext): Promise<ExitStatus> {
  const { io, say, language } = context;
  const folder = folderOf(given, io.cwd);
  const { rules, counts } = await foreseen(folder, say, async () => {
    const registers = loadRegisters(folder);
    return { rules: [...loadRuleFiles(folder), ...registers.ownRules], counts: registerCounts(registers) };
  });
  const style = paint(mayColour(io, io.out));
  const severities = messages(language).severity;
  const columns = io.out.columns() ?? 120;
  const idWidth = Math.max(...rules.map(({ id }) => id.length), say.rules.heads.id.length);
  const nameWidth = Math.max(...Object.values(severities).map((name) => name.length));
  for (const { id, severity, title } of rules) {
    const lead = `${padToWidth(id, idWidth)}  ${style.severity(severity, padToWidth(severities[severity], nameWidth))}  `;
    const room = Math.max(24, columns - idWidth - nameWidth - 4);
    const indent = ' '.repeat(idWidth + nameWidth + 4);
    for (const [index, line] of wrapToWidth(title[language], room).entries())
      io.out.write(`${index === 0 ? lead : indent}${line}\n`);
  }
  io.out.write(`\n${style.bold(say.rules.registers)} ${style.soft(folder)}\n`);
  const fileWidth = Math.max(...counts.map(({ file }) => file.length));
  for (const { file, entries } of counts)
    io.out.write(`  ${padToWidth(file, fileWidth)}  ${say.doctor.entries(entries)}\n`);
  return EXIT.clean;
}

/** `rasoat rules test`: runs the cases of every rule. Status 1 where one is wrong. Throws CliError. */
export async function runRulesTest(given: string | undefined, context: CommandContext): Promise<ExitStatus> {
  const { io, say } = context;
  const folder = folderOf(given, io.cwd);
  const results = await foreseen(folder, say, () => runRuleCases(folder));
  const wrong = results.filter(({ passed }) => !passed);
  if (results.length === 0) io.out.write(`${say.rules.noCases}\n`);
  else if (wrong.length === 0) io.out.write(`${say.rules.passed(results.length)}\n`);
  else {
    io.out.write(`${say.rules.failed(wrong.length, results.length)}\n`);
    for (const { ruleId, name, problems } of wrong)
      io.out.write(`  ${ruleId}: ${name}\n${problems.map((problem) => `    ${problem}\n`).join('')}`);
  }
  return wrong.length === 0 ? EXIT.clean : EXIT.findings;
}

/** `rasoat rules docs`: prints the manual as Markdown. Throws CliError. */
export async function runRulesDocs(given: string | undefined, context: CommandContext): Promise<ExitStatus> {
  const { io, say, language } = context;
  const folder = folderOf(given, io.cwd);
  io.out.write(await foreseen(folder, say, () => ruleManual(folder, language)));
  return EXIT.clean;
}
