/**
 * Exit statuses. A file that could not be read outweighs findings: the run as a whole is not trustworthy then. 64, 70
 * and 74 are sysexits' EX_USAGE, EX_SOFTWARE and EX_IOERR; 130 is the shells' for Ctrl-C.
 */
export const EXIT = {
  clean: 0,
  findings: 1,
  unreadable: 2,
  usage: 64,
  internal: 70,
  io: 74,
  interrupted: 130,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** A failure that a user can understand and mend: its message is all that is printed. */
export class CliError extends Error {
  override readonly name = 'CliError';

  constructor(
    message: string,
    readonly status: ExitStatus,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
