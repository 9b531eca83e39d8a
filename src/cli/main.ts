import { EXIT, type ExitStatus } from './exit.js';
import { type Io, processIo } from './io.js';
import { version } from './version.js';

/**
 * Runs a command line (without the program's own name) and returns the status to end with. Nothing is thrown: every
 * failure ends as a message on `io.err`.
 */
export async function runCli(args: readonly string[], io: Io): Promise<number> {
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    io.out.write(`${version()}\n`);
    return EXIT.clean;
  }
  const [{ CommanderError }, { buildProgram }, { failureMessage }, { helpLanguage }, { cliMessages }] =
    await Promise.all([
      import('commander'),
      import('./program.js'),
      import('./failure.js'),
      import('./language.js'),
      import('./messages/messages.js'),
    ]);
  const language = helpLanguage(args, io.env);
  const say = cliMessages(language);
  let status: ExitStatus = EXIT.clean;
  const program = buildProgram({ io, language, say, end: (with_) => (status = with_) }, version());
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.code === 'commander.helpDisplayed' || error.code === 'commander.version') return EXIT.clean;
      if (error.code !== 'commander.help') {
        const { usageMessage } = await import('./usage-error.js');
        const command = program.commands.find((one) => one.name() === args[0]);
        const name = command === undefined ? 'rasoat' : `rasoat ${command.name()}`;
        io.err.write(`rasoat: ${usageMessage(error, say)}\n${say.usage.seeHelp(name)}\n`);
      }
      return EXIT.usage;
    }
    const failure = failureMessage(error, say, io.env.RASOAT_DEBUG === '1');
    io.err.write(`rasoat: ${failure.message}\n`);
    return failure.status;
  }
}

/** The program itself: `bin/rasoat.js` calls it. */
export async function main(): Promise<void> {
  process.exitCode = await runCli(process.argv.slice(2), processIo());
}
