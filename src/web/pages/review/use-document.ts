import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Action } from '../../../review/decision.js';
import type { DocumentView } from '../../api/review.js';
import { ApiError } from '../api-client.js';
import { useMessages } from '../language/language.js';
import { useSession } from '../session.js';
import { lastTaken, lastUndone } from './undo.js';

export interface OpenDocument {
  readonly view: DocumentView | null;
  /** What went wrong or what somebody else did, for the person; null for nothing. */
  readonly notice: string | null;
  /** Takes decisions; false where they were not taken, and why stands in `notice`. */
  readonly decide: (...actions: readonly Action[]) => Promise<boolean>;
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
    async (actions: readonly Action[]): Promise<boolean> => {
      try {
        show(await api.decide(sha256, latest.current?.seen ?? 0, actions));
        setNotice(null);
        return true;
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        setNotice(
          error.conflict !== null
            ? say.review.conflict(error.conflict.with.by)
            : error.status === 0
              ? say.offline
              : error.message,
        );
        if (error.conflict !== null) await load();
        return false;
      }
    },
    [api, sha256, show, load, say],
  );
  const decide = useCallback(
    (...actions: readonly Action[]): Promise<boolean> => {
      const taken = turn.current.then(() => send(actions));
      turn.current = taken.catch(() => undefined);
      return taken;
    },
    [send],
  );
  const undo = useCallback(async () => {
    const group = lastTaken(latest.current?.history ?? [], me.name);
    if (group.length > 0) await decide(...group.map((id) => ({ kind: 'undo' as const, decision: id })));
  }, [decide, me]);
  const redo = useCallback(async () => {
    const group = lastUndone(latest.current?.history ?? [], me.name);
    if (group.length > 0) await decide(...group.map((id) => ({ kind: 'undo' as const, decision: id })));
  }, [decide, me]);
  return { view, notice, decide, undo, redo, tell: setNotice };
}
