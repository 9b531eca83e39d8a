import { createHash } from 'node:crypto';
import type { Mention } from '../record/primitives.js';
import type { Part } from './parts.js';

/**
 * Names the items of one part: a hash of each item's words and of how many before it have the same, so that an item
 * keeps its name when the text before it moves or the file is read again. 12 hexadecimal digits, unique in the part.
 */
export function itemIds(part: Part, items: readonly Pick<Mention, 'raw'>[]): readonly string[] {
  const seen = new Map<string, number>();
  return items.map(({ raw }) => {
    const occurrence = seen.get(raw) ?? 0;
    seen.set(raw, occurrence + 1);
    return createHash('sha256').update(`${part}\u0000${raw}\u0000${occurrence}`).digest('hex').slice(0, 12);
  });
}
