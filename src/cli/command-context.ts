import type { Language } from '../report/language.js';
import type { ExitStatus } from './exit.js';
import type { Io } from './io.js';
import type { CliMessages } from './messages/messages.js';

/** What every command works with. */
export interface CommandContext {
  readonly io: Io;
  /** Of help and messages about usage; an audit's own language may stand in its settings file. */
  readonly language: Language;
  readonly say: CliMessages;
  /** Sets the status that the process ends with; 0 where no command sets one. */
  readonly end: (status: ExitStatus) => void;
}
