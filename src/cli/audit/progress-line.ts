import type { CliMessages } from '../messages/messages.js';
import { cutToWidth, displayWidth } from '../terminal/display-width.js';
import { printable } from '../terminal/printable.js';
import { filesDone, type ProgressState } from './progress-state.js';
import { durationText, estimateRest } from './rest.js';

const BAR = 20;

function bar(share: number, width: number): string {
  const full = Math.round(Math.max(0, Math.min(1, share)) * width);
  return `${'█'.repeat(full)}${'░'.repeat(width - full)}`;
}

/**
 * The progress bar as one line of at most `columns - 1` columns: bar, files, estimated rest, then the file that was
 * touched last with its page and stage. `elapsed` in milliseconds.
 */
export function progressLine(
  state: ProgressState,
  elapsed: number,
  columns: number,
  say: CliMessages,
): string {
  const room = columns - 1;
  if (state.phase === 'collecting') return cutToWidth(say.progress.collecting, room);
  const done = filesDone(state);
  const share = state.total === 0 ? 0 : done / state.total;
  const head = `${bar(share, columns < 60 ? 8 : BAR)} ${String(state.done).padStart(String(state.total).length)}/${state.total}`;
  if (state.phase === 'set') return cutToWidth(`${head}  ${say.progress.checkingSet}`, room);
  const rest = estimateRest(elapsed, done, state.total);
  const left =
    rest === null || state.done === state.total ? '' : `  ${say.progress.left(durationText(rest, say))}`;
  const current = [...state.open.values()].at(-1);
  if (current === undefined) return cutToWidth(`${head}${left}`, room);
  const details = [
    current.pages > 1 ? say.progress.page(Math.min(current.page + 1, current.pages), current.pages) : null,
    current.stage === null ? null : say.progress.stage[current.stage],
  ].filter((part) => part !== null);
  const tail = details.length === 0 ? '' : ` · ${details.join(' · ')}`;
  const forName = room - displayWidth(`${head}${left}  ${tail}`);
  if (forName >= 8) return `${head}${left}  ${cutToWidth(printable(current.file), forName)}${tail}`;
  return cutToWidth(`${head}  ${printable(current.file)}${tail}`, room);
}
