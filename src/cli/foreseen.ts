import { RegisterError } from '../check/registers/register-error.js';
import { StoreError } from '../store/store-error.js';
import { CliError, EXIT } from './exit.js';
import type { CliMessages } from './messages/messages.js';

/**
 * Runs `work`, turning what a database or a rules folder may throw into a CliError that says what to do. `db` is the
 * database's file as the user named it.
 */
export async function foreseen<Result>(
  db: string,
  say: CliMessages,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof StoreError)
      throw new CliError(say.failure.database[cause.code](db), EXIT.io, { cause });
    if (cause instanceof RegisterError)
      throw new CliError(
        say.failure.register(`${cause.file}:${cause.line}:${cause.column}`, cause.expected),
        EXIT.io,
        { cause },
      );
    throw cause;
  }
}
