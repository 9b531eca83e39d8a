import { resolve } from 'node:path';
import { rulesFolder } from '../../run/own-rules-folder.js';
import { NoAccountsError, serveReview } from '../../web/server/serve.js';
import type { CommandContext } from '../command-context.js';
import { CliError, EXIT, type ExitStatus } from '../exit.js';
import { foreseen } from '../foreseen.js';
import { openBrowser } from './open-browser.js';

export interface ServeFlags {
  readonly db: string;
  readonly host: string;
  readonly port: string;
  readonly name: readonly string[];
  readonly files?: string;
  readonly rules?: string;
  readonly open: boolean;
}

/** `rasoat serve`: prints where the pages are and serves them until it is told to stop. Throws CliError. */
export async function runServe(flags: ServeFlags, context: CommandContext): Promise<ExitStatus> {
  const { io, say } = context;
  const port = Number(flags.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new CliError(say.serve.badPort, EXIT.usage);
  const inFolder = (path: string): string => resolve(io.cwd, path);
  const served = await foreseen(flags.db, say, async () => {
    try {
      return await serveReview({
        db: inFolder(flags.db),
        host: flags.host,
        port,
        names: flags.name,
        ...(flags.files === undefined ? {} : { files: inFolder(flags.files) }),
        rules: rulesFolder(io.cwd, flags.rules ?? null),
        onError: (error) => io.err.write(`${error instanceof Error ? error.stack : String(error)}\n`),
      });
    } catch (cause) {
      throw startFailure(cause, flags, context) ?? cause;
    }
  });
  io.out.write(`${say.serve.listening}\n  ${served.url}\n${say.serve.stop}\n`);
  if (flags.open && io.out.isTerminal) openBrowser(served.openUrl);
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
  await served.close();
  return EXIT.clean;
}

function startFailure(cause: unknown, flags: ServeFlags, { say }: CommandContext): CliError | null {
  if (cause instanceof NoAccountsError) return new CliError(say.serve.noAccounts, EXIT.usage, { cause });
  const code = cause instanceof Error && 'code' in cause ? cause.code : '';
  const syscall = cause instanceof Error && 'syscall' in cause ? cause.syscall : '';
  if (syscall === 'listen' || syscall === 'getaddrinfo')
    return new CliError(say.serve.busy(`${flags.host}:${flags.port}`), EXIT.io, { cause });
  if (code === 'ENOENT') return new CliError(say.serve.notBuilt, EXIT.io, { cause });
  return null;
}
