import type { AuditEvent } from '../../run/events.js';
import type { Output } from '../io.js';
import type { CliMessages } from '../messages/messages.js';
import { printable } from '../terminal/printable.js';
import { progressLine } from './progress-line.js';
import { NOTHING_DONE, progressAfter } from './progress-state.js';

/** Shows a run's events as they come. */
export interface ProgressView {
  readonly onEvent: (event: AuditEvent) => void;
  /** Says what is done after the files, e.g. that reports are written. */
  readonly note: (text: string) => void;
  /** Takes the bar away. */
  readonly close: () => void;
}

const CLEAR_LINE = '\r\u001B[2K';
const FRAME = 100;

/** One line that is written over and over, at most ten times a second. */
export function barView(output: Output, say: CliMessages, now: () => number = Date.now): ProgressView {
  const started = now();
  let state = NOTHING_DONE;
  let drawn = 0;
  const draw = (): void => {
    drawn = now();
    output.write(CLEAR_LINE + progressLine(state, drawn - started, output.columns() ?? 80, say));
  };
  draw();
  // Keeps the estimate moving while a long page is being read; never keeps the process alive.
  const ticking = setInterval(draw, 1000).unref();
  return {
    onEvent: (event) => {
      state = progressAfter(state, event);
      if (now() - drawn >= FRAME || event.kind === 'checking-set') draw();
    },
    note: (text) => output.write(CLEAR_LINE + text),
    close: () => {
      clearInterval(ticking);
      output.write(CLEAR_LINE);
    },
  };
}

/** A line for each file that is done: for logs, and for terminals where no bar is wanted. */
export function lineView(output: Output, say: CliMessages): ProgressView {
  return {
    onEvent: (event) => {
      if (event.kind === 'checking-set') output.write(`${say.progress.checkingSet}\n`);
      if (event.kind !== 'file-done') return;
      const outcome =
        event.outcome === 'failed'
          ? say.progress.failed
          : event.read
            ? say.progress.done[event.outcome]
            : say.progress.known;
      output.write(`[${event.done}/${event.total}] ${printable(event.path)}: ${outcome}\n`);
    },
    note: (text) => output.write(`${text}\n`),
    close: () => {},
  };
}

/** Shows nothing. */
export const silentView: ProgressView = { onEvent: () => {}, note: () => {}, close: () => {} };
