import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Action } from '../../../review/decision.js';
import { valueText } from '../../../review/value-text.js';
import type { Conflict, DocumentView } from '../../api/review.js';
import { ApiError } from '../api-client.js';
import { useMessages } from '../language/language.js';
import type { Messages } from '../language/vietnamese.js';
import { useSession } from '../session.js';
import { lastTaken, lastUndone } from './undo.js';

/** What of the others' decisions a person knew when beginning to type: the number of the newest. */
export interface Base {
  seen: number;
}

export interface OpenDocument {
  readonly view: DocumentView | null;
  /** What went wrong or what somebody else did, for the person; null for nothing. */
  readonly notice: string | null;
  /** Takes decisions; false where they were not taken, and why stands in `notice`. */
  readonly decide: (...actions: readonly Action[]) => Promise<boolean>;
  /** What the person knows now. */
  readonly base: () => Base;
  /**
   * As `decide`, on what the person knew then: what somebody else decided meanwhile about the same thing stops it,
   * though the page shows it by now. Once that was told, `base` knows it too.
   */
  readonly decideOn: (base: Base, ...actions: readonly Action[]) => Promise<boolean>;
  /** Takes back this person's last decision, or the group that it was taken in. */
  readonly undo: () => Promise<void>;
  /** Takes back this person's last undo, where nothing was decided since. */
  readonly redo: () => Promise<void>;
  readonly tell: (notice: string | null) => void;
}

/** A document with what everybody decides about it, kept up to date. */
export function useDocument(sha256: string): OpenDocument {
  const say = useMessages();
  const { api, me } = useSession();
  const [view, setView] = useState<DocumentView | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const latest = useRef<DocumentView | null>(null);
  /** Decisions go one after the other: each is taken on the view that the one before left. */
  const turn = useRef<Promise<unknown>>(Promise.resolve());

  const show = useCallback((next: DocumentView) => {
    if (latest.current !== null && next.seen < latest.current.seen) return;
    latest.current = next;
    setView(next);
  }, []);
  const load = useCallback(async () => show(await api.document(sha256)), [api, sha256, show]);
  useEffect(() => {
    load().catch((error: unknown) => setNotice(error instanceof ApiError ? error.message : String(error)));
    return api.watchDocument(sha256, (last) => {
      if (last <= (latest.current?.seen ?? 0)) return;
      void turn.current.then(async () => {
        if (last <= (latest.current?.seen ?? 0)) return;
        await load();
        const by = latest.current?.history.find(({ id }) => id === last)?.by;
        if (by !== undefined && by !== me.name) setNotice(say.review.otherDecided(by));
      });
    });
  }, [api, sha256, load, me, say]);

  const send = useCallback(
    async (actions: readonly Action[], base: Base | null): Promise<boolean> => {
      try {
        show(await api.decide(sha256, base?.seen ?? latest.current?.seen ?? 0, actions));
        setNotice(null);
        return true;
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        if (error.conflict !== null) {
          await load();
          if (base !== null) base.seen = latest.current?.seen ?? base.seen;
        }
        setNotice(
          error.conflict !== null
            ? conflictText(error.conflict, say)
            : error.status === 0
              ? say.offline
              : error.message,
        );
        return false;
      }
    },
    [api, sha256, show, load, say],
  );
  const decide = useCallback(
    (...actions: readonly Action[]): Promise<boolean> => inTurn(turn, () => send(actions, null)),
    [send],
  );
  const decideOn = useCallback(
    (base: Base, ...actions: readonly Action[]): Promise<boolean> => inTurn(turn, () => send(actions, base)),
    [send],
  );
  const base = useCallback((): Base => ({ seen: latest.current?.seen ?? 0 }), []);
  const undo = useCallback(async () => {
    const group = lastTaken(latest.current?.history ?? [], me.name);
    if (group.length > 0) await decide(...group.map((id) => ({ kind: 'undo' as const, decision: id })));
  }, [decide, me]);
  const redo = useCallback(async () => {
    const group = lastUndone(latest.current?.history ?? [], me.name);
    if (group.length > 0) await decide(...group.map((id) => ({ kind: 'undo' as const, decision: id })));
  }, [decide, me]);
  return { view, notice, decide, base, decideOn, undo, redo, tell: setNotice };
}

/** Runs `work` when what was begun before it has ended. */
function inTurn<Result>(turn: { current: Promise<unknown> }, work: () => Promise<Result>): Promise<Result> {
  const done = turn.current.then(work);
  turn.current = done.catch(() => undefined);
  return done;
}

/** Who decided meanwhile, and what they wrote where they corrected the field. */
function conflictText({ with: { by, action } }: Conflict, say: Messages): string {
  if (action.kind !== 'correct') return say.review.conflict(by);
  const text = valueText(action.address.field, action.value);
  return say.review.conflictCorrected(by, text || say.review.empty);
}
