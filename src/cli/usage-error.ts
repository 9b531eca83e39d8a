import type { CommanderError } from 'commander';
import type { CliMessages } from './messages/messages.js';

/**
 * What commander found wrong, in the reader's language. Commander's own sentences are English; the name in quotes and
 * the suggestion are taken from them.
 */
export function usageMessage(error: CommanderError, say: CliMessages): string {
  const quoted = /'([^']*)'/u.exec(error.message)?.[1] ?? '';
  const flag = quoted.split(/[ ,]/u).find((part) => part.startsWith('--')) ?? quoted;
  const suggestion = /\(Did you mean (?:one of )?([^?]+)\?\)/u.exec(error.message)?.[1];
  const problem = ((): string => {
    switch (error.code) {
      case 'commander.unknownOption':
        return say.usage.unknownOption(flag);
      case 'commander.unknownCommand':
        return say.usage.unknownCommand(quoted);
      case 'commander.missingArgument':
        return say.usage.missingArgument(quoted);
      case 'commander.optionMissingArgument':
        return say.usage.missingValue(flag);
      case 'commander.invalidArgument':
        return say.usage.badValue(flag);
      case 'commander.excessArguments':
        return say.usage.tooMany;
      default:
        return error.message;
    }
  })();
  return suggestion === undefined ? problem : `${problem} ${say.didYouMean(suggestion)}`;
}
