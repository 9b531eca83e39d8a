import type { Command, Help } from 'commander';
import type { CliMessages } from './messages/messages.js';

/** Adds examples, and where it matters the exit statuses, behind a command's help. */
export function addExamples(
  command: Command,
  say: CliMessages,
  examples: readonly string[],
  statuses = false,
): void {
  const lines = ['', say.help.examples, ...examples.map((example) => `  ${example}`)];
  if (statuses) lines.push('', say.help.exit, ...say.help.exitLines);
  command.addHelpText('after', lines.join('\n'));
}

/** Help in the reader's language: headings, the words in usage lines. */
export function helpIn(say: CliMessages): Partial<Help> {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': say.help.usage,
    'Arguments:': say.help.arguments,
    'Options:': say.help.options,
    'Commands:': say.help.commands,
  };
  const inWords = (usage: string): string =>
    usage
      .replaceAll('[options]', `[${say.help.options.replace(':', '').toLocaleLowerCase('vi')}]`)
      .replaceAll('[command]', `[${say.help.commands.replace(':', '').toLocaleLowerCase('vi')}]`);
  return {
    styleTitle: (title) => titles[title] ?? title,
    styleUsage: inWords,
    optionDescription: (option) => option.description,
    subcommandTerm: (command) => {
      const names = command.registeredArguments.map((argument) =>
        argument.required ? `<${argument.name()}${argument.variadic ? '...' : ''}>` : `[${argument.name()}]`,
      );
      return [command.name(), ...names].join(' ');
    },
  };
}
