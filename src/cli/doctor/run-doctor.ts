import type { CommandContext } from '../command-context.js';
import { EXIT, type ExitStatus } from '../exit.js';
import { mayColour } from '../io.js';
import { paint } from '../terminal/paint.js';
import { examine } from './examine.js';

/** `rasoat doctor`: what is there and what is not, with what to do. Status 1 where something needed is missing. */
export async function runDoctor({ io, say }: CommandContext): Promise<ExitStatus> {
  const style = paint(mayColour(io, io.out));
  let missing = 0;
  for await (const { name, found, needed, fix, problem } of examine(say)) {
    if (found !== null) {
      io.out.write(`${style.good('✓')} ${name}${found === '' ? '' : `: ${style.soft(found)}`}\n`);
      continue;
    }
    if (needed) missing += 1;
    const state = needed ? say.doctor.missing : say.doctor.optional;
    const sign = needed ? style.alarm('✕') : '–';
    io.out.write(`${sign} ${name}: ${state}${problem === null ? '' : ` (${problem})`}\n    ${fix}\n`);
  }
  io.out.write(`\n${missing === 0 ? say.doctor.allGood : say.doctor.problems(missing)}\n`);
  return missing === 0 ? EXIT.clean : EXIT.findings;
}
