import { useEffect, useRef, useState } from 'preact/hooks';
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

/** The list's rows, fetched portion by portion as far as `from` to `to` are looked at. */
export function useRows(api: Api, filter: ListFilter, from: number, to: number): Rows {
  const key = JSON.stringify(filter);
  const kept = useRef<{ key: string; portions: Map<number, readonly ListedDocumentView[] | null> }>({
    key,
    portions: new Map(),
  });
  const [state, setState] = useState<{
    readonly key: string;
    readonly total: number | null;
    readonly version: number;
  }>({
    key,
    total: null,
    version: 0,
  });
  const [problem, setProblem] = useState<string | null>(null);
  if (kept.current.key !== key) kept.current = { key, portions: new Map() };
  useEffect(() => {
    const { portions } = kept.current;
    let wanted = true;
    for (let portion = Math.floor(from / PORTION); portion * PORTION <= to; portion++) {
      if (portions.has(portion)) continue;
      portions.set(portion, null);
      void api
        .list({ ...(JSON.parse(key) as ListFilter), offset: portion * PORTION, limit: PORTION })
        .then(({ total, rows }) => {
          portions.set(portion, rows);
          setProblem(null);
          if (wanted || kept.current.key === key)
            setState(({ version }) => ({ key, total, version: version + 1 }));
        })
        .catch((error: unknown) => {
          portions.delete(portion);
          setProblem(error instanceof Error ? error.message : String(error));
        });
    }
    return () => {
      wanted = false;
    };
  }, [api, key, from, to]);
  const { portions } = kept.current;
  return {
    problem,
    total: state.key === key ? state.total : null,
    at: (index) => portions.get(Math.floor(index / PORTION))?.[index % PORTION] ?? null,
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
