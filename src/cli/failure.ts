import { CliError, EXIT, type ExitStatus } from './exit.js';
import type { CliMessages } from './messages/messages.js';

/** What to print for a thrown error, and what to end with. */
export interface Failure {
  readonly message: string;
  readonly status: ExitStatus;
}

/**
 * A failure that was foreseen gives its own message. Anything else gives one line and how to report it; its stack only
 * with `debug`.
 */
export function failureMessage(error: unknown, say: CliMessages, debug: boolean): Failure {
  const stack = debug && error instanceof Error ? `\n${error.stack ?? ''}` : '';
  if (error instanceof CliError) return { message: `${error.message}${stack}`, status: error.status };
  const brief =
    error instanceof Error ? `${error.name}: ${error.message.split('\n')[0] ?? ''}` : String(error);
  const text = say.failure.internal(brief);
  return { message: debug ? `${text}${stack}` : `${text}\n${say.failure.report}`, status: EXIT.internal };
}
