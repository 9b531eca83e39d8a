import { foldVietnamese } from '../../document/fold.js';
import type { BaselineDocument } from './baseline.js';

/** What tells which older document is the former version of a newer one. */
export interface Pairable {
  readonly file: string;
  readonly path: string;
  readonly sha256: string;
  readonly issuingAgency: string | null;
  readonly planYear: number | null;
}

const fileKey = (file: string): string =>
  file
    .normalize('NFC')
    .toLowerCase()
    .replace(/^.*[\\/]/u, '');

const unitKey = (unit: string | null, year: number | null): string | null =>
  unit === null
    ? null
    : `${foldVietnamese(unit)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()} ${year ?? ''}`;

/**
 * Finds the older version of each document: the same path, the same bytes, the same file name, or the same unit and
 * year, in this order, and each time only where it is the one document on both sides that fits. Documents without
 * an older version are not in the map.
 */
export function pairDocuments<Newer extends Pairable>(
  newer: readonly Newer[],
  older: readonly BaselineDocument[],
): ReadonlyMap<Newer, BaselineDocument> {
  const pairs = new Map<Newer, BaselineDocument>();
  const taken = new Set<BaselineDocument>();
  const keys: readonly {
    readonly of: (one: Newer) => string | null;
    readonly was: (one: BaselineDocument) => string | null;
  }[] = [
    { of: (one) => one.path, was: (one) => one.path },
    { of: (one) => one.sha256, was: (one) => one.sha256 },
    { of: (one) => fileKey(one.file), was: (one) => fileKey(one.file) },
    {
      of: (one) => unitKey(one.issuingAgency, one.planYear),
      was: (one) => unitKey(one.issuingAgency, one.planYear),
    },
  ];
  for (const { of, was } of keys) {
    const left = single(
      newer.filter((one) => !pairs.has(one)),
      of,
    );
    const there = single(
      older.filter((one) => !taken.has(one)),
      was,
    );
    for (const [key, one] of left) {
      const former = there.get(key);
      if (former === undefined) continue;
      pairs.set(one, former);
      taken.add(former);
    }
  }
  return pairs;
}

/** The items that alone have their key. */
function single<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | null,
): ReadonlyMap<string, Item> {
  const found = new Map<string, Item | null>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== null) found.set(key, found.has(key) ? null : item);
  }
  return new Map([...found].filter((entry): entry is [string, Item] => entry[1] !== null));
}
