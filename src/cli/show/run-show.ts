import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FailureReason } from '../../ingest/read-outcome.js';
import type { PlanRecord } from '../../record/plan-record.js';
import { renderRecord } from '../../report/json-report.js';
import { messages } from '../../report/messages/messages.js';
import { audit } from '../../run/audit.js';
import { openStore } from '../../store/open-store.js';
import type { RecordLookup } from '../../store/store.js';
import { StoreError } from '../../store/store-error.js';
import type { CommandContext } from '../command-context.js';
import { CliError, EXIT, type ExitStatus } from '../exit.js';
import { foreseen } from '../foreseen.js';
import { mayColour } from '../io.js';
import { paint } from '../terminal/paint.js';
import { printable } from '../terminal/printable.js';
import { recordLines } from './record-lines.js';

export interface ShowFlags {
  readonly db: string;
  readonly json: boolean;
}

type Shown = { readonly record: PlanRecord; readonly path: string; readonly note: string | null };

/** What the database knows; "none" where there is no database yet. */
async function lookUp(target: string, flags: ShowFlags, { io, say }: CommandContext): Promise<RecordLookup> {
  return foreseen(flags.db, say, async () => {
    try {
      const store = await openStore(resolve(io.cwd, flags.db), { create: false });
      try {
        const byPath = await store.getRecord(resolve(io.cwd, target));
        return byPath.kind === 'none' ? await store.getRecord(target) : byPath;
      } finally {
        await store.close();
      }
    } catch (error) {
      if (error instanceof StoreError && error.code === 'not-found') return { kind: 'none' };
      throw error;
    }
  });
}

/** Reads a file that the database doesn't know, with all limits of an audit, into a store that is thrown away. */
async function readNow(target: string, context: CommandContext): Promise<Shown> {
  const { io, say } = context;
  const result = await foreseen(target, say, () => audit({ paths: [target], cwd: io.cwd, db: ':memory:' }));
  const document = result.documents[0];
  if (document === undefined) throw new CliError(say.show.notFound(target), EXIT.usage);
  if (document.kind === 'failed') throw failed(document.path, document.failure.reason, context);
  return { record: document.record, path: document.path, note: say.show.fromFile };
}

function failed(path: string, reason: FailureReason, { language }: CommandContext): CliError {
  const { reason: why, remedy } = messages(language).failure[reason];
  return new CliError(`${printable(path)}: ${why}. ${remedy}`, EXIT.unreadable);
}

async function find(target: string, flags: ShowFlags, context: CommandContext): Promise<Shown> {
  const { io, say } = context;
  const found = await lookUp(target, flags, context);
  switch (found.kind) {
    case 'found': {
      const { record, path, state, version } = found.document;
      return { record, path, note: state === 'superseded' ? say.show.superseded(version) : null };
    }
    case 'failed':
      throw failed(found.failure.path, found.failure.failure.reason, context);
    case 'ambiguous': {
      const list = found.candidates.map(({ path, sha256 }) => `  ${sha256.slice(0, 8)}  ${printable(path)}`);
      throw new CliError([say.show.ambiguous(target), ...list].join('\n'), EXIT.usage);
    }
    case 'none':
      if (!existsSync(resolve(io.cwd, target))) throw new CliError(say.show.notFound(target), EXIT.usage);
      return readNow(target, context);
  }
}

/** `rasoat show`: a record for people, or as JSON. Throws CliError. */
export async function runShow(
  target: string,
  flags: ShowFlags,
  context: CommandContext,
): Promise<ExitStatus> {
  const { io, language, say } = context;
  const { record, path, note } = await find(target, flags, context);
  if (note !== null) io.err.write(`${note}\n`);
  if (flags.json) {
    io.out.write(renderRecord(record));
    return EXIT.clean;
  }
  const lines = recordLines(record, path, {
    language,
    say,
    paint: paint(mayColour(io, io.out)),
    columns: io.out.columns() ?? 100,
  });
  io.out.write(`${lines.join('\n')}\n`);
  return EXIT.clean;
}
