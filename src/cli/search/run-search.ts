import { resolve } from 'node:path';
import { openStore } from '../../store/open-store.js';
import type { SearchHit } from '../../store/store.js';
import type { CommandContext } from '../command-context.js';
import { CliError, EXIT, type ExitStatus } from '../exit.js';
import { foreseen } from '../foreseen.js';
import { mayColour } from '../io.js';
import { type Paint, paint } from '../terminal/paint.js';
import { printable } from '../terminal/printable.js';

export interface SearchFlags {
  readonly db: string;
  readonly limit: string;
  /** Also older versions of changed files. */
  readonly old: boolean;
}

function highlighted(hit: SearchHit, { bold }: Paint): string {
  const text = printable(hit.snippet.text);
  let out = '';
  let from = 0;
  for (const { start, end } of hit.snippet.highlights) {
    out += text.slice(from, start) + bold(text.slice(start, end));
    from = end;
  }
  return out + text.slice(from);
}

/** `rasoat search`: prints what was found, best first. Status 0, also where nothing was found. Throws CliError. */
export async function runSearch(
  query: string,
  flags: SearchFlags,
  context: CommandContext,
): Promise<ExitStatus> {
  const { io, say } = context;
  const limit = Number(flags.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
    throw new CliError(say.search.badLimit, EXIT.usage);
  const hits = await foreseen(flags.db, say, async () => {
    const store = await openStore(resolve(io.cwd, flags.db), { create: false });
    try {
      return await store.search(query, limit, { superseded: flags.old });
    } finally {
      await store.close();
    }
  });
  if (hits.length === 0) {
    io.err.write(`${say.search.none(printable(query))}\n`);
    return EXIT.clean;
  }
  const style = paint(mayColour(io, io.out));
  for (const hit of hits) {
    const about = [hit.issuingAgency, hit.planYear?.toString(), hit.sha256.slice(0, 8)]
      .filter((part) => part !== null && part !== undefined)
      .join(' · ');
    io.out.write(`${style.bold(printable(hit.path))}  ${style.soft(printable(about))}\n`);
    if (hit.subject !== null) io.out.write(`  ${printable(hit.subject)}\n`);
    if (hit.snippet.text !== '') io.out.write(`  ${highlighted(hit, style)}\n`);
    io.out.write('\n');
  }
  io.out.write(`${say.search.found(hits.length)}\n`);
  return EXIT.clean;
}
