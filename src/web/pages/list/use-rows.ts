import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ListedDocumentView } from '../../api/documents.js';
import type { Api } from '../api-client.js';
import type { ListFilter } from './list-query.js';

const PORTION = 100;

export interface Rows {
  /** Null until the first answer. */
  readonly total: number | null;
  /** Why the list can't be shown; null where it can. */
  readonly problem: string | null;
  /** The row at this place, null while it is on its way. */
  readonly at: (index: number) => ListedDocumentView | null;
}

/** Rows that came, or what stops them on their way. */
type Portion = readonly ListedDocumentView[] | AbortController;

interface Kept {
  readonly key: string;
  readonly portions: Map<number, Portion>;
}

/** Stops what is on its way and is not between `from` and `to`: who drags through a long list waits for the end only. */
function stopOthers({ portions }: Kept, from: number, to: number): void {
  for (const [portion, kept] of portions)
    if (kept instanceof AbortController && (portion < from || portion > to)) {
      portions.delete(portion);
      kept.abort();
    }
}

/** The list's rows, fetched portion by portion as far as `from` to `to` are looked at. */
export function useRows(api: Api, filter: ListFilter, from: number, to: number): Rows {
  const key = JSON.stringify(filter);
  const latest = useRef<Kept>({ key, portions: new Map() });
  const [state, setState] = useState<{
    readonly key: string;
    readonly total: number | null;
    readonly version: number;
  }>({ key, total: null, version: 0 });
  const [problem, setProblem] = useState<string | null>(null);
  if (latest.current.key !== key) {
    stopOthers(latest.current, 0, -1);
    latest.current = { key, portions: new Map() };
  }
  const first = Math.floor(from / PORTION);
  const last = Math.floor(to / PORTION);
  // Before the page is painted: what comes after that comes a frame later.
  useLayoutEffect(() => {
    const kept = latest.current;
    stopOthers(kept, first, last);
    for (let portion = first; portion <= last; portion++) {
      if (kept.portions.has(portion)) continue;
      const stop = new AbortController();
      kept.portions.set(portion, stop);
      const wanted = { ...(JSON.parse(key) as ListFilter), offset: portion * PORTION, limit: PORTION };
      void api
        .list(wanted, stop.signal)
        .then(({ total, rows }) => {
          if (stop.signal.aborted) return;
          kept.portions.set(portion, rows);
          setProblem(null);
          setState(({ version }) => ({ key, total, version: version + 1 }));
        })
        .catch((error: unknown) => {
          if (stop.signal.aborted) return;
          kept.portions.delete(portion);
          setProblem(error instanceof Error ? error.message : String(error));
        });
    }
  }, [api, key, first, last]);
  useEffect(() => () => stopOthers(latest.current, 0, -1), []);
  const { portions } = latest.current;
  return {
    problem,
    total: state.key === key ? state.total : null,
    at: (index) => {
      const portion = portions.get(Math.floor(index / PORTION));
      return portion === undefined || portion instanceof AbortController
        ? null
        : (portion[index % PORTION] ?? null);
    },
  };
}

const MOST_AT_ONCE = 500;

/** The hashes of all documents that the filter lists; files that could not be read have none. */
export async function hashesOf(api: Api, filter: ListFilter, total: number): Promise<readonly string[]> {
  const hashes: string[] = [];
  for (let offset = 0; offset < total; offset += MOST_AT_ONCE) {
    const { rows } = await api.list({ ...filter, offset, limit: MOST_AT_ONCE });
    for (const { sha256, failure } of rows) if (sha256 !== null && failure === null) hashes.push(sha256);
  }
  return [...new Set(hashes)];
}
