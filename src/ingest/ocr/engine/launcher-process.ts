import type { FromLauncher, ToLauncher } from './launch-protocol.js';
import { runProgram } from './run-program.js';

/*
 * A small process that starts programs for a large one; see ProgramLauncher. It ends with the channel to that, and
 * ends what it has started.
 */

const running = new Map<number, AbortController>();

const say = (message: FromLauncher): void => {
  process.send?.(message);
};

async function run({ id, program, args, input }: Extract<ToLauncher, { kind: 'run' }>): Promise<void> {
  const stop = new AbortController();
  running.set(id, stop);
  try {
    say({ kind: 'done', id, output: await runProgram(program, args, input, stop.signal) });
  } catch (error) {
    say({ kind: 'failed', id, reason: error instanceof Error ? error.message : String(error) });
  } finally {
    running.delete(id);
  }
}

process.on('message', (message: ToLauncher) => {
  if (message.kind === 'run') void run(message);
  else running.get(message.id)?.abort();
});
process.on('disconnect', () => {
  for (const stop of running.values()) stop.abort();
  process.exit(0);
});
