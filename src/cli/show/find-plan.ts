import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FailureReason } from '../../ingest/read-outcome.js';
import type { PlanRecord } from '../../record/plan-record.js';
import { messages } from '../../report/messages/messages.js';
import { audit } from '../../run/audit.js';
import { reviewedRecord } from '../../run/reviewed-record.js';
import { openStore } from '../../store/open-store.js';
import type { RecordLookup } from '../../store/store.js';
import { StoreError } from '../../store/store-error.js';
import type { CommandContext } from '../command-context.js';
import { CliError, EXIT } from '../exit.js';
import { foreseen } from '../foreseen.js';
import { printable } from '../terminal/printable.js';

/** A plan that was found, and what is to be said of how. */
export type FoundPlan = { readonly record: PlanRecord; readonly path: string; readonly note: string | null };

interface DatabaseFlag {
  readonly db: string;
}

/** What the database knows; "none" where there is no database yet. */
async function lookUp(
  target: string,
  flags: DatabaseFlag,
  { io, say }: CommandContext,
): Promise<RecordLookup> {
  return foreseen(flags.db, say, async () => {
    try {
      const store = await openStore(resolve(io.cwd, flags.db), { create: false });
      try {
        const byPath = await store.getRecord(resolve(io.cwd, target));
        const found = byPath.kind === 'none' ? await store.getRecord(target) : byPath;
        if (found.kind !== 'found') return found;
        const { document } = found;
        return { ...found, document: { ...document, record: await reviewedRecord(document.record, store) } };
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
async function readNow(target: string, context: CommandContext): Promise<FoundPlan> {
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

/**
 * A plan by its path, its file's name or the beginning of its hash in the database, else by reading the file now. Throws
 * CliError.
 */
export async function findPlan(
  target: string,
  flags: DatabaseFlag,
  context: CommandContext,
): Promise<FoundPlan> {
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
